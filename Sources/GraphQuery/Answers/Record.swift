internal import GraphModel

/// One row of an answer as programs read it: named values.
public struct Record: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int)
    /// Hundredths, written `0.93`.
    case hundredths(UInt8)
    case list([String])
    case range(Range<UInt32>)
    case records([Record])
    /// As people see it, without colors.
    case line(AnswerText)
    case null

    /// Null for nil.
    ///
    /// - Complexity: O(1).
    public init(_ text: String?) { self = text.map(Value.text) ?? .null }
  }

  public struct Field: Sendable, Equatable {
    public var name: String
    public var value: Value
    /// Nested values that do not fit a cell stand in JSON only.
    public var isOnlyJSON = false
  }

  public private(set) var fields: [Field] = []

  public init() {}

  /// Appends a field; names are not looked at.
  ///
  /// - Parameter onlyJSON: see ``Field/isOnlyJSON``.
  /// - Complexity: O(1), amortized.
  public mutating func add(_ name: String, _ value: Value, onlyJSON: Bool = false) {
    fields.append(Field(name: name, value: value, isOnlyJSON: onlyJSON))
  }

  /// Appends a field of text; null for nil.
  ///
  /// - Complexity: O(1), amortized.
  public mutating func add(_ name: String, _ text: String?) { add(name, Value(text)) }
}

extension Record {
  init(_ statement: Answer.Statement) { add(statement) }

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
    add("outlets", .integer(edge.witnesses.outlets), onlyJSON: true)
    add("copies", .integer(edge.witnesses.documents), onlyJSON: true)
    add("sentences", .integer(edge.witnesses.sentences), onlyJSON: true)
  }

  mutating func add(_ statement: Answer.Statement) {
    add("edge", .text(statement.idText))
    add("subject_id", .text(statement.subject.idText))
    add("subject", .text(statement.subject.name))
    add("subject_type", .text(statement.subject.type))
    add("predicate", .text(statement.predicate))
    add("relation", statement.relation)
    // Null of an event without object.
    let object = statement.object.isNothing ? nil : statement.object
    add("object_id", object?.idText)
    add("object", object?.name)
    add("object_type", object?.type)
    addQualifiers(of: statement)
  }
}
