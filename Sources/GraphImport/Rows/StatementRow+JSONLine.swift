internal import Bytes

extension StatementRow {
  /// The statements on a line of JSON Lines, as `tercet extract` and `tercet export` write them: one for the object of
  /// the event and one for every role, whose predicate ends in the role; none for an event that has neither.
  static func rows(jsonLine line: ArraySlice<UInt8>) throws(ImportProblem) -> [StatementRow] {
    guard String(validating: line, as: UTF8.self) != nil else { throw ImportProblem("the line is not UTF-8") }
    let object: JSONLine
    do throws(JSONLine.Problem) { object = try JSONLine(line) } catch { throw ImportProblem(error.text) }
    func text(_ name: String) throws(ImportProblem) -> ArraySlice<UInt8> {
      // Another kind of value means something, but not what is known here.
      if object.others.contains(name) { throw ImportProblem("expected a text \"\(name)\", found another value") }
      return Array(object.strings[name, default: ""].utf8)[...]
    }
    func required(_ name: String) throws(ImportProblem) -> ArraySlice<UInt8> {
      let value = try text(name)
      if value.isEmpty { throw ImportProblem("expected a text \"\(name)\"") }
      return value
    }
    let roles = object.objects["roles"] ?? []
    // A line without both is none of ours, but an event may have no object.
    let isEvent = object.others.contains("roles")
    let end = isEvent ? try text("object") : try required("object")
    var row = StatementRow(try required("subject"), try required("predicate"), end)
    row.subjectType = try text("subject_type")
    row.objectType = try text("object_type")
    row.relation = try text("relation")
    row.attribution = try text("attribution")
    _ = (try text("polarity"), try text("modality"))
    if let polarity = object.strings["polarity"] { try row.setPolarity(polarity) }
    if let modality = object.strings["modality"] { try row.setModality(modality) }
    let isQuality = row.objectType.elementsEqual("Quality".utf8)
    var rows = end.isEmpty || isQuality ? [] : [row]
    for role in roles {
      guard let name = role["role"], let filler = role["name"], !name.isEmpty, !filler.isEmpty else {
        throw ImportProblem("expected a \"role\" and a \"name\" in every one of \"roles\"")
      }
      var other = row
      other.predicate = row.predicate + [UInt8(ascii: " ")] + Array(name.utf8)
      other.object = Array(filler.utf8)[...]
      other.objectType = Array(role["type", default: ""].utf8)[...]
      other.relation = []
      rows.append(other)
    }
    return rows
  }
}
