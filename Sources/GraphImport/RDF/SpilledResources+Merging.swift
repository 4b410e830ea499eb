internal import Bytes

extension SpilledResources {
  /// A term of one part.
  private struct Head: Comparable {
    var key: [UInt8]
    var part: Int
    var isUsed: Bool
    var notes: [(note: ResourceTable.Note, text: [UInt8])]

    static func < (a: Head, b: Head) -> Bool {
      let order = byteOrder(a.key, b.key)
      return order != 0 ? order < 0 : a.part < b.part
    }

    static func == (a: Head, b: Head) -> Bool { a.key == b.key && a.part == b.part }
  }

  /// Calls `body` with each resource, all that any part says of it, and the parts in which it is the end of an edge.
  func forEachResource(_ body: (ResourceDescription, [Int]) throws -> Void) throws {
    var readers = parts.map { ScratchReader(terms, $0.terms) }
    var heap = BinaryHeap<Head>()
    func push(_ part: Int) throws(BytesError) {
      if readers[part].isAtEnd { return }
      var head = Head(
        key: try readers[part].counted(), part: part, isUsed: try readers[part].varint() == 1, notes: [])
      for _ in 0..<(try readers[part].varint()) {
        let note = ResourceTable.Note(rawValue: UInt8(truncatingIfNeeded: try readers[part].varint())) ?? .otherName
        head.notes.append((note, try readers[part].counted()))
      }
      heap.push(head)
    }
    for part in parts.indices { try push(part) }
    while let first = heap.pop() {
      var description = ResourceDescription(RDFStatement.Term(key: first.key[...]))
      var users: [Int] = []
      func add(_ head: Head) throws(BytesError) {
        for (note, text) in head.notes { description.add(note, text) }
        if head.isUsed { users.append(head.part) }
        try push(head.part)
      }
      try add(first)
      while heap.least?.key == first.key, let next = heap.pop() { try add(next) }
      try body(description, users)
    }
  }
}
