/// A Swift file of the tree, cut into tokens.
struct SourceFile {
  /// From the root of the repository: `Sources/Language/Model/Network.swift`.
  let path: String
  /// The first folder below Sources or Tests.
  let module: String
  /// The folder in the module, `Input/HTML`; `.` for a file at the module's top level.
  let folder: String
  let text: String
  let tokens: [SourceToken]
  /// The tokens without documentation.
  let code: [SourceToken]

  init(path: String, text: String) {
    let parts = path.split(separator: "/").map(String.init)
    self.path = path
    module = parts.count > 1 ? parts[1] : ""
    folder = parts.count > 3 ? parts[2..<parts.count - 1].joined(separator: "/") : "."
    self.text = text
    tokens = SourceScanner.tokens(of: text)
    code = tokens.filter { $0.kind != .documentation }
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// The lines of the file, without their ends.
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
