internal import Bytes
internal import Succinct

/// Who says so, for the edges whose kind is attributed.
struct SourceTable: Sendable {
  private let edges: MonotoneArray
  private let sources: PackedArray
  private let section: PagedView

  /// How many edges have a source.
  var count: Int { edges.count }

  /// Reads what stands at `offset` and moves `offset` behind it.
  init(_ section: PagedView, at offset: inout Int) throws(BytesError) {
    edges = try MonotoneArray(section, at: &offset)
    sources = try PackedArray(section, at: &offset)
    self.section = section
    guard edges.count == sources.count else { throw section.damage("the sources") }
  }

  /// All edges that have a source, ascending, with it.
  var all: some Sequence<(edge: Int, source: Int)> { (0..<edges.count).lazy.map { (edges[$0], Int(sources[$0])) } }

  /// The entity that says what `edge` states; nil, with the damage remembered, when there is none.
  func source(of edge: Int) -> Int? {
    let place = edges.count(atMost: edge) - 1
    guard place >= 0, edges[place] == edge else {
      section.recordDamage("the source of edge \(edge)")
      return nil
    }
    return Int(sources[place])
  }

  /// Writes the section from edges with sources, ascending.
  struct Builder {
    private var edges: MonotoneArray.Builder
    private var sources: PackedArray.Builder

    init(count: Int, lastEdge: Int, largest: UInt32) {
      edges = MonotoneArray.Builder(count: count, largest: lastEdge)
      sources = PackedArray.Builder(count: count, largest: UInt64(largest))
    }

    mutating func append(edge: Int, source: UInt32) {
      edges.append(edge)
      sources.append(UInt64(source))
    }

    consuming func finished() -> [UInt8] {
      var writer = ByteWriter()
      edges.finish(into: &writer)
      sources.finish(into: &writer)
      return writer.bytes
    }
  }

  static func encode(_ sources: [(edge: Int, source: Int)]) -> [UInt8] {
    var builder = Builder(
      count: sources.count, lastEdge: sources.last?.edge ?? 0, largest: UInt32(sources.map(\.source).max() ?? 0))
    for row in sources { builder.append(edge: row.edge, source: UInt32(row.source)) }
    return builder.finished()
  }
}
