/// How deep brackets and parentheses of a Turtle file stand in one another, found before it is parsed: the parser calls itself for
/// each of them, and its stack ends at some ten thousand.
///
/// Source: RDF 1.1 Turtle, section 6.5.
struct TurtleNesting {
  static let deepest = 1000

  private enum State: Equatable {
    case plain, comment, iri
    /// Behind a backslash within a name.
    case nameEscape
    /// Behind so many quotation marks that may begin a literal.
    case opening(UInt8, Int)
    /// In a literal between one or three quotation marks, of which the last so many bytes may be the end.
    case literal(UInt8, isLong: Bool, closing: Int)
    case escape(UInt8, isLong: Bool)
  }

  private var state = State.plain
  private var depth = 0
  /// From 1.
  private(set) var line = 1

  /// Passes over the next byte; false when it is too deep.
  @inline(__always)
  mutating func allows(_ byte: UInt8) -> Bool {
    if byte == 0x0A { line += 1 }
    switch state {
    case .plain: return enter(byte)
    case .comment: if byte == 0x0A { state = .plain }
    case .nameEscape: state = .plain
    case .iri: if byte == UInt8(ascii: ">") { state = .plain }
    case .opening(let mark, let count):
      if byte == mark {
        state = count == 2 ? .literal(mark, isLong: true, closing: 0) : .opening(mark, count + 1)
      } else if count == 2 {
        // An empty literal.
        state = .plain
        return enter(byte)
      } else {
        state = byte == UInt8(ascii: "\\") ? .escape(mark, isLong: false) : .literal(mark, isLong: false, closing: 0)
      }
    case .escape(let mark, let isLong): state = .literal(mark, isLong: isLong, closing: 0)
    case .literal(let mark, let isLong, let closing):
      if byte == UInt8(ascii: "\\") {
        state = .escape(mark, isLong: isLong)
      } else if byte != mark {
        state = .literal(mark, isLong: isLong, closing: 0)
      } else {
        state = !isLong || closing == 2 ? .plain : .literal(mark, isLong: isLong, closing: closing + 1)
      }
    }
    return true
  }

  private mutating func enter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"): state = .comment
    case UInt8(ascii: "<"): state = .iri
    case UInt8(ascii: "\\"): state = .nameEscape
    case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .opening(byte, 1)
    case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(depth - 1, 0)
    default: break
    }
    return depth <= Self.deepest
  }
}
