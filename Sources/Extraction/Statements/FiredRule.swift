/// A rule over trees that fired in a document.
public struct FiredRule: Sendable, Equatable {
  /// Its name in Schema/grammar.
  public var name: String
  /// Index of the sentence in the document.
  public var sentence: Int
  /// Byte range of the word at which it fired.
  public var word: Range<UInt32>
  /// Byte ranges of the words that it changed, or of which it states something, in text order.
  public var words: [Range<UInt32>]
}
