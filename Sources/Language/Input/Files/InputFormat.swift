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
  /// A mail message: subject, date, sender and text.
  case eml
  /// A PDF, read by pdftotext.
  case pdf
  /// A Word document.
  case docx

  /// Endings of the file names that are taken from a folder, lower case, without period; each also with `.gz` behind
  /// it.
  public static let knownEndings = ["txt", "text", "md", "markdown", "jsonl", "html", "htm", "eml", "pdf", "docx"]

  /// Endings of files whose characters are no sentences: tables, data, drawings, triples.
  private static let dataEndings: Set<String> = [
    "csv", "geojson", "json", "nq", "nt", "sql", "svg", "tab", "tsv", "ttl", "xml", "yaml", "yml",
  ]

  /// The ending of `path`, `.gz` aside, where it stands for what is no text; nil for others.
  static func dataEnding(of path: String) -> String? {
    let ending = ending(of: path)
    return dataEndings.contains(ending) ? ending : nil
  }

  private static func ending(of path: String) -> String {
    let ending = InputFile.ending(of: path)
    return ending == "gz" ? InputFile.ending(of: InputFile.withoutEnding(path)) : ending
  }

  /// The format that the ending of `path` stands for, `.gz` aside; text when it says nothing.
  init(path: String) {
    switch Self.ending(of: path) {
    case "md", "markdown": self = .markdown
    case "jsonl": self = .jsonl
    case "html", "htm", "xhtml": self = .html
    case "eml": self = .eml
    case "pdf": self = .pdf
    case "docx": self = .docx
    default: self = .text
    }
  }
}
