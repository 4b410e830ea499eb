/// Follows the brackets of Turtle, so that a text whose brackets stand too deep in one another is refused before a
/// parser that calls itself at each of them runs out of stack.
package struct TurtleNesting: Sendable {
  /// More levels than anybody writes, and far fewer than a stack holds.
  package static let mostLevels = 100

  private enum State {
    /// Between terms, and in all that is neither of the others.
    case outside
    case escaped
    case comment
    case iri
    /// Behind so many quotes that begin a string.
    case opening(UInt8, Int)
    case short(UInt8)
    case shortEscaped(UInt8)
    /// In a string between three quotes, behind so many of them.
    case long(UInt8, Int)
    case longEscaped(UInt8)
  }

  private let most: Int
  private var state = State.outside
  private var levels = 0

  /// - Parameter most: levels that are allowed.
  package init(most: Int = mostLevels) { self.most = most }

  /// What to say of a text with a bracket too deep.
  package var complaint: String { "brackets stand more than \(most) deep in one another" }

  /// Goes on over the next bytes of the text.
  ///
  /// - Returns: the place of the first bracket that is too deep; nil when there is none.
  package mutating func firstTooDeep(_ bytes: Span<UInt8>) -> Int? {
    // A generic sequence would be walked without knowing its type: its callers are in other modules.
    for place in bytes.indices {
      advance(over: bytes[place])
      if levels > most { return place }
    }
    return nil
  }

  private mutating func advance(over byte: UInt8) {
    let isLineEnd = byte == UInt8(ascii: "\n")
    let isBackslash = byte == UInt8(ascii: "\\")
    switch state {
    case .outside: advanceOutside(over: byte)
    case .escaped: state = .outside
    case .comment: if isLineEnd { state = .outside }
    case .iri: if isLineEnd || byte == UInt8(ascii: ">") { state = .outside }
    case .opening(let quote, let count):
      if byte == quote {
        state = count == 1 ? .opening(quote, 2) : .long(quote, 0)
      } else {
        // Two quotes and something else are an empty string.
        state = count == 1 ? .short(quote) : .outside
        advance(over: byte)
      }
    case .short(let quote):
      if isLineEnd || byte == quote { state = .outside } else if isBackslash { state = .shortEscaped(quote) }
    case .shortEscaped(let quote): state = .short(quote)
    case .long(let quote, let count):
      if isBackslash {
        state = .longEscaped(quote)
      } else if byte == quote {
        state = count == 2 ? .outside : .long(quote, count + 1)
      } else if count > 0 {
        state = .long(quote, 0)
      }
    case .longEscaped(let quote): state = .long(quote, 0)
    }
  }

  private mutating func advanceOutside(over byte: UInt8) {
    switch byte {
    case UInt8(ascii: "#"): state = .comment
    case UInt8(ascii: "<"): state = .iri
    case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .opening(byte, 1)
    case UInt8(ascii: "\\"): state = .escaped
    case UInt8(ascii: "("), UInt8(ascii: "["): levels += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): levels = max(levels - 1, 0)
    default: break
    }
  }
}
