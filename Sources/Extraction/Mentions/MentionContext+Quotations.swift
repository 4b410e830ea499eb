import Language

extension MentionContext {
  /// The number of the quotation of every token, from 1; 0 outside. A paragraph ends an open quotation unless
  /// the next mark closes it.
  static func quotations(in document: Document) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: document.tokens.count)
    var count: Int32 = 0
    var isOpen = false
    let marks = document.tokens.indices.map { mark(at: $0, in: document) }
    for (index, token) in document.tokens.enumerated() {
      if isOpen, token.flags.contains(.opensParagraph), !isClosed(after: index, marks) { isOpen = false }
      switch marks[index] {
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

  /// Whether the next mark within 400 words closes.
  private static func isClosed(after index: Int, _ marks: [Mark?]) -> Bool {
    marks[index..<min(index + 400, marks.count)].first { $0 != nil } == .closing
  }

  private static func mark(at index: Int, in document: Document) -> Mark? {
    let token = document.tokens[index]
    guard token.length <= 3 else { return nil }
    let followsSpace = index == 0 || document.tokens[index - 1].flags.contains(.spaceAfter)
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
