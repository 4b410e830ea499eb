internal import Bytes
internal import GraphModel

extension StatementRow {
  /// The statements of the event on a line of JSON Lines, as `tercet extract` and `tercet export` write them: one of
  /// its object, unless it has roles alone, and one of each role.
  ///
  /// - Parameter relations: the predicate of each relation of the schema, by its name there.
  static func rows(
    _ object: JSONLine, _ relations: [String: GraphContent.Predicate]
  ) throws(ImportProblem) -> [StatementRow] {
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
    if object.strings["link"] != nil || object.others.contains("link") {
      return [try link(String(decoding: try text("link"), as: UTF8.self), try required("node"), text)]
    }
    let roles = object.lists["roles"] ?? []
    // Only a line that names its roles may have no object.
    let needsObject = object.lists["roles"] == nil && !object.others.contains("roles")
    var row = StatementRow(
      try required("subject"), try required("predicate"), needsObject ? try required("object") : try text("object"))
    row.subjectType = try text("subject_type")
    row.objectType = try text("object_type")
    row.relation = try text("relation")
    row.attribution = try text("attribution")
    _ = (try text("polarity"), try text("modality"))
    if let polarity = object.strings["polarity"] { try row.setPolarity(polarity) }
    if let modality = object.strings["modality"] { try row.setModality(modality) }
    let isQuality = row.objectType.elementsEqual(GraphContent.Entity.qualityType.utf8)
    if isQuality {
      row.predicate = row.predicate + Array(" ".utf8) + row.object
      (row.object, row.objectType) = ([], [])
    }
    // Beside a relation stand the words of the text, which those of roles go on with.
    let words = row.predicate
    if let known = relations[String(decoding: row.relation, as: UTF8.self)] {
      row.predicate = Array(known.name.utf8)[...]
    }
    var rows = row.object.isEmpty && !isQuality && !roles.isEmpty ? [] : [row]
    for role in roles {
      guard let name = role["role"], let filler = role["name"], !name.isEmpty, !filler.isEmpty else {
        throw ImportProblem("expected texts \"role\" and \"name\" in \"roles\"")
      }
      var statement = row
      statement.predicate = words + Array(" \(name)".utf8)
      statement.role = Array(name.utf8)[...]
      statement.relation = []
      statement.object = Array(filler.utf8)[...]
      statement.objectType = Array((role["type"] ?? "").utf8)[...]
      rows.append(statement)
    }
    return rows
  }

  /// `allies of NATO` –of→ NATO; a name of which nothing is said has itself for its name.
  private static func link(
    _ link: String, _ node: ArraySlice<UInt8>, _ text: (String) throws(ImportProblem) -> ArraySlice<UInt8>
  ) throws(ImportProblem) -> StatementRow {
    if link.isEmpty { throw ImportProblem("expected a text \"link\"") }
    let predicate = GraphContent.Predicate.link(link)
    let name = try text("name")
    let isMention = predicate == .mention
    if name.isEmpty, !isMention { throw ImportProblem("expected a text \"name\"") }
    var row = StatementRow(node, Array(predicate.name.utf8)[...], isMention ? [] : name)
    row.role = Array(link.utf8)[...]
    row.subjectType = try text("node_type")
    row.objectType = isMention ? [] : try text("name_type")
    return row
  }
}
