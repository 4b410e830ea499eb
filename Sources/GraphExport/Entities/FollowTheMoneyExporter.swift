internal import Bytes
public import GraphModel

/// Entities of FollowTheMoney, one a line of JSON, as Aleph and the program `ftm` read them: people, bodies, places,
/// the documents as articles, and what is said as relations between two of them, with dates and the article as proof.
/// What has no relation of its own is an `UnknownLink` with the words of the text as its role.
///
/// That vocabulary knows neither denial nor doubt: claims are left out. So are types that are nothing there, such as
/// amounts and concepts, with what is said of them.
///
/// Ids are made of names and types, so that those of two graphs join. Countries have their code, and what Wikidata
/// knows has its id there.
public struct FollowTheMoneyExporter: GraphExporter {
  /// What entities are elsewhere.
  public var identities: IdentityTable

  public init(identities: IdentityTable = .init()) { self.identities = identities }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try part.forEachNode(of: graph) { id throws(Failure) in
        if let line = entity(id, graph) { try output.append(line + "\n") }
      }
      if part.edges == nil {
        for number in 0..<UInt32(graph.documentCount) {
          try output.append(Self.article(DocumentID(number), graph) + "\n")
        }
      } else {
        for id in PartContents(part, of: graph).documents { try output.append(Self.article(id, graph) + "\n") }
      }
      try part.forEachArc(of: graph) { edge throws(Failure) in
        if let line = Self.relation(edge, graph) { try output.append(line + "\n") }
      }
      try output.flush()
    }
  }

  private static func schema(_ id: EntityID, _ graph: some GraphView) -> String? {
    graph.name(of: id).isEmpty ? nil : FollowTheMoneySchema.schema(ofType: graph.type(of: id))
  }

  /// Whether an edge with an object is a relation there.
  static func holds(_ edge: Edge, in graph: some GraphView) -> Bool {
    edge.degree != .claim && schema(edge.subject, graph) != nil && schema(edge.object, graph) != nil
      && edge.subject != edge.object
  }

  private func entity(_ id: EntityID, _ graph: some GraphView) -> String? {
    guard let schema = Self.schema(id, graph) else { return nil }
    let name = graph.name(of: id)
    var properties = [("name", [name])]
    if schema == "Address" { properties.append(("full", [name])) }
    let others = graph.otherNames(of: id)
    let ids = others.compactMap { $0.rule == GraphContent.Alias.iriRule ? Self.wikidataID($0.name) : nil }
    properties.append(("alias", others.map(\.name).filter { $0 != name && Self.wikidataID($0) == nil }))
    if !ids.isEmpty { properties.append(("wikidataId", ids)) }
    if let identity = identities.identity(of: id, in: graph) {
      properties.append(("country", identity.alpha2.map { [$0.lowercased()] } ?? []))
      if ids.isEmpty { properties.append(("wikidataId", identity.sameAs.compactMap(Self.wikidataID))) }
    }
    return Self.line(Self.id(id, graph), schema, properties)
  }

  /// `Q183`; nil for an IRI that is not of Wikidata.
  private static func wikidataID(_ iri: String) -> String? {
    let start = "http://www.wikidata.org/entity/"
    return iri.hasPrefix(start) ? String(iri.dropFirst(start.count)) : nil
  }

  private static func article(_ id: DocumentID, _ graph: some GraphView) -> String {
    let record = graph.document(id)
    let address = ["http://", "https://"].contains { record.name.hasPrefix($0) } ? [record.name] : []
    return line(
      hash(["document", record.name]), "Article",
      [
        ("title", [record.title ?? record.name]), ("fileName", [record.name]),
        ("date", record.date.map { [$0] } ?? []), ("publisher", record.source.map { [$0] } ?? []),
        ("sourceUrl", address),
      ])
  }

  private static func relation(_ edge: Edge, _ graph: some GraphView) -> String? {
    guard holds(edge, in: graph), let subject = schema(edge.subject, graph), let object = schema(edge.object, graph)
    else { return nil }
    let predicate = graph.predicate(edge.predicate)
    let relation = FollowTheMoneySchema.relation(predicate.relation, subject: subject, object: object)
    var ends = [id(edge.subject, graph), id(edge.object, graph)]
    let key = [relation.schema, predicate.name] + ends + (edge.attribution.map { [id($0, graph)] } ?? [])
    if relation.isTurned { ends.reverse() }
    let evidence = graph.evidence(of: edge.id)
    let records = evidence.map { graph.document($0.document) }
    let offices = evidence.compactMap(\.office)
    let speaker = edge.attribution.map { ["according to \(graph.name(of: $0))"] } ?? []
    let properties = [
      (relation.source, [ends[0]]), (relation.target, [ends[1]]),
      (relation.role, unique(offices.isEmpty ? [predicate.name] : offices)),
      (
        "date", unique(DaySpan.all(of: edge, in: graph).map { $0.first == $0.last ? $0.first : nil }.compactMap(\.self))
      ),
      ("summary", unique(evidence.compactMap { graph.sentence($0.sentence, of: $0.document) })),
      ("description", speaker), ("publisher", unique(records.compactMap(\.source))),
      ("proof", unique(records.map { hash(["document", $0.name]) })),
    ]
    return line(hash(key), relation.schema, properties)
  }

  private static func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func line(_ id: String, _ schema: String, _ properties: [(name: String, values: [String])]) -> String {
    let members = properties.compactMap { name, values -> String? in
      let values = values.filter { $0.contains { !$0.isWhitespace } }
      return values.isEmpty ? nil : "\"\(name)\":[\(values.map(JSONText.quoted).joined(separator: ","))]"
    }
    return "{\"id\":\"\(id)\",\"schema\":\"\(schema)\",\"properties\":{\(members.joined(separator: ","))}}"
  }

  private static func id(_ id: EntityID, _ graph: some GraphView) -> String {
    hash([graph.type(of: id), graph.name(of: id)])
  }

  /// `tercet-` and 40 hexadecimal digits.
  private static func hash(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts { hash.update(Array(part.utf8) + [0]) }
    return "tercet-" + JSONText.hexadecimal(Array(hash.digest().prefix(20)))
  }
}
