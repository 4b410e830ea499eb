internal import Bytes

/// Edges by subject, and for each object the numbers of its edges.
struct EdgeLists: Sendable {
  /// First edge of each subject, and the number of edges.
  let firstEdge: MonotoneArray
  let predicates: PackedArray
  let objects: PackedArray
  /// First place of each object in ``incoming``, and the number of edges.
  let firstIncoming: MonotoneArray
  let incoming: PackedArray

  init(forward: PagedView, reverse: PagedView, counts: StoreCounts) throws(BytesError) {
    var offset = 0
    firstEdge = try MonotoneArray(forward, at: &offset)
    predicates = try PackedArray(forward, at: &offset)
    objects = try PackedArray(forward, at: &offset)
    offset = 0
    firstIncoming = try MonotoneArray(reverse, at: &offset)
    incoming = try PackedArray(reverse, at: &offset)
    guard firstEdge.count == counts.entities + 1, firstEdge.largest == counts.edges,
      predicates.count == counts.edges, objects.count == counts.edges
    else { throw forward.damage("the edges") }
    guard firstIncoming.count == counts.entities + 1, firstIncoming.largest == counts.edges,
      incoming.count == counts.edges
    else { throw reverse.damage("the incoming edges") }
  }

  /// The subject of `edge`.
  func subject(of edge: Int) -> Int { max(firstEdge.count(atMost: edge) - 1, 0) }

  static func encodeForward(_ edges: EdgeTable, entities: Int) -> [UInt8] {
    var writer = ByteWriter()
    MonotoneArray.encode(starts(edges.rows.map(\.subject), entities: entities), into: &writer)
    PackedArray.encode(edges.rows.map { UInt64($0.predicate) }, into: &writer)
    PackedArray.encode(edges.rows.map { UInt64($0.object) }, into: &writer)
    return writer.bytes
  }

  static func encodeReverse(_ edges: EdgeTable, entities: Int) -> [UInt8] {
    let starts = starts(edges.rows.map(\.object), entities: entities)
    var next = starts
    var incoming = [UInt64](repeating: 0, count: edges.rows.count)
    for (number, edge) in edges.rows.enumerated() {
      incoming[next[edge.object]] = UInt64(number)
      next[edge.object] += 1
    }
    var writer = ByteWriter()
    MonotoneArray.encode(starts, into: &writer)
    PackedArray.encode(incoming, into: &writer)
    return writer.bytes
  }

  /// Where the list of each entity begins when the edges are sorted by `ends`, and where the last one ends.
  private static func starts(_ ends: [Int], entities: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: entities + 1)
    for end in ends { starts[end + 1] += 1 }
    for entity in 0..<entities { starts[entity + 1] += starts[entity] }
    return starts
  }
}

/// Polarity, modality and attribution of each edge.
struct QualifierTable: Sendable {
  /// The combinations that occur: polarity + 2 · modality + 16 when attributed.
  private let kinds: PackedArray
  private let kindOfEdge: PackedArray
  private let attributedEdges: MonotoneArray
  private let sources: PackedArray
  private let section: PagedView

  init(_ section: PagedView, counts: StoreCounts) throws(BytesError) {
    var offset = 0
    kinds = try PackedArray(section, at: &offset)
    kindOfEdge = try PackedArray(section, at: &offset)
    attributedEdges = try MonotoneArray(section, at: &offset)
    sources = try PackedArray(section, at: &offset)
    self.section = section
    guard kindOfEdge.count == counts.edges, attributedEdges.count == sources.count else {
      throw section.damage("the qualifiers")
    }
  }

  /// Whether `edge` is affirmed and certain.
  func isFact(_ edge: Int) -> Bool { kinds[Int(kindOfEdge[edge])] & 15 == 0 }

  func qualifiers(of edge: Int) -> (polarity: Polarity, modality: Modality, attribution: Int?) {
    let kind = kinds[Int(kindOfEdge[edge])]
    let polarity = Polarity(rawValue: UInt8(kind & 1)) ?? .affirmed
    guard let modality = Modality(rawValue: UInt8(kind >> 1 & 7)), kind < 32 else {
      section.recordDamage("qualifiers \(kind) of edge \(edge)")
      return (polarity, .certain, nil)
    }
    guard kind & 16 != 0 else { return (polarity, modality, nil) }
    let place = attributedEdges.count(atMost: edge) - 1
    guard place >= 0, attributedEdges[place] == edge else {
      section.recordDamage("the source of edge \(edge)")
      return (polarity, modality, nil)
    }
    return (polarity, modality, Int(sources[place]))
  }

  static func encode(_ edges: EdgeTable) -> [UInt8] {
    let kinds = edges.rows.map { row in
      Int(row.polarity.rawValue) + 2 * Int(row.modality.rawValue) + (row.attribution == nil ? 0 : 16)
    }
    let distinct = Set(kinds).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, UInt64($0)) })
    var writer = ByteWriter()
    PackedArray.encode(distinct.map(UInt64.init), into: &writer)
    PackedArray.encode(kinds.map { numbers[$0, default: 0] }, into: &writer)
    MonotoneArray.encode(edges.rows.indices.filter { edges.rows[$0].attribution != nil }, into: &writer)
    PackedArray.encode(edges.rows.compactMap { $0.attribution.map(UInt64.init) }, into: &writer)
    return writer.bytes
  }
}
