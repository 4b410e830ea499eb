public import GraphModel

/// What of a part an export does not hold, counted.
public struct ExportLosses: Sendable, Equatable {
  /// How many of what, in words for one and for several: `1 date`, `3 dates`.
  public private(set) var counts: [(count: Int, one: String, several: String)] = []

  public static func == (a: Self, b: Self) -> Bool { a.text == b.text }

  public var isEmpty: Bool { counts.isEmpty }

  /// `12 claims, 34 dates`; empty when nothing is lost.
  public var text: String {
    counts.map { "\($0.count) \($0.count == 1 ? $0.one : $0.several)" }.joined(separator: ", ")
  }

  /// What `format` does not hold of `part`, which is what its exporter shows.
  ///
  /// - Complexity: O(1) for a format that holds everything, otherwise O(size of the part).
  ///
  /// - Parameter exporter: that of the format; nil for its usual one.
  public init(
    _ part: Subgraph, of graph: some GraphView, as format: ExportFormat, by exporter: (any GraphExporter)? = nil
  ) {
    let things = format.description.things
    if things == .all { return }
    if let map = (exporter ?? format.exporter) as? GeoJSONExporter {
      let elsewhere = map.countElsewhere(part, of: graph)
      add(elsewhere, "statement without a place that is known", "statements without a place that is known")
      let entities = Self.alone(in: part, graph).count { !map.hasPlace($0, in: graph) }
      add(entities, "entity without a place that is known", "entities without a place that is known")
      return
    }
    count(edges: part, graph, things, format)
    if !things.contains(.entities) {
      add(Self.alone(in: part, graph).count, "entity without a statement", "entities without a statement")
    }
    if !things.contains(.otherNames) {
      var names = 0
      part.forEachNode(of: graph) { names += graph.otherNames(of: $0).count }
      add(names, "other name", "other names")
    }
    if !things.contains(.texts) {
      let isWhole = part.edges == nil
      let documents = isWhole ? graph.documentCount : PartContents(part, of: graph).documents.count
      add(documents, "text of a document", "texts of documents")
    }
  }

  /// The entities of a part that are at the end of none of its edges: those of a list.
  private static func alone(in part: Subgraph, _ graph: some GraphView) -> Set<EntityID> {
    var alone = Set(part.entities + part.highlighted)
    if alone.isEmpty { return [] }
    part.forEachEdge(of: graph) { alone.subtract([$0.subject, $0.object]) }
    if let nothing = graph.nothing { alone.remove(nothing) }
    return alone
  }

  private mutating func count(
    edges part: Subgraph, _ graph: some GraphView, _ things: ExportedThings, _ format: ExportFormat
  ) {
    var (claims, reported, bare, strange, dates, sentences) = (0, 0, 0, 0, 0, 0)
    let nothing = graph.nothing
    part.forEachEdge(of: graph) { edge in
      if edge.degree == .claim, !things.contains(.claims) {
        claims += 1
      } else if edge.degree == .reported, !things.contains(.speakers) {
        reported += 1
      } else if edge.object == nothing, !things.contains(.bareEvents) {
        bare += 1
      } else if format == .ftm, !FollowTheMoneyExporter.holds(edge, in: graph) {
        strange += 1
      } else {
        if edge.firstDate != nil, !things.contains(.dates) { dates += 1 }
        if !things.contains(.sentences) {
          sentences += things.contains(.sentence) ? max(edge.witnesses.sentences - 1, 0) : edge.witnesses.sentences
        }
      }
    }
    add(claims, "claim", "claims")
    add(reported, "statement that is somebody's word", "statements that are somebody's word")
    add(bare, "event without object", "events without object")
    add(strange, "statement of what has no schema there", "statements of what has no schema there")
    add(dates, "date", "dates")
    let isFirst = things.contains(.sentence)
    add(sentences, isFirst ? "further sentence" : "sentence", isFirst ? "further sentences" : "sentences")
  }

  private mutating func add(_ count: Int, _ one: String, _ several: String) {
    if count > 0 { counts.append((count, one, several)) }
  }
}
