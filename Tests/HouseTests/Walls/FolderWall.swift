/// No folder of a module uses what a later folder declares: types, functions outside of types, and what extensions add to
/// types of other modules, where their names are declared in one folder alone.
struct FolderWall {
  let layout: Layout
  let files: [SourceFile]

  func findings() -> [Finding] {
    let modules = Dictionary(grouping: files, by: \.module)
    var found = layout.mistakes
    for (name, files) in modules.sorted(by: { $0.key < $1.key }) {
      guard let module = layout[name] else {
        found.append(
          Finding(
            path: Layout.path, message: "module \(name) is missing; say what it imports and the order of its folders"))
        continue
      }
      found += folders(of: module, files) + uses(in: module, files)
    }
    for module in layout.modules where modules[module.name] == nil {
      found.append(
        Finding(path: Layout.path, line: module.line, message: "there is no module \(module.name); remove it"))
    }
    return found
  }

  /// Folders that only one of tree and layout has.
  private func folders(of module: Layout.Module, _ files: [SourceFile]) -> [Finding] {
    let folders = Set(files.map(\.folder))
    let missing = folders.filter { module.levels[$0] == nil }.sorted().map {
      "folder \($0) of \(module.name) is missing; put it behind the folders that it uses"
    }
    let gone = module.levels.keys.filter { !folders.contains($0) }.sorted().map {
      "there is no folder \($0) in \(module.name); remove it"
    }
    return (missing + gone).map { Finding(path: Layout.path, line: module.line, message: $0) }
  }

  private func uses(in module: Layout.Module, _ files: [SourceFile]) -> [Finding] {
    let names = NameOwners(files)
    return files.flatMap { file in
      names.uses(in: file, of: module.name).compactMap { use in
        guard let there = module.levels[use.folder], let here = module.levels[file.folder], there >= here else {
          return nil
        }
        return Finding(
          path: file.path, line: use.line,
          message: "\(file.folder) uses \(use.name) of \(use.folder), which does not come before it in \(Layout.path);"
            + " move the declaration down, or what uses it up")
      }
    }
  }
}
