/// What folders have beside documents and was not looked into.
public struct SkippedFiles: Sendable, Equatable {
  /// Files of one kind.
  public struct Kind: Sendable, Equatable {
    /// `csv` for files with that ending; `hidden`, `without ending`, or `links to folders`.
    public var name: String
    public var count: Int
    /// The first of them, as paths from the folder that was named.
    public var first: [String]
  }

  /// Names that are kept of a kind, and kinds that are told apart.
  private static let mostNames = 3
  private static let mostKinds = 50

  private var counts: [String: Int] = [:]
  private var names: [String: [String]] = [:]

  public init() {}

  public var isEmpty: Bool { counts.isEmpty }
  public var count: Int { counts.values.reduce(0, +) }

  /// Those with most files first.
  public var kinds: [Kind] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      Kind(name: $0.key, count: $0.value, first: names[$0.key] ?? [])
    }
  }

  mutating func add(_ path: String, as kind: String) {
    let kind = counts[kind] == nil && counts.count >= Self.mostKinds ? "other" : kind
    counts[kind, default: 0] += 1
    if names[kind, default: []].count < Self.mostNames { names[kind, default: []].append(path) }
  }
}
