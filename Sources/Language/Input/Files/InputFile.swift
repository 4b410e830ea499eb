internal import Bytes

/// A file to read documents from.
public struct InputFile: Sendable, Equatable {
  /// As the user would name it; `-` is standard input.
  public var path: String
  /// The id of its document where the document itself has none.
  public var id: String
  /// Where it lies.
  let location: FilePath
  /// Whether the user named it, so that it may be a pipe, and did not only name its folder.
  let isNamed: Bool

  init(path: String, id: String) { self.init(FilePath(path), id: id, isNamed: true) }

  init(_ location: FilePath, id: String, isNamed: Bool) {
    path = location.text
    self.id = id
    self.location = location
    self.isNamed = isNamed
  }

  static let standardInput = "-"

  /// Name of the file without its folder.
  static func name(of path: String) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
  }

  /// The ending of the file name, lower case; empty when it has none.
  static func ending(of path: String) -> String {
    let name = name(of: path)
    guard let period = name.lastIndex(of: "."), period > name.startIndex else { return "" }
    return name[name.index(after: period)...].lowercased()
  }

  /// `path` without the ending of the file name, and without `.gz` behind that.
  static func withoutEndings(_ path: some StringProtocol) -> String {
    withoutEnding(ending(of: String(path)) == "gz" ? withoutEnding(path) : String(path))
  }

  /// `path` without the ending of the file name.
  static func withoutEnding(_ path: some StringProtocol) -> String {
    let name = name(of: String(path))
    guard let period = name.lastIndex(of: "."), period > name.startIndex else { return String(path) }
    return String(path.dropLast(name.distance(from: period, to: name.endIndex)))
  }
}
