/// A field of the rows that `extract` writes: a member of an object in JSON Lines, a column in Arrow.
public struct RowField: Sendable, Equatable {
  /// What its values are.
  public indirect enum Kind: Sendable, Equatable {
    /// UTF-8.
    case text
    /// Of 32 bits, with a sign.
    case integer
    /// Of 64 bits, with a fraction.
    case number
    case list(Kind)
    case structure([RowField])
  }

  /// What a row tells.
  public enum Row: Sendable, CaseIterable {
    /// An event of a sentence.
    case statement
    /// That a name stands in a description, or in the text.
    case link
    /// That a document could not be read.
    case failure
  }

  public var name: String
  public var kind: Kind
  /// Whether there may be none in a row that has the field: null, in a structure left out.
  public var isOptional: Bool
  /// The rows that have it; others have no such member in JSON Lines, and null in Arrow.
  public var rows: [Row]
  /// What it tells; empty inside a structure.
  public var summary: String

  init(
    _ name: String, _ kind: Kind, optional: Bool = false, rows: [Row] = [.statement], _ summary: String = ""
  ) {
    self.name = name
    self.kind = kind
    isOptional = optional
    self.rows = rows
    self.summary = summary
  }

  /// Whether a table of all rows has rows without a value.
  public var isNullable: Bool { isOptional || rows.count < Row.allCases.count }

  /// What its values are, in words, and whether there may be none: `text or null`.
  ///
  /// - Complexity: O(fields within it).
  public var form: String { kind.form + (isOptional ? " or null" : "") }
}

extension RowField.Kind {
  fileprivate var form: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .number: "number"
    case .list(.integer): "[start, end]"
    case .list(.structure(let fields)): "list of {\(Self.names(fields))}"
    case .list(.text): "list of text"
    case .list(let element): "list of \(element.form)"
    case .structure(let fields): "{\(Self.names(fields))}"
    }
  }

  private static func names(_ fields: [RowField]) -> String { fields.map(\.name).joined(separator: ", ") }
}

extension RowField {
  /// Where something stands: the first byte and the one behind the last, in the bytes of the document's text.
  private static func span(_ name: String) -> RowField { RowField(name, .list(.integer), optional: true) }

  /// Every field of the rows, in the order in which they are written. What is added comes behind them, so that readers
  /// may rely on what is there.
  public static let all: [RowField] = [
    RowField("document", .text, rows: Row.allCases, "the id of the document"),
    RowField("sentence", .integer, rows: [.statement, .link], "the number of the sentence, from 1"),
    RowField("start", .integer, rows: [.statement, .link], "the first byte of the sentence in the text"),
    RowField("end", .integer, rows: [.statement, .link], "the byte behind the sentence"),
    RowField("subject", .text, "who does it, by the name that the document has for it"),
    RowField("subject_type", .text, "the type of the subject, as the schema names it"),
    RowField("predicate", .text, "what is done, in the words of the sentence"),
    RowField("relation", .text, optional: true, "the relation of the schema; null where the predicate is none"),
    RowField("object", .text, optional: true, "to whom or what; null where the event has none"),
    RowField("object_type", .text, optional: true, "the type of the object"),
    RowField(
      "roles",
      .list(
        .structure([RowField("role", .text), RowField("name", .text), RowField("type", .text), span("span")])),
      "who else takes part, each with its preposition and bytes; without `span` where it has none"),
    RowField("office", .text, optional: true, "the office that the subject holds, in the words of the text"),
    RowField("adjuncts", .list(.text), "what else the clause says, in the words of the text"),
    RowField("polarity", .text, "`+`, or `-` for what is denied"),
    RowField("modality", .text, "certain, possible, expected, planned, desired or obligation"),
    RowField("attribution", .text, optional: true, "who says so"),
    RowField(
      "time", .text, optional: true, "when, by ISO 8601 where the date of the document allows it, else the words"),
    RowField("place", .text, optional: true, "where"),
    RowField("quantity", .text, optional: true, "how much or how many"),
    RowField("confidence", .number, "how sure the reading is, from 0 to 1"),
    RowField("rules", .list(.text), "the rules by which it was found"),
    RowField(
      "spans", .structure([span("subject"), span("predicate"), span("object"), span("node"), span("name")]),
      rows: [.statement, .link], "the bytes of each in the text"),
    RowField("node", .text, rows: [.link], "a description, or a name of which nothing else is said"),
    RowField("node_type", .text, rows: [.link], "the type of the node"),
    RowField("link", .text, rows: [.link], "the preposition before the name in the description"),
    RowField("name", .text, rows: [.link], "the name in the description"),
    RowField("name_type", .text, rows: [.link], "the type of the name"),
    RowField("error", .text, rows: [.failure], "why the document could not be read"),
  ]
}
