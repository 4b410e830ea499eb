internal import GraphExport
internal import GraphQuery
internal import GraphModel

/// One row of an answer as programs read it: named values.
struct Record: Sendable, Equatable {
  enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int)
    /// Hundredths, written `0.93`.
    case hundredths(UInt8)
    case list([String])
    case range(Range<UInt32>)
    case records([Record])
    case null

    init(_ text: String?) { self = text.map(Value.text) ?? .null }
  }

  struct Field: Sendable, Equatable {
    var name: String
    var value: Value
    /// Nested values that do not fit a cell stand in JSON only.
    var isOnlyJSON = false
  }

  var fields: [Field] = []

  mutating func add(_ name: String, _ value: Value, onlyJSON: Bool = false) {
    fields.append(Field(name: name, value: value, isOnlyJSON: onlyJSON))
  }

  mutating func add(_ name: String, _ text: String?) { add(name, Value(text)) }

  /// Adds the fields of a statement that do not depend on from which end it is seen.
  mutating func addQualifiers(of statement: Answer.Statement) {
    let edge = statement.edge
    add("polarity", .text(edge.polarity.symbol))
    add("modality", .text(edge.modality.name))
    add("attribution", statement.attribution?.name)
    add("support", .integer(edge.support))
    // An imported edge has no evidence, of which nobody can be sure or unsure.
    add("confidence", edge.support == 0 ? .null : .hundredths(edge.confidence))
    add("first_date", edge.firstDate)
    add("last_date", edge.lastDate)
  }

  mutating func add(_ statement: Answer.Statement) {
    add("edge", .text(statement.idText))
    add("subject_id", .text(statement.subject.idText))
    add("subject", .text(statement.subject.name))
    add("subject_type", .text(statement.subject.type))
    add("predicate", .text(statement.predicate))
    add("relation", statement.relation)
    add("object_id", .text(statement.object.idText))
    add("object", .text(statement.object.name))
    add("object_type", .text(statement.object.type))
    addQualifiers(of: statement)
  }
}

extension Record.Value {
  /// As a cell of a table; empty for null.
  var cell: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .hundredths(let hundredths): JSONText.hundredths(hundredths)
    case .list(let words): words.joined(separator: " ")
    case .range(let range): "\(range.lowerBound)-\(range.upperBound)"
    case .records, .null: ""
    }
  }

  var json: String {
    switch self {
    case .text(let text): JSONText.quoted(text)
    case .integer(let number): String(number)
    case .hundredths(let hundredths): JSONText.hundredths(hundredths)
    case .list(let words): "[" + words.map(JSONText.quoted).joined(separator: ",") + "]"
    case .range(let range): "[\(range.lowerBound),\(range.upperBound)]"
    case .records(let records): "[" + records.map(\.json).joined(separator: ",") + "]"
    case .null: "null"
    }
  }
}

extension Record {
  /// One JSON object on one line, fields in order.
  var json: String {
    "{" + fields.map { JSONText.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
  }
}
