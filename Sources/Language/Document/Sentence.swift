/// A sentence: a run of words and the bytes that they cover.
public struct Sentence: Sendable, Equatable {
  /// Indices into ``Document/tokens``.
  public var tokens: Range<Int>
  /// Bytes of ``Document/source`` from the first word to the last.
  public var bytes: Range<UInt32>

  public init(tokens: Range<Int>, bytes: Range<UInt32>) {
    self.tokens = tokens
    self.bytes = bytes
  }
}
