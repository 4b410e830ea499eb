import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphExport

/// The one table of fields holds for lines of JSON and for the values that Arrow gets.
@Suite struct RowFieldTests {
  /// Events of every kind, a name in a description and one of which nothing is said.
  private static var records: [StatementRecord] {
    var content = EventGraph.content
    let (description, name, nothing) = (content.entities.count, content.entities.count + 1, content.entities.count + 2)
    content.entities += [
      .init(name: "convoy of NATO", type: "Thing"), .init(name: "NATO", type: "Organization"), .nothing,
    ]
    content.predicates += [.link("of"), .mention]
    for (subject, object) in [(description, name), (name, nothing)] {
      var row = GraphContent.Statement(
        subject: subject, predicate: content.predicates.count - (object == name ? 2 : 1), object: object, evidence: nil)
      row.evidence = GraphContent.Evidence(
        document: 0, sentence: 0, subject: 0..<4, predicate: 5..<9, object: 5..<9,
        rules: [GraphContent.Evidence.linkRule], confidence: 99)
      content.statements.append(row)
    }
    return StatementRecord.events(in: content)
  }

  @Test func linesHaveTheFieldsOfTheTableAndNoOthers() throws {
    #expect(Set(RowField.all.map(\.name)).count == RowField.all.count)
    #expect(Self.records.contains { $0.isLink } && Self.records.contains { !$0.isLink && !$0.roles.isEmpty })
    for record in Self.records {
      let kind: RowField.Row = record.isLink ? .link : .statement
      let line = try JSONValue(Array(record.json.utf8)[...])
      guard case .object(let members) = line else {
        Issue.record("\(record.json) is no object")
        continue
      }
      let fields = RowField.all.filter { $0.rows.contains(kind) }
      #expect(Set(members.keys) == Set(fields.map(\.name)))
      for field in fields { Self.expect(members[field.name] ?? .null, field, "\(record.json)") }
      #expect(record.values.count == RowField.all.count)
      for (field, value) in zip(RowField.all, record.values) {
        #expect(Self.agree(members[field.name] ?? .null, value, field.kind), "\(field.name) of \(record.json)")
      }
    }
  }

  @Test func failures() {
    let values = StatementRecord.failure(document: "d", error: "broken")
    #expect(values.count == RowField.all.count)
    for (field, value) in zip(RowField.all, values) {
      #expect((value == .none) == !field.rows.contains(.failure), "\(field.name)")
    }
    #expect(values.first == .text("d") && values.last == .text("broken"))
  }

  /// Whether a value is of the kind of its field, and there where it has to be.
  private static func expect(_ value: JSONValue, _ field: RowField, _ line: String) {
    switch (field.kind, value) {
    case (_, .null): #expect(field.isOptional, "\(field.name) of \(line)")
    case (.text, .string), (.number, .number): break
    case (.integer, .number(let text)): #expect(Int32(text) != nil, "\(field.name) of \(line)")
    case (.list(let element), .array(let values)):
      for value in values { expect(value, RowField(field.name, element), line) }
    case (.structure(let fields), .object(let members)):
      #expect(Set(members.keys).isSubset(of: fields.map(\.name)), "\(field.name) of \(line)")
      for field in fields where members[field.name] != nil || !field.isOptional {
        expect(members[field.name] ?? .null, field, line)
      }
    default: Issue.record("\(field.name) of \(line) is of another kind")
    }
  }

  private static func agree(_ json: JSONValue, _ value: RowValue, _ kind: RowField.Kind) -> Bool {
    switch (json, value, kind) {
    case (.null, .none, _): true
    case (.string(let a), .text(let b), .text): a == b
    case (.number(let a), .integer(let b), .integer): Int(a) == b
    case (.number(let a), .number(let b), .number): Double(a) == b
    case (.array(let a), .list(let b), .list(let element)):
      a.count == b.count && zip(a, b).allSatisfy { agree($0, $1, element) }
    case (.object(let a), .structure(let b), .structure(let fields)):
      b.count == fields.count && zip(fields, b).allSatisfy { agree(a[$0.name] ?? .null, $1, $0.kind) }
    default: false
    }
  }
}
