internal import GraphModel

extension AnswerContent {
  /// The names of the fields of its records that a cell can hold, also where there is no record: a table without rows
  /// has them all the same.
  ///
  /// - Returns: nothing of a statement that was stopped before it had found anything.
  /// - Complexity: that of the first record.
  public var columns: [String] {
    records.first?.columns ?? (self as? any ColumnedContent)?.emptyColumns ?? []
  }
}

extension Record {
  /// The names of the fields that a cell can hold.
  ///
  /// - Complexity: O(number of fields).
  public var columns: [String] { fields.filter { !$0.isOnlyJSON }.map(\.name) }
}

/// Content that may have no record, and knows what a record would have.
private protocol ColumnedContent: AnswerContent {
  /// The ``AnswerContent/columns`` of its records.
  var emptyColumns: [String] { get }
}

// As each verb makes its records; a test compares them.
extension Answer.Listing: ColumnedContent {
  fileprivate var emptyColumns: [String] { ColumnNames.candidate + (hasDates ? ["last_date"] : []) }
}

extension Answer.Found: ColumnedContent {
  fileprivate var emptyColumns: [String] { ColumnNames.candidate }
}

extension Answer.Neighbors: ColumnedContent {
  fileprivate var emptyColumns: [String] {
    [
      "edge", "direction", "predicate", "relation", "neighbor_id", "neighbor", "neighbor_type", "depth", "through_id",
      "through",
    ] + ColumnNames.qualifiers
  }
}

extension Answer.Facts: ColumnedContent {
  fileprivate var emptyColumns: [String] { ColumnNames.statement }
}

extension Answer.Edges: ColumnedContent {
  fileprivate var emptyColumns: [String] { ColumnNames.statement }
}

extension Answer.Timeline: ColumnedContent {
  fileprivate var emptyColumns: [String] { ["date"] + ColumnNames.statement + ["support_on_date"] }
}

extension Answer.Disputes: ColumnedContent {
  fileprivate var emptyColumns: [String] { ["dispute", "kind"] + ColumnNames.statement + ["document", "source"] }
}

extension Answer.Offices: ColumnedContent {
  fileprivate var emptyColumns: [String] {
    [
      "edge", "holder_id", "holder", "office", "body_id", "body", "known", "since", "since_document", "since_sentence",
      "known_until", "until", "until_document", "until_sentence", "attribution",
    ]
  }
}

extension Answer.Common: ColumnedContent {
  fileprivate var emptyColumns: [String] { ["id", "name", "type", "edges"] }
}

extension Answer.Topics: ColumnedContent {
  fileprivate var emptyColumns: [String] { ["id", "name", "type", "statements"] }
}

extension Answer.Relations: ColumnedContent {
  fileprivate var emptyColumns: [String] {
    ["predicate", "relation", "inverse", "symmetric", "facts", "reported", "claims", "roles"]
  }
}

extension Answer.Types: ColumnedContent {
  fileprivate var emptyColumns: [String] { ["type", "entities"] }
}

extension Answer.Counts: ColumnedContent {
  fileprivate var emptyColumns: [String] { [share, unit] }
}

extension Answer.Paths: ColumnedContent {
  fileprivate var emptyColumns: [String] { ["path", "length", "entities", "edges"] }
}

extension Answer.Matches: ColumnedContent {
  /// Those of a row of nobody: the names of variables are made for the record.
  fileprivate var emptyColumns: [String] {
    let nobody = Answer.Entity(id: EntityID(0), name: "", type: "")
    var matches = self
    matches.rows = [Row(entities: variables.map { _ in nobody }, statements: [])]
    return matches.records[0].columns
  }
}

extension Answer.FoundSentences: ColumnedContent {
  fileprivate var emptyColumns: [String] {
    ["document", "title", "date", "source", "sentence_number", "sentence", "edges"]
  }
}

extension Answer.Reading: ColumnedContent {
  fileprivate var emptyColumns: [String] { ["document", "sentence", "text", "edges"] }
}

extension Answer.Documents: ColumnedContent {
  fileprivate var emptyColumns: [String] {
    ["document", "date", "source", "title", "sentences"] + (showsStories ? ["story", "copies"] : [])
  }
}

extension Answer.Suggestions: ColumnedContent {
  fileprivate var emptyColumns: [String] {
    [
      "decision", "entity", "entity_type", "other", "other_type", "rule", "shared", "document", "sentence",
      "other_document", "other_sentence",
    ]
  }
}

/// Columns that several verbs have.
private enum ColumnNames {
  static let candidate = ["id", "name", "type", "edges", "alias"]
  static let qualifiers = [
    "polarity", "modality", "attribution", "support", "confidence", "first_date", "last_date",
  ]
  static let statement =
    [
      "edge", "subject_id", "subject", "subject_type", "predicate", "relation", "object_id", "object", "object_type",
    ] + qualifiers
}
