internal import GraphModel
internal import Synchronization

/// Which edges each document says: no store has it, because it would be a twentieth of its bytes, so it is gathered
/// from all evidence when somebody first asks, and kept in four bytes a piece, if there are not too many.
// Sendable: what changes is behind the lock.
final class EdgesByDocument: @unchecked Sendable {
  private struct Table {
    /// Where the edges of each document begin, and the end of the last.
    var starts: [Int]
    /// Ascending for each document; one may stand there twice.
    var edges: [UInt32]
  }

  /// Pieces of evidence of which the edges are kept: 64 MiB of them, and thrice as much while they are gathered.
  private static let most = 1 << 24

  private let table = Mutex<Table?>(nil)

  /// The edges of `documents`, ascending.
  ///
  /// - Parameter forEachPair: calls its argument with each document and edge that it says, edges ascending; returns
  ///   whether those were all.
  func edges(
    in documents: Set<DocumentID>, of counts: StoreCounts,
    _ forEachPair: ((_ document: Int, _ edge: Int) -> Void) -> Bool
  ) -> [EdgeID] {
    let keepsAll = counts.evidence <= Self.most
    return table.withLock { table in
      if let known = table { return Self.edges(of: documents, in: known) }
      var pairs: [(document: UInt32, edge: UInt32)] = []
      let isWhole = forEachPair { document, edge in
        if keepsAll || documents.contains(DocumentID(UInt32(document))) {
          pairs.append((UInt32(document), UInt32(edge)))
        }
      }
      let gathered = Self.table(of: pairs, counts.documents)
      if isWhole, keepsAll { table = gathered }
      return Self.edges(of: documents, in: gathered)
    }
  }

  private static func edges(of documents: Set<DocumentID>, in table: Table) -> [EdgeID] {
    var found: [UInt32] = []
    for document in documents {
      let number = Int(document.rawValue)
      guard number + 1 < table.starts.count else { continue }
      found += table.edges[table.starts[number]..<table.starts[number + 1]]
    }
    found.sort()
    found.removeRepetitions(==)
    return found.map { EdgeID($0) }
  }

  /// The pairs by document; those of one stay in their order.
  private static func table(of pairs: [(document: UInt32, edge: UInt32)], _ documentCount: Int) -> Table {
    var starts = [Int](repeating: 0, count: documentCount + 1)
    for pair in pairs where pair.document < documentCount { starts[Int(pair.document) + 1] += 1 }
    for number in 0..<documentCount { starts[number + 1] += starts[number] }
    var next = starts
    var edges = [UInt32](repeating: 0, count: starts[documentCount])
    for pair in pairs where pair.document < documentCount {
      edges[next[Int(pair.document)]] = pair.edge
      next[Int(pair.document)] += 1
    }
    return Table(starts: starts, edges: edges)
  }
}
