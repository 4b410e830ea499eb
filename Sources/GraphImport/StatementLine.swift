internal import Bytes
internal import GraphStore

/// A statement on a line of JSON Lines, as `tercet extract` and `tercet export` write them. Where it stands is not kept, because
/// its text is not there.
struct StatementLine {
  private let strings: [String: String]
  private let polarity: Polarity
  private let modality: Modality

  init(_ line: ArraySlice<UInt8>) throws(ImportProblem) {
    guard String(validating: line, as: UTF8.self) != nil else { throw ImportProblem("the line is not UTF-8") }
    do throws(JSONLine.Problem) { strings = try JSONLine(line).strings } catch { throw ImportProblem(error.text) }
    for name in ["subject", "predicate", "object"] where strings[name, default: ""].isEmpty {
      throw ImportProblem("expected a text \"\(name)\"")
    }
    for name in ["subject", "subject_type", "predicate", "relation", "object", "object_type", "attribution"] {
      guard strings[name, default: ""].utf8.count <= TripleTable.longestName else {
        throw ImportProblem("\"\(name)\" is too long")
      }
    }
    guard let polarity = Polarity.allCases.first(where: { [text = strings["polarity"] ?? "+"] in $0.symbol == text })
    else { throw ImportProblem("expected \"polarity\" + or -") }
    guard
      let modality = Modality.allCases.first(where: { [text = strings["modality"] ?? "certain"] in $0.name == text })
    else {
      throw ImportProblem("expected \"modality\" \(Modality.allCases.map(\.name).joined(separator: ", "))")
    }
    self.polarity = polarity
    self.modality = modality
  }

  /// Adds the statement to `table`; who says so is looked for by name.
  func add(to table: inout TripleTable) throws(ImportProblem) {
    do throws(StoreError) {
      let (subject, object) = (try entity("subject", &table), try entity("object", &table))
      let predicate = try table.predicate(text("predicate"))
      if let relation = strings["relation"], !relation.isEmpty { table.setRelation(relation, of: predicate) }
      let source = text("attribution")
      table.append(
        subject: subject, predicate: predicate, object: object, polarity, modality,
        source: source.isEmpty ? nil : try table.source(source))
    } catch {
      throw ImportProblem(error)
    }
  }

  private func text(_ name: String) -> ArraySlice<UInt8> { Array(strings[name, default: ""].utf8)[...] }

  private func entity(_ name: String, _ table: inout TripleTable) throws(StoreError) -> UInt32 {
    let type = strings[name + "_type", default: ""]
    return try table.entity(text(name), type: table.type(type.isEmpty ? TripleTable.thing : type))
  }
}
