/// What may stand at a place of a statement, so that it can be completed.
public enum OperandKind: Sendable, Equatable {
  case none, entity
  /// An edge by its id, or an entity.
  case edge
  /// A part of a name.
  case text
  /// Entities separated by commas.
  case entities
  /// A relation, or an expression over relations.
  case relation
  case type
  /// Patterns of triples separated by commas: `?x leads ?y, ?y memberOf NATO`.
  case patterns
  /// A document by its id or title, and where documents come from.
  case document, source
  case file, format, setting, topic
  /// A value of the setting that stands before it.
  case settingValue
}

/// A word behind a verb, with what follows it.
public struct VerbOption: Sendable, Equatable {
  /// In small letters; it ends an unquoted name.
  public var word: String
  /// What stands behind the word.
  public var operand: OperandKind
  /// What the word means, for help; empty where the usage line tells.
  public var help: String
  /// Whether the verb cannot do without it.
  public var isRequired: Bool

  public init(
    _ word: String, _ help: String = "", operand: OperandKind = .none, isRequired: Bool = false
  ) {
    self.word = word
    self.operand = operand
    self.help = help
    self.isRequired = isRequired
  }
}

// Words that several verbs have.
extension VerbOption {
  public static let limit = VerbOption("limit", "at most so many rows")
  public static let since = VerbOption("since", "from this date on: 2025, 2025-04 or 2025-04-03")
  public static let until = VerbOption("until", "up to this date")
  public static let moment = VerbOption(
    "at", "what holds then: a date, or now for the last date of the documents (help time)")
  public static let minimum = VerbOption(
    "min", "at least so many stories behind an edge; prints of one story count once")
  public static let via = VerbOption(
    "via", "only these relations: leads|memberOf, attack/in (help paths); for path also an expression",
    operand: .relation)
}

/// What help, completion and the parser know of a verb.
public struct VerbSyntax: Sendable, Equatable {
  public var name: String
  public var aliases: [String]
  /// The line that help shows: `neighbors E [via REL] …`.
  public var usage: String
  /// One sentence without final period.
  public var summary: String
  /// What stands right behind the verb, place by place; the last one may go on.
  public var operands: [OperandKind]
  /// The words that may follow, in the order of the usage line.
  public var options: [VerbOption]
  /// Statements that can be read.
  public var examples: [String]
  /// Whether it may be written as other shells write theirs: `.help`, `\q`.
  public var allowsMark: Bool
  /// Whether `--claims` may stand behind it.
  public var takesClaims: Bool

  public init(
    name: String, aliases: [String] = [], usage: String, summary: String, operands: [OperandKind] = [],
    options: [VerbOption] = [], examples: [String] = [], allowsMark: Bool = false,
    takesClaims: Bool = true
  ) {
    self.name = name
    self.aliases = aliases
    self.usage = usage
    self.summary = summary
    self.operands = operands
    self.options = options
    self.examples = examples
    self.allowsMark = allowsMark
    self.takesClaims = takesClaims
  }

  /// The words of ``options``.
  public var keywords: [String] { options.map(\.word) }

  /// Whether `word` is its name or an alias, in any case; or with a mark before it where that is allowed.
  ///
  /// - Complexity: O(number of aliases).
  public func isCalled(_ word: String) -> Bool {
    let word = word.lowercased()
    if name == word || aliases.contains(word) { return true }
    guard allowsMark, word.hasPrefix(".") || word.hasPrefix("\\") else { return false }
    let bare = String(word.dropFirst())
    return name == bare || aliases.contains(bare)
  }
}
