internal import Bytes
internal import GraphModel
internal import GraphStore

extension GraphImporter {
  /// Adds what a line of JSON Lines says: statements, or a record of what `tercet export` knows of a document, a
  /// predicate or an entity.
  ///
  /// - Returns: how many statements.
  mutating func add(jsonLine line: ArraySlice<UInt8>) throws(ImportProblem) -> Int {
    guard line.contains(where: { $0 > 0x20 }) else { return 0 }
    guard String(validating: line, as: UTF8.self) != nil else { throw ImportProblem("the line is not UTF-8") }
    let object: JSONLine
    do throws(JSONLine.Problem) { object = try JSONLine(line) } catch { throw ImportProblem(error.text) }
    if object.strings["record"] != nil {
      try add(try GraphRecord(try Self.value(line)))
      return 0
    }
    let isLabeled = object.strings["label"] != nil || object.lists["roles"]?.contains { $0["label"] != nil } == true
    if isLabeled || (object.strings["link"] != nil && object.strings["polarity"] != nil) {
      let document = object.strings["document"].flatMap { texts.document($0) }
      let rows = try LabeledStatement.rows(try Self.value(line), document: document)
      for row in rows { if document == nil { try row.add(to: &table) } else { try texts.add(row) } }
      return rows.count
    }
    let rows = try StatementRow.rows(object, relations)
    for row in rows { try row.add(to: &table, relations) }
    return rows.count
  }

  /// What is known of predicates and entities goes where their statements go.
  private mutating func add(_ record: GraphRecord) throws(ImportProblem) {
    if case .decision(let decision) = record, !decision.records.allSatisfy(NamingDecision.isRecord) {
      throw ImportProblem("expected \"records\" as a store keeps them")
    }
    switch record {
    case .document, .more, .decision: try texts.add(record)
    case .predicate, .entity: if texts.isEmpty { try record.add(to: &table) } else { try texts.add(record) }
    }
  }

  private static func value(_ line: ArraySlice<UInt8>) throws(ImportProblem) -> JSONValue {
    do throws(JSONLine.Problem) { return try JSONValue(line) } catch { throw ImportProblem(error.text) }
  }
}
