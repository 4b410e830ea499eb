/// Where documents come from.
public enum DocumentSource {
  /// Endings of the file names that are taken from a folder, lower case, without period.
  public static let knownEndings = ["txt", "text", "md", "jsonl"]
}
