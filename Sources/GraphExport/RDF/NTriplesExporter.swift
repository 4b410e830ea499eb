internal import GraphQuery
public import GraphModel

/// RDF as N-Triples with minted IRIs: `urn:tercet:entity:Person:Mark%20Rutte`, `urn:tercet:relation:leads`.
///
/// Facts become plain triples. A claim never does, nor what only somebody says, for a triple asserts: they appear only
/// with ``Provenance/reified``, as statements about statements.
public struct NTriplesExporter: GraphExporter {
  public enum Provenance: String, Sendable, CaseIterable {
    case none
    /// Each edge as an `rdf:Statement` with its qualifiers and evidence.
    case reified
  }

  public var provenance: Provenance
  /// By name of a relation: IRIs of properties elsewhere that say nearly the same, written as `skos:closeMatch`.
  public var links: [String: [String]]
  /// What entities are elsewhere, written as `owl:sameAs` and as the properties that Wikidata has for codes.
  public var identities: IdentityTable

  public init(
    provenance: Provenance = .none, links: [String: [String]] = [:], identities: IdentityTable = .init()
  ) {
    self.provenance = provenance
    self.links = links
    self.identities = identities
  }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      var described: Set<EntityID> = []
      var wordings: Set<PredicateID> = []
      var claims = 0
      let nothing = graph.nothing
      func describe(_ id: EntityID) throws(Failure) {
        guard id != nothing, described.insert(id).inserted else { return }
        if graph.type(of: id) == RDFTerm.literalType, graph.degree(of: id, .outgoing) == 0 { return }
        let subject = RDFTerm.entity(id, in: graph)
        try output.append("\(subject) \(RDFTerm.type) \(RDFTerm.iri("type", graph.type(of: id))) .\n")
        try output.append("\(subject) \(RDFTerm.label) \(RDFTerm.literal(graph.name(of: id))) .\n")
        for alias in graph.otherNames(of: id) where alias.rule != GraphContent.Alias.iriRule {
          try output.append("\(subject) \(RDFTerm.alternativeLabel) \(RDFTerm.literal(alias.name)) .\n")
        }
        for (name, value) in identities.properties(of: id, in: graph) {
          try output.append("\(subject) \(name.ntriples) \(value.ntriples) .\n")
        }
      }
      for id in part.entities { try describe(id) }
      try part.forEachEdge(of: graph) { edge throws(Failure) in
        let isAsserted = edge.degree == .fact
        guard isAsserted || provenance == .reified else {
          claims += 1
          return
        }
        try describe(edge.subject)
        try describe(edge.object)
        let predicate = graph.predicate(edge.predicate)
        if wordings.insert(edge.predicate).inserted {
          let label = RDFTerm.literal(predicate.name)
          try output.append("\(RDFTerm.predicate(predicate)) \(RDFTerm.label) \(label) .\n")
          for link in predicate.relation.flatMap({ links[$0] }) ?? [] {
            try output.append("\(RDFTerm.predicate(predicate)) \(RDFTerm.closeMatch) \(RDFTerm.absolute(link)) .\n")
          }
        }
        let triple = [
          RDFTerm.entity(edge.subject, in: graph), RDFTerm.predicate(predicate),
          RDFTerm.object(edge.object, in: graph),
        ]
        if isAsserted { try output.append(triple.joined(separator: " ") + " .\n") }
        if provenance == .reified {
          for line in reification(of: edge, triple, graph) { try output.append(line + " .\n") }
        }
      }
      if part.edges == nil {
        for number in 0..<UInt32(graph.entityCount) { try describe(EntityID(number)) }
      }
      if claims > 0 { try output.append("# \(claims) negated, uncertain or attributed statements left out\n") }
      try output.flush()
    }
  }

  private func reification(of edge: Edge, _ triple: [String], _ graph: some GraphView) -> [String] {
    let node = "_:e\(edge.id.rawValue)"
    func property(_ name: String, _ value: String) -> String { "\(node) \(RDFTerm.iri("property", name)) \(value)" }
    var lines = [
      "\(node) \(RDFTerm.type) \(RDFTerm.rdf("Statement"))", "\(node) \(RDFTerm.rdf("subject")) \(triple[0])",
      "\(node) \(RDFTerm.rdf("predicate")) \(triple[1])", "\(node) \(RDFTerm.rdf("object")) \(triple[2])",
      property("polarity", RDFTerm.literal(edge.polarity.symbol)),
      property("modality", RDFTerm.literal(edge.modality.name)),
    ]
    if let role = graph.predicate(edge.predicate).role { lines.append(property("role", RDFTerm.literal(role))) }
    if let attribution = edge.attribution {
      lines.append(property("attribution", RDFTerm.entity(attribution, in: graph)))
    }
    for (number, evidence) in graph.evidence(of: edge.id).enumerated() {
      let proof = "\(node)v\(number)"
      let document = graph.document(evidence.document)
      lines.append(property("evidence", proof))
      let values: [(name: String, term: String?)] = [
        ("document", RDFTerm.iri("document", document.name)), ("sentence", RDFTerm.integer(evidence.sentence + 1)),
        ("confidence", RDFTerm.decimal(Hundredths.text(evidence.confidence))),
        ("event", evidence.event.map { RDFTerm.integer($0) }), ("office", evidence.office.map { RDFTerm.literal($0) }),
        ("wording", evidence.wording.map { RDFTerm.literal($0) }),
        ("text", RDFTerm.literal(graph.sentence(evidence.sentence, of: evidence.document) ?? "")),
      ]
      for case (let name, let term?) in values { lines.append("\(proof) \(RDFTerm.iri("property", name)) \(term)") }
    }
    return lines
  }
}
