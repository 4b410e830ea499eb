/// The paragraphs of the main part of a Word document, in order.
struct WordParagraphs {
  private(set) var found: [String] = []
  private var scanner: XMLScanner
  /// What stands before the names of the elements of WordprocessingML: `w:`.
  private var prefix = ""
  /// The paragraphs that are open; text boxes have paragraphs inside one.
  private var open: [String] = []
  private var isInText = false
  /// The element whose content is passed over, and how many of its name are open in it.
  private var passed: (name: String, depth: Int)?

  /// Elements of which nothing is read: what was deleted or moved away, codes of fields, and what stands for a newer
  /// element, whose text would come twice.
  private static let passedNames: Set<String> = [
    "del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tblPr", "sectPr", "mc:Fallback",
  ]

  init(_ bytes: [UInt8]) { scanner = XMLScanner(bytes) }

  /// Reads all; false where the XML is malformed or breaks off.
  mutating func read() -> Bool {
    var depth = 0
    while let item = scanner.next() {
      switch item {
      case .start(let name, _, let isEmpty):
        if depth == 0 { prefix = name.split(separator: ":").count == 2 ? name.prefix { $0 != ":" } + ":" : "" }
        if !isEmpty { depth += 1 }
        start(name, isEmpty)
      case .end(let name):
        depth -= 1
        end(name)
      case .text(let text):
        if isInText, passed == nil, !open.isEmpty { open[open.count - 1] += text }
      }
    }
    return scanner.isAtEnd && depth == 0 && prefix.count <= 64
  }

  /// The name without the prefix of WordprocessingML; other names as they are.
  private func local(_ name: String) -> String { name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name }

  private mutating func start(_ name: String, _ isEmpty: Bool) {
    let local = local(name)
    if let passed {
      if !isEmpty, passed.name == local { self.passed?.depth += 1 }
      return
    }
    if Self.passedNames.contains(local) {
      if !isEmpty { passed = (local, 1) }
      return
    }
    switch local {
    case "p" where !isEmpty: open.append("")
    case "t": isInText = !isEmpty
    case "tab", "br", "cr", "ptab": write(" ")
    case "noBreakHyphen": write("-")
    default: break
    }
  }

  private mutating func write(_ text: String) {
    if !open.isEmpty { open[open.count - 1] += text }
  }

  private mutating func end(_ name: String) {
    let local = local(name)
    if let passed {
      guard passed.name == local else { return }
      self.passed?.depth -= 1
      if passed.depth == 1 { self.passed = nil }
      return
    }
    if local == "t" { isInText = false }
    guard local == "p", let text = open.popLast() else { return }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !words.isEmpty { found.append(words) }
  }
}
