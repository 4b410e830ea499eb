/// How names are written so that they are read as names.
public enum NameSpelling {
  /// `name` as a statement can have it: in quotes where it would be read otherwise.
  ///
  ///     NameSpelling.typed("Department of Peace", keywords: ["of"])  // "\"Department of Peace\""
  ///
  /// - Parameter keywords: words in small letters that end an unquoted name.
  /// - Complexity: O(length of `name` · number of keywords).
  public static func typed(_ name: String, keywords: some Sequence<String>) -> String {
    if !name.isEmpty, !hasMarks(name), !name.contains("  ") {
      let words = name.split(separator: " ").map { $0.lowercased() }
      if !keywords.contains(where: words.contains) { return name }
    }
    return quoted(name)
  }

  /// `name` in quotes, with `\` before quotes and backslashes inside it.
  ///
  /// - Complexity: O(length of `name`).
  public static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Whether a character of `name` means something to the parser of statements or of path expressions.
  private static func hasMarks(_ name: String) -> Bool {
    name.utf8.contains { Array("\"'#;,/|^*+?(){}[]\\".utf8).contains($0) } || name.contains("“")
  }
}
