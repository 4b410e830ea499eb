internal import Bytes
internal import GraphModel

/// A statement of JSON Lines that says by which predicate the graph has it, as `tercet export` writes it: nothing has
/// to be derived.
struct LabeledStatement {
  var subject: NamingDecision.Entity
  var predicate: GraphContent.Predicate
  /// Nil where there is no object.
  var object: NamingDecision.Entity?
  var polarity = Polarity.affirmed
  var modality = Modality.certain
  /// Who says so, of the type `Thing` where none is told.
  var speaker: NamingDecision.Entity?
  /// Nil for a statement without a sentence. Its document is a number of whoever reads the line.
  var evidence: GraphContent.Evidence?

  /// The statements of a line: that of its object, unless it has none, and one of each role.
  ///
  /// - Parameter document: the number of its document; nil where that is not known, and the statement goes without.
  static func rows(_ value: JSONValue, document: Int?) throws(ImportProblem) -> [LabeledStatement] {
    let line = JSONMembers(value)
    if value["link"] != .null { return [try link(line, document: document)] }
    let label = line.value["label"] == .null ? nil : try line.name("label")
    let roles = try line.list("roles") { role throws(ImportProblem) in role }
    let type = try line.text("subject_type") ?? GraphContent.Entity.generalType
    // Graphs made by programs may have an entity of which the name is empty; a line that has no subject is a mistake.
    let name = type == GraphContent.Entity.nothing.type ? try line.text("subject") : try line.required("subject")
    var lead = LabeledStatement(
      subject: .init(name: name ?? "", type: type),
      predicate: .init(name: label ?? "", relation: try line.text("relation")))
    if let name = try line.text("object"), value["object_span"] == .null {
      lead.object = .init(name: name, type: try line.text("object_type") ?? GraphContent.Entity.generalType)
    }
    lead.evidence = try document.map { number throws(ImportProblem) in try evidence(line, number) }
    try lead.take(line)
    var rows = label == nil ? [] : [lead]
    for role in roles {
      var row = lead
      row.predicate = .init(name: try role.name("label"), role: try role.required("role"))
      row.object = try object(role, "name", "type")
      row.evidence?.object = try role.range("span") ?? 0..<0
      try row.take(role)
      rows.append(row)
    }
    if rows.isEmpty { throw ImportProblem("expected a text \"label\", or one in \"roles\"") }
    return rows
  }

  private static func link(_ line: JSONMembers, document: Int?) throws(ImportProblem) -> LabeledStatement {
    let predicate = GraphContent.Predicate.link(try line.name("link"))
    var row = LabeledStatement(
      subject: .init(name: try line.required("node"), type: try line.required("node_type")), predicate: predicate)
    row.object = try object(line, "name", "name_type")
    if let number = document {
      row.evidence = try evidence(line, number)
      let spans = JSONMembers(line.value["spans"])
      row.evidence?.subject = try spans.range("node") ?? 0..<0
      row.evidence?.predicate = try spans.range("name") ?? 0..<0
    }
    if case .object(let members) = line.value, members["role"] == .null { row.predicate.role = nil }
    try row.take(line)
    return row
  }

  private static func object(
    _ line: JSONMembers, _ name: String, _ type: String
  ) throws(ImportProblem) -> NamingDecision.Entity? {
    let entity = GraphContent.Entity(
      name: try line.text(name) ?? "", type: try line.text(type) ?? GraphContent.Entity.generalType)
    return entity.isNothing ? nil : .init(name: entity.name, type: entity.type)
  }

  private static func evidence(_ line: JSONMembers, _ document: Int) throws(ImportProblem) -> GraphContent.Evidence {
    let spans = JSONMembers(line.value["spans"])
    guard let sentence = try line.integer("sentence"), sentence > 0 else {
      throw ImportProblem("expected a number \"sentence\" from 1")
    }
    let object = (try spans.range("object"), try line.range("object_span"))
    return GraphContent.Evidence(
      document: document, sentence: sentence - 1, subject: try spans.range("subject") ?? 0..<0,
      predicate: try spans.range("predicate") ?? 0..<0,
      object: object.0 ?? object.1 ?? 0..<0)
  }

  /// Takes what a line, or a role in it, says of its statement; what it does not name stays.
  private mutating func take(_ line: JSONMembers) throws(ImportProblem) {
    guard case .object(let members) = line.value else { return }
    if let symbol = try line.text("polarity") { polarity = try Polarity(symbol: symbol) }
    if let name = try line.text("modality") { modality = try Modality(named: name) }
    if members["attribution"] != nil || members["attribution_type"] != nil {
      let name = members["attribution"] == nil ? speaker?.name : try line.text("attribution")
      let type = try line.text("attribution_type") ?? speaker?.type ?? GraphContent.Entity.generalType
      speaker = name.map { .init(name: $0, type: type) }
    }
    guard evidence != nil else { return }
    if members["time"] != nil { evidence?.time = try line.text("time") }
    if members["place"] != nil { evidence?.place = try line.text("place") }
    if members["quantity"] != nil { evidence?.quantity = try line.text("quantity") }
    if members["office"] != nil { evidence?.office = try line.text("office") }
    if members["wording"] != nil { evidence?.wording = try line.text("wording") }
    if members["event"] != nil { evidence?.event = try line.integer("event") }
    if members["rules"] != nil { evidence?.rules = try line.texts("rules") ?? [] }
    if members["confidence"] != nil { evidence?.confidence = try Self.hundredths(line.value["confidence"]) }
    if members["adjunct_spans"] != nil { evidence?.adjuncts = try line.ranges("adjunct_spans") ?? [] }
    if let range = try line.range("subject_span") { evidence?.subject = range }
    if let range = try line.range("predicate_span") { evidence?.predicate = range }
    if members["link"] != nil, let range = try line.range("object_span") { evidence?.object = range }
  }

  private static func hundredths(_ value: JSONValue) throws(ImportProblem) -> UInt8 {
    guard case .number(let text) = value, let share = Double(text), 0...1 ~= share else {
      throw ImportProblem("expected a \"confidence\" from 0 to 1")
    }
    return UInt8((share * 100).rounded())
  }
}
