/// No two modules declare a type of the same name, and no module declares one twice.
struct HomonymWall {
  let files: [SourceFile]

  /// One finding a name, at its second declaration.
  func findings() -> [Finding] {
    var places: [String: [(file: SourceFile, line: Int)]] = [:]
    for file in files {
      for type in file.typeDeclarations() where type.isOuter && !type.isPrivate {
        places[type.name, default: []].append((file, type.line))
      }
    }
    return places.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { name, places in
      Finding(
        path: places[1].file.path, line: places[1].line, key: name,
        message: "\(name) is declared in \(places.map(\.file.path).joined(separator: " and ")); give one another name")
    }
  }
}
