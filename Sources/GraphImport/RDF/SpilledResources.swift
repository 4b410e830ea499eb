internal import Bytes
internal import ExternalSort

/// The resources of RDF files until all their names and types are known, on the disk: the last statement of the last
/// file may be the label of the first resource.
final class SpilledResources {
  /// What fitted into memory at a time: terms in the order of their keys, with all that was said of them, and edges.
  struct Part {
    var terms: Range<Int>
    var termCount: Int
    /// Edges refer to the places of their ends among those terms of the part that are ends of edges.
    var edges: Range<Int>
  }

  let folder: String
  let memory: Int
  let terms: ScratchFile
  let edges: ScratchFile
  private(set) var parts: [Part] = []
  private(set) var predicates: [String] = []

  /// - Parameters:
  ///   - folder: where the disk is used.
  ///   - memory: bytes that sorting may take.
  init(folder: String, memory: Int) throws(BytesError) {
    self.folder = folder
    self.memory = memory
    terms = try ScratchFile(folder: folder)
    edges = try ScratchFile(folder: folder)
  }

  /// Takes the resources of `table`, which keeps its predicates.
  func take(_ table: inout ResourceTable) throws(BytesError) {
    let termCount = table.terms.count
    let firstTerm = terms.count
    let places = try writeTerms(table)
    let firstEdge = edges.count
    for edge in table.edges {
      try edges.append(places[Int(edge.subject)])
      try edges.append(edge.predicate)
      try edges.append(places[Int(edge.object)])
    }
    try edges.flush()
    parts.append(Part(terms: firstTerm..<terms.count, termCount: termCount, edges: firstEdge..<edges.count))
    predicates = table.predicates.strings
    table.removeResources()
  }

  /// The place of each term among those that are ends of edges.
  private func writeTerms(_ table: ResourceTable) throws(BytesError) -> [UInt32] {
    var isUsed = [Bool](repeating: false, count: table.terms.count)
    for edge in table.edges {
      isUsed[Int(edge.subject)] = true
      isUsed[Int(edge.object)] = true
    }
    let order = table.terms.order()
    var places = [UInt32](repeating: 0, count: table.terms.count)
    for (rank, term) in order.enumerated() { places[Int(term)] = UInt32(rank) }
    var notes = table.notes.sorted { places[Int($0.term)] < places[Int($1.term)] }[...]
    var used: UInt32 = 0
    for term in order {
      try terms.appendCounted(table.terms[Int(term)])
      try terms.append(varint: isUsed[Int(term)] ? 1 : 0)
      let own = notes.prefix { $0.term == term }
      notes.removeFirst(own.count)
      try terms.append(varint: own.count)
      for note in own {
        try terms.append(varint: Int(note.note.rawValue))
        try terms.appendCounted(table.texts[Int(note.text)])
      }
      places[Int(term)] = used
      if isUsed[Int(term)] { used += 1 }
    }
    try terms.flush()
    return places
  }
}
