/// A type that a file declares.
struct TypeDeclaration {
  var name: String
  var line: Int
  /// Whether no other file sees it.
  var isPrivate: Bool
  /// Whether it stands in no other type or extension.
  var isOuter: Bool
}

extension SourceFile {
  /// Words that open the declaration of a type.
  static let typeKeywords: Set = ["struct", "enum", "class", "protocol", "typealias", "actor", "associatedtype"]

  /// The types declared in the file, in order.
  func typeDeclarations() -> [TypeDeclaration] {
    var found: [TypeDeclaration] = []
    var depth = 0
    for (index, token) in code.enumerated() where token.kind == .mark || token.kind == .word {
      if token.isMark("{") { depth += 1 }
      if token.isMark("}") { depth -= 1 }
      guard token.kind == .word, Self.typeKeywords.contains(token.text), index + 1 < code.count,
        code[index + 1].kind == .word, code[index + 1].text.first?.isUppercase == true,
        index == 0 || !code[index - 1].isMark(".")
      else { continue }
      let modifiers = code[..<index].reversed().prefix { $0.kind == .word }.prefix(4).map(\.text)
      found.append(
        TypeDeclaration(
          name: code[index + 1].text, line: token.line,
          isPrivate: modifiers.contains("private") || modifiers.contains("fileprivate"), isOuter: depth == 0))
    }
    return found
  }

  /// The modules that the file imports, with their lines.
  func imports() -> [(module: String, line: Int)] {
    code.indices.dropLast().compactMap { index in
      guard code[index].isWord("import"), code[index + 1].kind == .word else { return nil }
      return (code[index + 1].text, code[index].line)
    }
  }
}
