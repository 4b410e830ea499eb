/// A format of triples that can be read.
public enum ImportFormat: String, Sendable, CaseIterable {
  /// N-Triples, N-Quads, Turtle, lines of subject, predicate and object with tabs or commas between, and JSON Lines.
  case nt, nq, ttl, tsv, csv, jsonl

  /// The format that the ending of a path tells, that of gzip left out; nil when it tells none.
  public init?(path: String) {
    let path = path.lowercased().hasSuffix(".gz") ? path.dropLast(3) : path[...]
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "nt", "ntriples": self = .nt
    case "nq", "nquads": self = .nq
    case "ttl", "turtle": self = .ttl
    case "tsv", "tab": self = .tsv
    case "csv": self = .csv
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }
}
