/// One syntactic word of a document: a byte range and what the analysis said of it.
///
/// Words follow Universal Dependencies for English: clitics are words of their own
/// (`do` + `n't`, `Rubio` + `'s`), marked ``Flags/joinsPrevious``.
public struct Token: Sendable, Equatable {
  /// Facts about the surface of a word.
  public struct Flags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space follows the word in the source.
    public static let spaceAfter = Flags(rawValue: 1)
    /// The word continues the surface token of the word before (`n't` of `don't`): one multi-word token in CoNLL-U.
    public static let joinsPrevious = Flags(rawValue: 2)
    /// The word opens a paragraph.
    public static let opensParagraph = Flags(rawValue: 4)
  }

  /// The value of ``head`` for the root of a sentence.
  public static let noHead: Int32 = -1

  /// Byte offset of the word in ``Document/source``.
  public var start: UInt32
  /// Length of the word in bytes; the tokenizer cuts longer runs.
  public var length: UInt16
  public var tag: UniversalTag = .other
  public var fineTag: PennTag = .symbol
  /// The relation to ``head``.
  public var relation: DependencyRelation = .dependent
  /// The entity label of the word, BIO-coded.
  public var entity: EntityTag = .outside
  public var flags: Flags = []
  /// How far ``head`` is ahead of the next best head, in sixteenths of the scores' unit (nats); 255 for that or more,
  /// and where nobody doubts.
  public var headMargin: UInt8 = 255
  /// Index of the head in ``Document/tokens``; ``noHead`` for a root.
  public var head: Int32 = Token.noHead
  /// Index into ``Document/strings`` of the lemma.
  public var lemma: UInt32 = 0
  /// Index into ``Document/strings`` of the lower-case form.
  public var form: UInt32 = 0
  /// Index into ``Document/strings`` of the morphological features as CoNLL-U writes them (`Number=Sing`); empty for
  /// none.
  public var features: UInt32 = 0

  public init(start: UInt32, length: UInt16, flags: Flags = []) {
    self.start = start
    self.length = length
    self.flags = flags
  }

  /// Byte offset of the end of the word, exclusive.
  public var end: UInt32 { start + UInt32(length) }
}
