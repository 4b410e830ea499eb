internal import Language

/// Every command of the program, one row each. Parsing, help, completion scripts and the README's table read these
/// rows.
public struct CommandTable: Sendable {
  /// The program itself: the options understood before any command.
  public var program: CommandSpecification
  public var commands: [CommandSpecification]

  /// The command meant when the first operand is a store.
  var defaultCommand: CommandSpecification { commands.first { $0.name == "query" } ?? program }

  /// The command of that name or alias.
  public func command(named name: String) -> CommandSpecification? {
    commands.first { $0.name == name || $0.aliases.contains(name) }
  }

  var allNames: [String] { commands.flatMap { [$0.name] + $0.aliases } }

  /// Whether a first operand is the name of a file and not a mistyped command.
  static func looksLikeStore(_ word: String) -> Bool { word.contains(".") || word.contains("/") }

  /// The table of this version of the program.
  public static let standard = CommandTable(
    program: CommandSpecification(
      name: "tercet",
      summary: "reads English news into a graph of who did what to whom, and answers questions about it",
      operands: [
        .init(
          placeholder: "COMMAND", isOptional: true, help: "one of the commands below, or a store to open at the prompt")
      ],
      options: common + [.flag("version", "V", "print the version, and that of the stores it writes")]),
    commands: [
      build, add, remove, compact, importing, merging, query, export, extract, parse, rules, check, stats, completions,
      manual, help,
    ])

  /// Options that every command takes.
  static let common: [OptionSpecification] = [
    .value(
      "color", nil, "WHEN", choices: ["auto", "always", "never"],
      "color the output: auto (on a terminal, unless NO_COLOR is set), always, never"),
    .flag("quiet", "q", "say nothing but errors"),
    .flag("verbose", "v", "say on standard error what is being done"),
    .flag("help", "h", "show this help"),
  ]

  static let timeout = OptionSpecification.value(
    "timeout", nil, "SECONDS", "give up after that time; a store that was to be written then stays as it was")

  static let language: [OptionSpecification] = [
    .value("schema", nil, "DIR", completion: .folder, "use the schema in DIR instead of the one built in"),
    .value("model", nil, "FILE", completion: .file, "use the language model in FILE instead of the one built in"),
    .value("threads", "j", "N", "analyze on N threads (default: one a processor)"),
    .value(
      "input-format", nil, "FORMAT", choices: InputFormat.allCases.map(\.rawValue),
      "how to read the input (default: auto, by the ending of the file)"),
    timeout,
  ]

  static let without = OptionSpecification.value(
    "without", nil, "RULE", repeatable: true,
    "leave a rule of Schema/grammar out, as `tercet rules` names it; may be repeated")

  static let names = OptionSpecification.value(
    "names", nil, "FILE.csv", repeatable: true, completion: .file,
    "names, types and ids of those whom you know: columns name, type, and where you have them id, aliases (with | "
      + "between), from and to, the days on which documents mean them; may be repeated")

  static let pretokenized = OptionSpecification.flag(
    "pretokenized", nil, "the input has one sentence a line, words separated by single spaces, kept as they are")

  static let input = CommandSpecification.Operand(
    placeholder: "INPUT", isRepeatable: true, completion: .file,
    help: "a file, a folder (walked in name order), or - for standard input")

  static let store = CommandSpecification.Operand(placeholder: "NEWS.tercet", completion: .store, help: "a store")
}
