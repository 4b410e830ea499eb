import Foundation

/// The repository that the tests were built from.
enum SourceTree {
  /// Its root.
  static let root: String = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().path
    return "/" + file.split(separator: "/").dropLast(4).joined(separator: "/")
  }()

  /// The Swift files below Sources and Tests, sorted by path.
  static let files: [SourceFile] = texts(below: ["Sources", "Tests"]) { $0.hasSuffix(".swift") }.map {
    SourceFile(path: $0.path, text: $0.text)
  }

  /// The Swift files of the product.
  static let sources = files.filter { $0.path.hasPrefix("Sources/") }

  /// Paths and texts of the pages at the root and below Sources, sorted by path.
  static let pages: [(path: String, text: String)] = {
    let top = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let pages = top.filter { $0.hasSuffix(".md") }.sorted().map { (path: $0, text: text(of: $0)) }
    return pages + texts(below: ["Sources", "docs"]) { $0.hasSuffix(".md") }
  }()

  /// The text of a file; empty when there is none.
  static func text(of path: String) -> String {
    (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
  }

  private static func texts(below folders: [String], where isWanted: (String) -> Bool) -> [(path: String, text: String)]
  {
    folders.flatMap { folder in
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      return paths.filter(isWanted).sorted().map { (path: "\(folder)/\($0)", text: text(of: "\(folder)/\($0)")) }
    }
  }
}
