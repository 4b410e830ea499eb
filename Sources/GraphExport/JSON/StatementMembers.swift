internal import GraphQuery
internal import GraphModel

/// What a line of an export says beside its ``StatementRecord``, so that the very same statement can be read from it:
/// members of a JSON object.
struct StatementMembers {
  let edge: Edge
  let predicate: GraphContent.Predicate
  /// Nil for a statement without evidence.
  let piece: Evidence?
  private let speaker: (name: String, type: String)?

  init(_ edge: Edge, _ piece: Evidence?, in graph: some GraphView) {
    self.edge = edge
    self.piece = piece
    predicate = graph.predicate(edge.predicate)
    speaker = edge.attribution.map { (graph.name(of: $0), graph.type(of: $0)) }
  }

  /// What is said of the document and the sentence.
  static func source(_ document: DocumentRecord, sentence: String?) -> [String] {
    [
      "\"title\":\(JSONText.value(document.title))", "\"date\":\(JSONText.value(document.date))",
      "\"source\":\(JSONText.value(document.source))", "\"text\":\(JSONText.value(sentence))",
    ]
  }

  /// Of the statement that begins a line. Its label is null when it is that of the first role.
  var leading: [String] {
    let isRole = predicate.role != nil && !predicate.isLink
    var members = ["\"label\":" + (isRole ? "null" : JSONText.quoted(predicate.name))]
    members += speaker.map { ["\"attribution_type\":\(JSONText.quoted($0.type))"] } ?? []
    guard let piece else { return members }
    members += piece.event.map { ["\"event\":\($0)"] } ?? []
    members += piece.wording.map { ["\"wording\":\(JSONText.quoted($0))"] } ?? []
    if !piece.adjuncts.isEmpty { members.append("\"adjunct_spans\":\(JSONText.pairs(piece.adjuncts))") }
    return members
  }

  /// The bytes of the object of a statement that begins a line, where its record has no object to show.
  var objectSpan: [String] { piece.map { ["\"object_span\":\(JSONText.pair($0.object))"] } ?? [] }

  /// What a line about a name in a description does not say otherwise.
  var linking: [String] {
    var members = fields.filter { $0.value != "null" && !$0.name.hasSuffix("_span") }.map {
      "\"\($0.name)\":\($0.value)"
    }
    if predicate.role == nil { members.append("\"role\":null") }
    return members + objectSpan
  }

  /// Of a statement of a role: its label, and what it does not share with the one that begins the line.
  func differing(from lead: StatementMembers) -> [String] {
    ["\"label\":\(JSONText.quoted(predicate.name))"]
      + zip(fields, lead.fields).filter { $0.value != $1.value }.map { "\"\($0.0.name)\":\($0.0.value)" }
  }

  private var fields: [(name: String, value: String)] {
    var fields = [
      ("polarity", JSONText.quoted(edge.polarity.symbol)), ("modality", JSONText.quoted(edge.modality.name)),
      ("attribution", JSONText.value(speaker?.name)), ("attribution_type", JSONText.value(speaker?.type)),
    ]
    guard let piece else { return fields }
    fields += [
      ("time", JSONText.value(piece.time)), ("place", JSONText.value(piece.place)),
      ("quantity", JSONText.value(piece.quantity)), ("office", JSONText.value(piece.office)),
      ("wording", JSONText.value(piece.wording)), ("confidence", Hundredths.text(piece.confidence)),
      ("rules", "[" + piece.rules.map(JSONText.quoted).joined(separator: ",") + "]"),
      ("event", piece.event.map { "\($0)" } ?? "null"), ("adjunct_spans", JSONText.pairs(piece.adjuncts)),
      ("subject_span", JSONText.pair(piece.subject)), ("predicate_span", JSONText.pair(piece.predicate)),
    ]
    return fields
  }
}
