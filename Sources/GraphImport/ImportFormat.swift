/// A format of triples that can be read.
public enum ImportFormat: String, Sendable, CaseIterable {
  /// N-Triples, N-Quads, Turtle, and lines of subject, predicate and object with tabs between.
  case nt, nq, ttl, tsv

  /// The format that the ending of a path tells; nil when it tells none.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "nt", "ntriples": self = .nt
    case "nq", "nquads": self = .nq
    case "ttl", "turtle": self = .ttl
    case "tsv", "tab": self = .tsv
    default: return nil
    }
  }
}
