internal import Bytes
internal import ExternalSort

extension SpilledResources {
  /// A term of one part.
  private struct Entry: Comparable {
    var key: [UInt8]
    var isUsed: Bool
    var notes: [(note: ResourceTable.Note, text: [UInt8])] = []

    static func < (a: Entry, b: Entry) -> Bool { byteOrder(a.key, b.key) < 0 }
    static func == (a: Entry, b: Entry) -> Bool { a.key == b.key }
  }

  /// Calls `body` with each resource, all that any part says of it, and the parts in which it is the end of an edge.
  func forEachResource(_ body: (ResourceDescription, [Int]) throws -> Void) throws {
    var merged = try MergedRuns(terms, parts.map(\.terms)) { reader throws(BytesError) in
      var entry = Entry(key: try reader.counted(), isUsed: try reader.varint() == 1)
      for _ in 0..<(try reader.varint()) {
        let note = ResourceTable.Note(rawValue: UInt8(truncatingIfNeeded: try reader.varint())) ?? .otherName
        entry.notes.append((note, try reader.counted()))
      }
      return entry
    }
    while let first = merged.least {
      var description = ResourceDescription(RDFStatement.Term(key: first.key[...]))
      var users: [Int] = []
      while merged.least == first, let (entry, part) = try merged.next() {
        for (note, text) in entry.notes { description.add(note, text) }
        if entry.isUsed { users.append(part) }
      }
      try body(description, users)
    }
  }
}
