internal import GraphExport
internal import GraphQuery

/// One verb of the statements: what help and completion know of it. The verbs of the query language come from
/// GraphQuery's own table, so that parser and help cannot disagree; the front end adds its own.
struct VerbRow: Sendable, Equatable {
  var name: String
  var aliases: [String] = []
  var usage: String
  /// One sentence without final period.
  var summary: String
  /// The words that may follow; they end an unquoted name.
  var keywords: [String] = []
  /// What stands right behind the verb.
  var operand: CompletionKind = .none
  var examples: [String] = []
  /// Whether the front end carries it out itself.
  var isOfFrontEnd = false

  /// Every verb, in the order of help.
  static let all: [VerbRow] = VerbSyntax.all.map(row) + VerbSyntax.naming.map(row) + frontEnd

  /// Whether it decides on who is who.
  var isNaming: Bool { VerbSyntax.naming.contains { $0.name == name } }

  /// The verb called `word`, by name or alias in any case; nil when there is none.
  static func named(_ word: String) -> VerbRow? {
    let word = word.lowercased()
    return all.first { $0.name == word || $0.aliases.contains(word) }
  }

  private static func row(_ syntax: VerbSyntax) -> VerbRow {
    VerbRow(
      name: syntax.name, aliases: syntax.aliases, usage: syntax.usage, summary: syntax.summary,
      keywords: syntax.keywords, operand: operands[syntax.name] ?? .none, examples: examples[syntax.name] ?? [])
  }

  /// What a keyword is followed by.
  static func completion(after keyword: String) -> CompletionKind {
    switch keyword {
    case "to", "avoid", "into", "from": .entity
    case "via", "without": .relation
    case "type": .type
    default: .none
    }
  }

  private static let operands: [String: CompletionKind] = [
    "neighbors": .entity, "path": .entity, "facts": .entity, "timeline": .entity, "find": .entity, "why": .entity,
    "merge": .entity, "split": .entity,
  ]

  private static let examples: [String: [String]] = [
    "neighbors": [
      "neighbors NATO", "neighbors \"Mark Rutte\" via leads out", "neighbors Russia in since 2025-04 min 2",
      "neighbors NATO depth 2 type Person limit 20",
    ],
    "path": [
      "path Marco Rubio to Ukraine", "path Rutte to Rubio via memberOf|partOf max 4",
      "path Rutte to Rubio shortest 3 avoid NATO", "path Rutte to Russia via leads/(memberOf|partOf)*",
    ],
    "facts": ["facts Mark Rutte", "facts #12 limit 5"],
    "find": ["find rutte", "find \"foreign minister\""],
    "why": ["why e12", "why Mark Rutte"],
    "timeline": ["timeline NATO since 2025-04-01"],
    "types": ["types"],
    "relations": ["relations limit 20"],
    "stats": ["stats"],
    "merge": ["merge Rubio into Marco Rubio", "merge #12 into \"Mark Rutte\""],
    "split": ["split Okoye from Boris Okoye"],
    "undo": ["undo"],
  ]

  private static let frontEnd: [VerbRow] = [
    VerbRow(
      name: "export", usage: "export FORMAT [FILE]", summary: "write the last answer as " + ExportFormat.names,
      operand: .format, examples: ["export dot nato.dot", "export jsonl", "export nt statements.nt"], isOfFrontEnd: true
    ),
    VerbRow(
      name: "set", usage: "set [NAME VALUE]", summary: "change a setting, or list all", operand: .setting,
      examples: ["set", "set claims on", "set timeout 2.5"], isOfFrontEnd: true),
    VerbRow(
      name: "run", aliases: ["read", "source"], usage: "run FILE", summary: "run the statements of a file",
      operand: .file,
      examples: ["run tour.tq"], isOfFrontEnd: true),
    VerbRow(
      name: "history", usage: "history [N]", summary: "the last statements typed",
      examples: ["history 20"], isOfFrontEnd: true),
    VerbRow(
      name: "help", aliases: ["?"], usage: "help [TOPIC]", summary: "what there is, or one verb, command or topic",
      operand: .topic, examples: ["help", "help path", "help keys"], isOfFrontEnd: true),
    VerbRow(
      name: "quit", aliases: ["exit", "q"], usage: "quit", summary: "leave (so do ^D, exit and \\q)",
      examples: [], isOfFrontEnd: true),
  ]
}
