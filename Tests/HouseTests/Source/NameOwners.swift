/// Which folder of a module declares what its other folders can name.
struct NameOwners {
  /// A name of another folder.
  struct Use {
    var name: String
    var folder: String
    var line: Int
  }

  private var types: [String: String] = [:]
  private var functions: [String: String] = [:]
  /// Private functions and properties of each file, by its path.
  private var privateNames: [String: Set<String>] = [:]
  /// Members that extensions add to types of other modules.
  private var members: [String: String] = [:]

  /// - Parameter files: all files of one module.
  init(_ files: [SourceFile]) {
    var others: Set<String> = []
    var known: Set<String> = []
    var added: [(type: String, name: String, folder: String)] = []
    for file in files {
      for type in file.typeDeclarations() {
        known.insert(type.name)
        if type.isOuter, !type.isPrivate { types[type.name] = file.folder }
      }
      for declaration in DeclarationReader(file).declarations {
        if declaration.isPrivate {
          privateNames[file.path, default: []].insert(declaration.name)
        } else if declaration.type.isEmpty {
          if declaration.kind == .function { functions[declaration.name] = file.folder }
        } else {
          added.append((String(declaration.type.prefix { $0 != "." }), declaration.name, file.folder))
        }
      }
      for index in file.code.indices.dropLast() where file.code[index].isWord("case") {
        others.insert(file.code[index + 1].text)
      }
    }
    // A bare call may be of a method as well.
    for (_, name, _) in added { functions[name] = nil }
    for (type, name, _) in added where known.contains(type) { others.insert(name) }
    for (type, name, folder) in added where !known.contains(type) && !others.contains(name) {
      if members[name] ?? folder != folder { others.insert(name) }
      members[name] = folder
    }
    for name in others { members[name] = nil }
  }

  /// What a file names of other folders, each name once.
  func uses(in file: SourceFile, of module: String) -> [Use] {
    let own = Set(file.typeDeclarations().map(\.name)).union(privateNames[file.path] ?? [])
    var seen: Set<String> = []
    var uses: [Use] = []
    let code = file.code
    for (index, token) in code.enumerated() where token.kind == .word {
      let isMember = index > 0 && code[index - 1].isMark(".")
      let isOfModule = isMember && index > 1 && code[index - 2].isWord(module)
      let isCall = index + 1 < code.count && code[index + 1].isMark("(")
      let isDeclared = index > 0 && code[index - 1].isWord("func")
      let folder =
        isMember && !isOfModule
        ? members[token.text]
        : own.contains(token.text) ? nil : types[token.text] ?? (isCall && !isDeclared ? functions[token.text] : nil)
      if let folder, folder != file.folder, seen.insert(token.text).inserted {
        uses.append(Use(name: token.text, folder: folder, line: token.line))
      }
    }
    return uses
  }
}
