/// Reads the members that a file declares, the types they belong to and what those conform to.
struct DeclarationReader {
  private enum Scope {
    case type(name: String, isVisible: Bool, isProtocol: Bool)
    case other
  }

  private let tokens: [SourceToken]
  private var index = 0
  private var scopes: [Scope] = []
  private var documentation: [String] = []
  private var modifiers: Set<String> = []

  private(set) var declarations: [Declaration] = []
  /// What each type, or protocol, is declared to conform to.
  private(set) var conformances: [String: Set<String>] = [:]
  /// Names of the protocols of the file.
  private(set) var protocols: Set<String> = []

  private static let modifierWords: Set = [
    "public", "package", "internal", "private", "fileprivate", "static", "class", "final", "mutating", "nonmutating",
    "override", "required", "convenience", "lazy", "weak", "unowned", "indirect", "consuming", "borrowing",
    "nonisolated", "isolated", "unsafe", "safe", "set", "open", "prefix", "postfix", "infix", "inlinable",
    "usableFromInline", "discardableResult", "inline", "__always", "never", "optional",
  ]

  init(_ file: SourceFile) {
    tokens = file.tokens
    while index < tokens.count { step() }
  }

  /// The name of the type that surrounds the place, outer types with it; empty at the top level.
  private var type: String {
    scopes.compactMap { if case .type(let name, _, _) = $0 { name } else { nil } }.joined(separator: ".")
  }

  private mutating func step() {
    let token = tokens[index]
    defer { index += 1 }
    switch token.kind {
    case .documentation: documentation.append(token.text)
    case .mark where token.text == "{":
      scopes.append(.other)
      forget()
    case .mark where token.text == "}":
      _ = scopes.popLast()
      forget()
    case .mark where "@()".contains(token.text): break
    case .word where isInType && !isMember: word(token)
    default: forget()
    }
  }

  /// Whether the place is between members, not inside a body.
  private var isInType: Bool { if case .other? = scopes.last { false } else { true } }

  private var isMember: Bool { index > 0 && tokens[index - 1].isMark(".") }

  private mutating func forget() {
    documentation = []
    modifiers = []
  }

  private mutating func word(_ token: SourceToken) {
    switch token.text {
    case "class" where index + 1 < tokens.count && ["func", "var", "let"].contains(tokens[index + 1].text): break
    case "struct", "enum", "class", "protocol", "extension", "actor": openType(token.text)
    case "func": member(.function)
    case "init": member(.initializer)
    case "subscript": member(.subscripting)
    case "var", "let": member(.property)
    case let word where Self.modifierWords.contains(word): modifiers.insert(word)
    default: if index == 0 || !tokens[index - 1].isMark("@") { forget() }
    }
  }

  private mutating func openType(_ keyword: String) {
    var end = index + 1
    var name = ""
    while end < tokens.count, tokens[end].kind == .word || tokens[end].kind == .mark && ".[]".contains(tokens[end].text)
    {
      name += tokens[end].text
      end += 1
    }
    var inherited: Set<String> = []
    var depth = 0
    while end < tokens.count, !tokens[end].isMark("{") {
      if tokens[end].isMark("<") { depth += 1 }
      if tokens[end].isMark(">") { depth -= 1 }
      if tokens[end].isWord("where") { break }
      if depth == 0, tokens[end].kind == .word { inherited.insert(tokens[end].text) }
      end += 1
    }
    while end < tokens.count, !tokens[end].isMark("{") { end += 1 }
    let full = type.isEmpty ? name : "\(type).\(name)"
    conformances[full, default: []].formUnion(inherited)
    if keyword == "protocol" { protocols.insert(full) }
    scopes.append(.type(name: name, isVisible: isVisible, isProtocol: keyword == "protocol"))
    index = end
    forget()
  }

  /// Whether the modifiers, or the protocol or extension around, show a declaration to other modules.
  private var isVisible: Bool {
    if !modifiers.isDisjoint(with: ["public", "package", "open"]) { return true }
    if !modifiers.isDisjoint(with: ["private", "fileprivate", "internal"]) { return false }
    if case .type(_, let isVisible, true)? = scopes.last { return isVisible }
    return false
  }

  private mutating func member(_ kind: Declaration.Kind) {
    let start = index
    var signature = kind == .initializer ? "init" : kind == .subscripting ? "subscript" : ""
    if kind == .function || kind == .property {
      index += 1
      while index < tokens.count, tokens[index].kind == .word && signature.isEmpty || isOperator(index, signature) {
        signature += tokens[index].text
        index += 1
      }
      index -= 1
    }
    if kind != .property { signature += "(\(labels()))" }
    let head = headEnd(kind)
    let throwsErrors = tokens[min(index, head)..<head].contains { $0.isWord("throws") } && kind != .property
    var body: ArraySlice<SourceToken>?
    if head < tokens.count, tokens[head].isMark("{") { body = block(head) }
    var isRequirement = false
    if case .type(_, _, true)? = scopes.last { isRequirement = true }
    declarations.append(
      Declaration(
        kind: kind, type: type, signature: signature, line: tokens[start].line, isVisible: isVisible,
        isPrivate: !modifiers.isDisjoint(with: ["private", "fileprivate"]), isRequirement: isRequirement,
        throwsErrors: throwsErrors, body: body, documentation: documentation))
    index = (body.map { $0.endIndex } ?? head - 1)
    forget()
  }

  private func isOperator(_ index: Int, _ soFar: String) -> Bool {
    tokens[index].kind == .mark && !"({:[,".contains(tokens[index].text)
      && (soFar.isEmpty || soFar.allSatisfy { !$0.isLetter && !$0.isNumber })
  }

  /// The argument labels in the parentheses that follow, `_:name:`.
  private mutating func labels() -> String {
    var place = index + 1
    while place < tokens.count, !tokens[place].isMark("(") { place += 1 }
    var labels = ""
    var depth = 0
    var isFirst = true
    while place < tokens.count {
      let token = tokens[place]
      if token.kind == .mark, "([{<".contains(token.text) { depth += 1 }
      if token.kind == .mark, ")]}>".contains(token.text) {
        depth -= 1
        if depth == 0 { break }
      }
      if depth == 1, isFirst, token.kind == .word, !["borrowing", "consuming", "inout"].contains(token.text) {
        labels += token.text + ":"
        isFirst = false
      }
      if depth == 1, token.isMark(",") { isFirst = true }
      if token.isMark("("), depth == 1 { isFirst = true }
      place += 1
    }
    index = min(place, tokens.count - 1)
    return labels
  }

  /// Where the head of a declaration ends: at its body, or behind it at the next declaration or closing brace.
  private func headEnd(_ kind: Declaration.Kind) -> Int {
    var place = index + 1
    var depth = 0
    while place < tokens.count {
      let token = tokens[place]
      if token.kind == .mark {
        if "([".contains(token.text) { depth += 1 }
        if ")]".contains(token.text) { depth -= 1 }
        if depth == 0, token.text == "{" || token.text == "}" { return place }
        // A stored property: what follows is its value, which may hold closures.
        if depth == 0, kind == .property, token.text == "=" { return valueEnd(place) }
      }
      if depth == 0, token.kind == .documentation { return place }
      if depth == 0, token.line > tokens[place - 1].line, opensDeclaration(place) { return place }
      place += 1
    }
    return place
  }

  private func valueEnd(_ start: Int) -> Int {
    var place = start + 1
    var depth = 0
    while place < tokens.count {
      let token = tokens[place]
      if token.kind == .mark {
        if "([{".contains(token.text) { depth += 1 }
        if ")]}".contains(token.text) {
          if depth == 0 { return place }
          depth -= 1
        }
      }
      if depth == 0, token.line > tokens[place - 1].line, token.kind == .documentation || opensDeclaration(place) {
        return place
      }
      place += 1
    }
    return place
  }

  private func opensDeclaration(_ place: Int) -> Bool {
    let token = tokens[place]
    if token.isMark("@") { return true }
    return token.kind == .word
      && (Self.modifierWords.contains(token.text)
        || [
          "func", "init", "subscript", "var", "let", "struct", "enum", "class", "protocol", "extension", "typealias",
          "case", "associatedtype", "deinit",
        ].contains(token.text))
  }

  /// The tokens between the brace at `start` and its partner.
  private func block(_ start: Int) -> ArraySlice<SourceToken> {
    var depth = 0
    var place = start
    while place < tokens.count {
      if tokens[place].isMark("{") { depth += 1 }
      if tokens[place].isMark("}") {
        depth -= 1
        if depth == 0 { break }
      }
      place += 1
    }
    return tokens[min(start + 1, place)..<place]
  }
}
