internal import GraphQuery
internal import GraphModel

/// A graph as RDF with all that is known of its statements: facts as plain triples, each in the graph of the document
/// that says it; every statement with a sentence, and every claim, as an `rdf:Statement`; where it was read by PROV-O.
///
/// Statements, pieces of evidence and documents are `urn:tercet:statement:e12`, `urn:tercet:evidence:e12:0` and
/// `urn:tercet:document:NAME`: whoever reads the graph of entities alone can leave them out by that.
///
/// Sources: RDF 1.1 (W3C), PROV-O (W3C), DCMI Metadata Terms.
struct RDFDescription {
  /// Some triples of one subject.
  struct Node {
    var subject: RDFValue
    var properties: [(name: RDFValue, value: RDFValue)]
    /// The graph that says so; nil for the default graph.
    var graph: RDFValue?
  }

  /// By name of a relation: IRIs of properties elsewhere that say nearly the same.
  var links: [String: [String]] = [:]
  /// What entities are elsewhere.
  var identities = IdentityTable()
  /// Whether facts are told in the graphs of their documents; otherwise once, in the default graph.
  var hasGraphs = false

  /// Hands the nodes to `body`: documents, predicates and entities first.
  func forEachNode<Failure: Error>(
    of part: Subgraph, in graph: some GraphView, _ body: (Node) throws(Failure) -> Void
  ) throws(Failure) {
    let nothing = graph.nothing
    if graph.documentCount > 0 { try body(Self.activity) }
    try part.forEachThing(
      of: graph, document: { id throws(Failure) in try body(Self.document(graph.document(id))) },
      predicate: { id throws(Failure) in try body(predicate(graph.predicate(id))) },
      entity: { id throws(Failure) in
        let isText = graph.type(of: id) == RDFTerm.literalType && graph.degree(of: id, .outgoing) == 0
        if id != nothing, !isText { try body(entity(id, graph)) }
      })
    try part.forEachEdge(of: graph) { edge throws(Failure) in
      let subject = RDFValue(term: RDFTerm.entity(edge.subject, in: graph))
      let predicate = RDFValue(term: RDFTerm.predicate(graph.predicate(edge.predicate)))
      let object = Self.object(edge.object, graph)
      let evidence = graph.evidence(of: edge.id)
      if edge.degree == .fact {
        var node = Node(subject: subject, properties: [(predicate, object)])
        let documents = hasGraphs ? graph.documents(of: edge.id) : []
        if documents.isEmpty { try body(node) }
        for document in documents {
          node.graph = Self.document(named: graph.document(document).name)
          try body(node)
        }
      }
      if edge.degree == .fact, evidence.isEmpty { return }
      try body(Self.statement(edge, subject, predicate, object, evidence, graph))
      for (number, piece) in evidence.enumerated() { try body(Self.evidence(piece, number, of: edge, graph)) }
    }
  }

  private static let activityIRI = RDFValue.iri("urn:tercet:activity:extraction")

  private static var activity: Node {
    Node(
      subject: activityIRI,
      properties: [(.rdf("type"), .prov("Activity")), (.label, .literal("extraction by Tercet"))])
  }

  private static func document(named name: String) -> RDFValue { RDFValue(term: RDFTerm.iri("document", name)) }

  private static func document(_ record: DocumentRecord) -> Node {
    var node = Node(
      subject: document(named: record.name),
      properties: [(.rdf("type"), .prov("Entity")), (.terms("identifier"), .literal(record.name))])
    if let title = record.title { node.properties.append((.terms("title"), .literal(title))) }
    if let date = record.date {
      let isDay = DaySpan(date).map { $0.first == date && $0.last == date } ?? false
      node.properties.append((.terms("date"), isDay ? .typed(date, "date") : .literal(date)))
    }
    if let source = record.source { node.properties.append((.terms("publisher"), .literal(source))) }
    return node
  }

  private func predicate(_ predicate: GraphContent.Predicate) -> Node {
    let matches = predicate.relation.flatMap { links[$0] } ?? []
    return Node(
      subject: RDFValue(term: RDFTerm.predicate(predicate)),
      properties: [(.label, .literal(predicate.name))]
        + matches.map { (RDFValue(term: RDFTerm.closeMatch), RDFValue(term: RDFTerm.absolute($0))) })
  }

  private func entity(_ id: EntityID, _ graph: some GraphView) -> Node {
    let names = graph.otherNames(of: id).filter { $0.rule != GraphContent.Alias.iriRule }
    return Node(
      subject: RDFValue(term: RDFTerm.entity(id, in: graph)),
      properties: [
        (.rdf("type"), RDFValue(term: RDFTerm.iri("type", graph.type(of: id)))),
        (.label, .literal(graph.name(of: id))),
      ] + names.map { (RDFValue(term: RDFTerm.alternativeLabel), .literal($0.name)) }
        + identities.properties(of: id, in: graph))
  }

  private static func object(_ id: EntityID, _ graph: some GraphView) -> RDFValue {
    if graph.type(of: id) == RDFTerm.literalType { return .literal(graph.name(of: id)) }
    return RDFValue(term: RDFTerm.object(id, in: graph))
  }

  private static func statement(
    _ edge: Edge, _ subject: RDFValue, _ predicate: RDFValue, _ object: RDFValue, _ evidence: [Evidence],
    _ graph: some GraphView
  ) -> Node {
    var node = Node(
      subject: .iri("urn:tercet:statement:e\(edge.id.rawValue)"),
      properties: [
        (.rdf("type"), .rdf("Statement")), (.rdf("type"), .prov("Entity")), (.rdf("subject"), subject),
        (.rdf("predicate"), predicate), (.rdf("object"), object),
        (.property("polarity"), .literal(edge.polarity.symbol)), (.property("modality"), .literal(edge.modality.name)),
      ])
    if let role = graph.predicate(edge.predicate).role {
      node.properties.append((.property("role"), .literal(role)))
    }
    if let speaker = edge.attribution {
      node.properties.append((.prov("wasAttributedTo"), RDFValue(term: RDFTerm.entity(speaker, in: graph))))
    }
    for document in graph.documents(of: edge.id) {
      let name = graph.document(document).name
      node.properties.append((.prov("wasDerivedFrom"), Self.document(named: name)))
    }
    for number in evidence.indices { node.properties.append((.property("evidence"), proof(number, of: edge))) }
    return node
  }

  private static func proof(_ number: Int, of edge: Edge) -> RDFValue {
    .iri("urn:tercet:evidence:e\(edge.id.rawValue):\(number)")
  }

  private static func evidence(_ piece: Evidence, _ number: Int, of edge: Edge, _ graph: some GraphView) -> Node {
    func text(_ name: String, _ value: String?) -> [(name: RDFValue, value: RDFValue)] {
      value.map { [(.property(name), .literal($0))] } ?? []
    }
    let document = graph.document(piece.document)
    var properties: [(name: RDFValue, value: RDFValue)] = [
      (.rdf("type"), .prov("Entity")), (.prov("wasQuotedFrom"), Self.document(named: document.name)),
      (.prov("wasGeneratedBy"), activityIRI),
      (.prov("value"), .literal(graph.sentence(piece.sentence, of: piece.document) ?? "")),
      (.property("sentence"), .typed("\(piece.sentence + 1)", "integer")),
      (.property("confidence"), .typed(Hundredths.text(piece.confidence), "decimal")),
    ]
    properties += text("time", piece.time) + text("place", piece.place) + text("quantity", piece.quantity)
    properties += text("office", piece.office) + text("wording", piece.wording)
    properties += piece.event.map { [(.property("event"), .typed("\($0)", "integer"))] } ?? []
    properties += piece.rules.map { (.property("rule"), .literal($0)) }
    return Node(subject: proof(number, of: edge), properties: properties)
  }
}
