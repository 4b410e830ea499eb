/// What kind of file documents stand in.
public enum InputFormat: String, Sendable, CaseIterable {
  /// By the ending of the file name; on standard input by the first byte.
  case auto
  case text
  case markdown
  /// An object with `text` and perhaps `id`, `title`, `date`, `source` on each line.
  case jsonl
  /// A web page: title, date and main text are found in it.
  case html

  /// Endings of the file names that are taken from a folder, lower case, without period; each also with `.gz` behind it.
  public static let knownEndings = ["txt", "text", "md", "markdown", "jsonl", "html", "htm"]

  /// The format that the ending of `path` stands for, `.gz` aside; text when it says nothing.
  init(path: String) {
    let ending = InputFile.ending(of: path)
    switch ending == "gz" ? InputFile.ending(of: InputFile.withoutEnding(path)) : ending {
    case "md", "markdown": self = .markdown
    case "jsonl": self = .jsonl
    case "html", "htm", "xhtml": self = .html
    default: self = .text
    }
  }
}
