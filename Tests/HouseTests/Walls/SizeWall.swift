/// Files stay short, lines readable, folders such that one can take them in.
enum SizeWall {
  static let linesOfFile = 400
  /// Swift files at the top of a module, or beside other folders.
  static let looseFiles = 12
  /// Swift files of a folder that has no folders.
  static let filesOfFolder = 30
  static let columns = 120

  static func longFiles(_ files: [SourceFile]) -> [Finding] {
    files.compactMap { file in
      let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
      guard count > linesOfFile else { return nil }
      return Finding(
        path: file.path, key: file.path,
        message: "\(count) lines, at most \(linesOfFile); give a concern a file of its own, Type+Concern.swift")
    }
  }

  /// - Parameter files: files of the product, whose modules are rooms, or of the tests, which may lie flat.
  static func crowdedFolders(_ files: [SourceFile]) -> [Finding] {
    let folders = Dictionary(grouping: files) { String($0.path.dropLast($0.name.count + 1)) }
    return folders.sorted { $0.key < $1.key }.compactMap { folder, files in
      let isRoom = folder.hasPrefix("Sources/") && files.contains { $0.folder == "." }
      let isLoose = isRoom || folders.keys.contains { $0.hasPrefix("\(folder)/") }
      let most = isLoose ? looseFiles : filesOfFolder
      guard files.count > most else { return nil }
      return Finding(
        path: folder, key: folder,
        message: "\(files.count) Swift files \(isLoose ? "lie loose" : "in one folder"), at most \(most);"
          + " sort them into folders by what they are for")
    }
  }

  /// Lines over 120 columns, tables and lines of one unbroken word aside.
  static func wideLines(path: String, _ text: String) -> [Finding] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      guard line.utf8.count > columns, line.count > columns, !line.hasPrefix("|"), line.contains(" ") else {
        return nil
      }
      return Finding(
        path: path, line: index + 1, key: path.split(separator: "/").last.map(String.init) ?? path,
        message: "\(line.count) columns, at most \(columns); break the line")
    }
  }
}
