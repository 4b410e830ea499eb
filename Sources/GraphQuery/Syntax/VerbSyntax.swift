/// One verb of the query language: what help, completion and the parser know of it.
public struct VerbSyntax: Sendable, Equatable {
  public var name: String
  public var aliases: [String]
  /// The line that help shows: `neighbors E [via REL] …`.
  public var usage: String
  /// One sentence without final period.
  public var summary: String
  /// The words that may follow, in the order of the usage line; they end an unquoted name.
  public var keywords: [String]

  /// Every verb, in the order of help.
  public static let all = [
    VerbSyntax(
      name: "neighbors", aliases: ["neighbours", "neighbor", "neighbour"],
      usage: "neighbors E [via REL] [in|out|both] [type T] [since D] [until D] [min N] [depth N] [limit N]",
      summary: "what an entity is linked to: totals a relation, then the rows",
      keywords: ["via", "in", "out", "both", "type", "since", "until", "min", "depth", "limit"]),
    VerbSyntax(
      name: "path", aliases: ["paths"],
      usage:
        "path A to B [via REGEX] [max N] [shortest K | all | all shortest] [avoid E,…] [no-hubs N] [without REL] "
        + "[since D] [until D] [directed] [weighted]",
      summary: "how two entities are connected, edge by edge",
      keywords: [
        "to", "via", "max", "shortest", "all", "avoid", "no-hubs", "without", "since", "until", "directed", "weighted",
        "limit",
      ]),
    VerbSyntax(
      name: "facts", aliases: ["fact"], usage: "facts E [limit N]", summary: "all statements about an entity",
      keywords: ["limit"]),
    VerbSyntax(
      name: "find", aliases: ["search"], usage: "find TEXT [limit N]",
      summary: "entities whose name or alias has the text",
      keywords: ["limit"]),
    VerbSyntax(
      name: "why", aliases: [], usage: "why EDGE | why E",
      summary:
        "the sentences that say so, with document, date and rules; of an entity, which names are one and by which rule",
      keywords: []),
    VerbSyntax(
      name: "timeline", aliases: [], usage: "timeline E [since D] [until D] [limit N]",
      summary: "dated statements about an entity, earliest first", keywords: ["since", "until", "limit"]),
    VerbSyntax(
      name: "types", aliases: [], usage: "types", summary: "the types of entities with their numbers", keywords: []),
    VerbSyntax(
      name: "relations", aliases: ["predicates"], usage: "relations [limit N]",
      summary: "the relations with their numbers of edges", keywords: ["limit"]),
    VerbSyntax(
      name: "stats", aliases: ["statistics"], usage: "stats",
      summary: "the size of the graph and its best connected entities",
      keywords: []),
  ]

  /// The verb called `word`, by name or alias in any case; nil when there is none.
  public static func named(_ word: String) -> VerbSyntax? {
    let word = word.lowercased()
    return all.first { $0.name == word || $0.aliases.contains(word) }
  }
}

extension VerbSyntax {
  /// `name` as a statement can have it: in quotes where a word of it would be read as a keyword or a mark.
  public static func typed(_ name: String) -> String {
    let keywords = Set(all.flatMap(\.keywords))
    let needsQuotes =
      name.utf8.contains { Array("\"'#;,/|^*+?(){}[]\\".utf8).contains($0) } || name.contains("“")
      || name.contains("  ")
      || name.split(separator: " ").contains { keywords.contains($0.lowercased()) }
    guard needsQuotes || name.isEmpty else { return name }
    return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
