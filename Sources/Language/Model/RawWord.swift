/// A word as the scanner finds it, before sentences are known.
struct RawWord {
  /// What a word means for the end of a sentence.
  enum Kind: UInt8 {
    case lower, upper, uncased, number
    /// `.` `!` `?` `…` and runs of them.
    case terminator
    /// A run of periods, or `…`: ends a sentence less often.
    case ellipsis
    /// With its period; may end a sentence, and then gives the period back.
    case abbreviation
    /// With its period; never ends a sentence.
    case title
    /// `J.`
    case initial
    /// `U.S.`, `p.m.`: may end a sentence, and keeps its period.
    case acronym
    case openQuote, closeQuote, openBracket, closeBracket
    case dash, mark
  }

  var start: UInt32
  var end: UInt32
  var kind: Kind
  var joinsPrevious = false
  var opensParagraph = false

  var range: Range<Int> { Int(start)..<Int(end) }
}
