/// A module imports only modules that layout.txt allows it, all of them before it in the order.
struct ModuleWall {
  let layout: Layout
  let files: [SourceFile]

  func findings() -> [Finding] { order() + files.flatMap(imports) }

  private func order() -> [Finding] {
    var earlier: Set<String> = []
    let names = Set(layout.modules.map(\.name))
    return layout.modules.flatMap { module in
      let later = module.imports.union(module.guarded.keys).filter { names.contains($0) && !earlier.contains($0) }
      earlier.insert(module.name)
      return later.sorted().map {
        Finding(
          path: Layout.path, line: module.line,
          message: "\(module.name) imports \($0), which does not stand before it; modules depend downwards only")
      }
    }
  }

  private func imports(of file: SourceFile) -> [Finding] {
    guard let module = layout[file.module] else { return [] }
    return file.imports().compactMap { name, line in
      if layout.system.contains(name) || module.imports.contains(name) { return nil }
      let folders = module.guarded[name] ?? []
      if folders.contains(file.folder) { return nil }
      let wall =
        folders.isEmpty
        ? "\(module.name) may not import \(name)"
        : "in \(module.name) only \(folders.sorted().joined(separator: ", ")) may import \(name)"
      return Finding(
        path: file.path, line: line,
        message: "\(wall) (\(Layout.path)); depend on what both can see, or hand the value in")
    }
  }
}
