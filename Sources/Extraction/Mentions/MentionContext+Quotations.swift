import Language

extension MentionContext {
  /// The number of the quotation of every token, from 1; 0 outside. A paragraph ends an open quotation of straight marks.
  static func quotations(in document: Document) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: document.tokens.count)
    var count: Int32 = 0
    var isOpen = false
    for (index, token) in document.tokens.enumerated() {
      if token.flags.contains(.opensParagraph) { isOpen = false }
      let followsSpace = index == 0 || document.tokens[index - 1].flags.contains(.spaceAfter)
      switch mark(token, followsSpace: followsSpace, in: document) {
      case .opening: (isOpen, count) = (true, count + 1)
      case .closing: isOpen = false
      case .either:
        isOpen.toggle()
        if isOpen { count += 1 }
      case nil: if isOpen { numbers[index] = count }
      }
    }
    return numbers
  }

  private enum Mark { case opening, closing, either }

  private static func mark(_ token: Token, followsSpace: Bool, in document: Document) -> Mark? {
    guard token.length <= 3 else { return nil }
    switch document.text(of: token) {
    case "\u{201C}", "``": return .opening
    case "\u{201D}", "''": return .closing
    case "\"":
      if followsSpace == token.flags.contains(.spaceAfter) { return .either }
      return followsSpace ? .opening : .closing
    default: return nil
    }
  }
}
