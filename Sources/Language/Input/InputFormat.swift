/// What kind of file documents stand in.
public enum InputFormat: String, Sendable, CaseIterable {
  /// By the ending of the file name; on standard input by the first byte.
  case auto
  case text
  case markdown
  /// An object with `text` and perhaps `id`, `title`, `date`, `source` on each line.
  case jsonl

  /// Endings of the file names that are taken from a folder, lower case, without period.
  public static let knownEndings = ["txt", "text", "md", "markdown", "jsonl"]

  /// The format that the ending of `path` stands for; text when it says nothing.
  init(path: String) {
    switch InputFile.ending(of: path) {
    case "md", "markdown": self = .markdown
    case "jsonl": self = .jsonl
    default: self = .text
    }
  }
}
