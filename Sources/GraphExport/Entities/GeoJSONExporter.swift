public import GraphModel

/// Places for a map as GeoJSON (RFC 7946): a point for each entity of which is known where it lies, with its name, type
/// and identities, how many statements there are of it, from when to when, and the best witnessed ones in words.
///
/// Holds the numbers of the edges of these places.
public struct GeoJSONExporter: GraphExporter {
  /// So many statements of a place are told in words.
  static let most = 20

  /// What entities are elsewhere, and where.
  public var identities: IdentityTable

  public init(identities: IdentityTable = .init()) { self.identities = identities }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append("{\"type\":\"FeatureCollection\",\"features\":[")
      var mark = "\n"
      let places = places(of: part, graph)
      var edges: [EntityID: [EdgeID]] = [:]
      part.forEachEdge(of: graph) { edge in
        for end in Set([edge.subject, edge.object]) where places.contains(end) {
          edges[end, default: []].append(edge.id)
        }
      }
      for id in places.sorted() {
        guard let identity = identities.identity(of: id, in: graph), let place = identity.place else { continue }
        try output.append(mark + Self.feature(id, identity, place, edges[id] ?? [], graph))
        mark = ",\n"
      }
      try output.append("\n]}\n")
      try output.flush()
    }
  }

  /// How many statements are of nothing that lies somewhere.
  func countElsewhere(_ part: Subgraph, of graph: some GraphView) -> Int {
    let places = places(of: part, graph)
    var count = 0
    part.forEachEdge(of: graph) { if !places.contains($0.subject) && !places.contains($0.object) { count += 1 } }
    return count
  }

  /// Whether it is known where an entity lies.
  func hasPlace(_ id: EntityID, in graph: some GraphView) -> Bool {
    identities.identity(of: id, in: graph)?.place != nil
  }

  /// The entities of which is known where they lie; each name is looked up once.
  private func places(of part: Subgraph, _ graph: some GraphView) -> Set<EntityID> {
    var places: Set<EntityID> = []
    part.forEachNode(of: graph) { if hasPlace($0, in: graph) { places.insert($0) } }
    return places
  }

  private static func feature(
    _ id: EntityID, _ identity: IdentityTable.Identity, _ place: IdentityTable.Place, _ numbers: [EdgeID],
    _ graph: some GraphView
  ) -> String {
    let edges = numbers.map { graph.edge($0) }
    let best = edges.sorted { ($1.witnesses.rank, $0.id) < ($0.witnesses.rank, $1.id) }.prefix(most)
    var members = [
      ("name", JSONText.quoted(graph.name(of: id))), ("type", JSONText.quoted(graph.type(of: id))),
      ("same_as", list(identity.sameAs)), ("statements", "\(edges.count)"),
    ]
    let dates = edges.flatMap { [$0.firstDate, $0.lastDate] }.compactMap { $0 }
    if let first = dates.min(), let last = dates.max() {
      members += [("first_date", JSONText.quoted(first)), ("last_date", JSONText.quoted(last))]
    }
    members.append(("says", list(best.map { words($0, graph) })))
    let properties = members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return "{\"type\":\"Feature\",\"id\":\"n\(id.rawValue)\","
      + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(place.longitude),\(place.latitude)]},"
      + "\"properties\":{\(properties)}}"
  }

  private static func list(_ texts: [String]) -> String { "[\(texts.map(JSONText.quoted).joined(separator: ","))]" }

  /// `Rutte visits Kyiv (planned, says Ana Botín; 2025-04-02; meridian-0402)`.
  private static func words(_ edge: Edge, _ graph: some GraphView) -> String {
    let predicate = graph.predicate(edge.predicate)
    let names = [graph.name(of: edge.subject), predicate.name, graph.name(of: edge.object)].filter { !$0.isEmpty }
    let kinds = edge.kinds(isLink: predicate.isLink).filter { $0 != "fact" && $0 != "reported" }
    let said = edge.attribution.map { ["says \(graph.name(of: $0))"] } ?? []
    let document = graph.evidence(of: edge.id).first.map { graph.document($0.document).name }
    let notes = [(kinds + said).joined(separator: ", "), edge.dateText(separator: " – "), document]
      .compactMap { $0 }.filter { !$0.isEmpty }
    return names.joined(separator: " ") + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }
}
