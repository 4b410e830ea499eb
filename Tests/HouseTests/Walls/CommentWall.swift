/// What other modules call says in its comment what it costs and when it throws.
///
/// Functions, initializers and subscripts need `- Complexity:`, or a big O in the text; computed properties do when they
/// take more than a line. What throws needs `- Throws:`. Not asked: initializers that only assign, and what implements a
/// requirement of a protocol, which has the comment.
struct CommentWall {
  private let files: [(file: SourceFile, reader: DeclarationReader)]
  private var conformances: [String: Set<String>] = [:]
  private var requirements: [String: Set<String>]

  /// Requirements of the standard library's protocols that the modules conform to.
  private static let standard: [String: Set<String>] = [
    "Equatable": ["==(a:b:)", "==(lhs:rhs:)"], "Hashable": ["hash(into:)", "==(a:b:)", "==(lhs:rhs:)"],
    "Comparable": ["<(a:b:)", "<(lhs:rhs:)", "==(a:b:)", "==(lhs:rhs:)"], "CustomStringConvertible": ["description"],
    "Sequence": ["makeIterator()", "underestimatedCount"], "IteratorProtocol": ["next()"], "Collection": collection,
    "BidirectionalCollection": collection, "RandomAccessCollection": collection, "MutableCollection": collection,
    "RangeReplaceableCollection": collection, "RawRepresentable": ["init(rawValue:)", "rawValue"],
    "OptionSet": ["init(rawValue:)"], "ExpressibleByStringLiteral": ["init(stringLiteral:)"],
    "ExpressibleByArrayLiteral": ["init(arrayLiteral:)"], "ExpressibleByIntegerLiteral": ["init(integerLiteral:)"],
  ]
  private static let collection: Set = [
    "startIndex", "endIndex", "count", "isEmpty", "index(after:)", "index(before:)", "subscript(_:)",
    "subscript(position:)", "makeIterator()",
  ]

  /// - Parameter files: of all modules, for their protocols.
  init(_ files: [SourceFile]) {
    self.files = files.map { ($0, DeclarationReader($0)) }
    requirements = Self.standard
    for (_, reader) in self.files {
      for (type, inherited) in reader.conformances { conformances[type, default: []].formUnion(inherited) }
      for declaration in reader.declarations where declaration.isRequirement {
        requirements[declaration.type, default: []].insert(declaration.signature)
      }
    }
  }

  /// The findings of the given modules.
  func findings(in modules: Set<String>) -> [Finding] {
    files.filter { modules.contains($0.file.module) }.flatMap { file, reader in
      reader.declarations.compactMap { finding(for: $0, in: file) }
    }
  }

  private func finding(for declaration: Declaration, in file: SourceFile) -> Finding? {
    guard declaration.isVisible, !isWitness(declaration) else { return nil }
    let text = declaration.documentation.joined(separator: "\n")
    var missing: [String] = []
    if needsComplexity(declaration), !text.contains("- Complexity:"), !text.contains("O(") {
      missing.append("- Complexity:")
    }
    if declaration.throwsErrors, !text.contains("- Throws:") { missing.append("- Throws:") }
    guard !missing.isEmpty else { return nil }
    let name = declaration.type.isEmpty ? declaration.signature : "\(declaration.type).\(declaration.signature)"
    return Finding(
      path: file.path, line: declaration.line, key: name,
      message: "the comment of \(name) lacks \"\(missing.joined(separator: "\" and \""))\"; say it")
  }

  private func needsComplexity(_ declaration: Declaration) -> Bool {
    switch declaration.kind {
    case .function, .subscripting: return true
    case .initializer: return declaration.body.map { !Self.onlyAssigns($0) } ?? true
    case .property:
      guard !declaration.isRequirement, let body = declaration.body, let first = body.first, let last = body.last else {
        return false
      }
      return last.line > first.line && !first.isWord("didSet") && !first.isWord("willSet")
    }
  }

  /// Whether a body holds assignments of names and literals alone.
  private static func onlyAssigns(_ body: ArraySlice<SourceToken>) -> Bool {
    body.allSatisfy {
      switch $0.kind {
      case .mark: "=.,()[]:".contains($0.text)
      case .word: !["for", "while", "if", "guard", "try", "switch", "init", "let", "var"].contains($0.text)
      default: true
      }
    }
      && !body.indices.dropFirst().contains {
        body[$0].isMark("(") && body[$0 - 1].kind == .word && body[$0].line == body[$0 - 1].line
      }
  }

  /// Whether the type is a protocol with a requirement of that name, or conforms to one.
  private func isWitness(_ declaration: Declaration) -> Bool {
    guard !declaration.isRequirement else { return false }
    var pending = [declaration.type] + (conformances[declaration.type] ?? [])
    var seen: Set<String> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      if requirements[next]?.contains(declaration.signature) == true { return true }
      pending += conformances[next] ?? []
    }
    return false
  }
}
