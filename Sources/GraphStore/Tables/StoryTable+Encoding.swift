internal import Bytes
internal import ExternalSort
internal import GraphModel
internal import Succinct

extension StoryTable {
  /// Makes the section from the sketches of the documents in their order.
  struct Encoder {
    private var hashes: [UInt32] = []
    private var starts = [0]

    /// Adds the next document.
    mutating func append(sketch: some Sequence<UInt32>) {
      hashes += sketch
      starts.append(hashes.count)
    }

    /// The section; nil when no document has a sketch.
    ///
    /// - Parameters:
    ///   - sorter: an empty one, for the numbers of all sketches.
    ///   - text: what of a document is compared; may be asked for more than once.
    func section(sortingBy sorter: KeySorter, text: @escaping (Int) throws -> StoryText) throws -> EncodedSection? {
      if hashes.isEmpty { return nil }
      for document in 0..<starts.count - 1 {
        for hash in hashes[starts[document]..<starts[document + 1]] {
          try sorter.append(KeySorter.Key(high: UInt64(hash), low: UInt64(document)))
        }
      }
      var finder = StoryFinder(count: starts.count - 1, text: text)
      try sorter.forEach { try finder.take(UInt32($0.high), of: Int($0.low)) }
      return EncodedSection(encoded(try finder.finished()))
    }

    private func encoded(_ firsts: [UInt32]) -> [UInt8] {
      var writer = ByteWriter()
      MonotoneArray.encode(starts, into: &writer)
      encodeSums(into: &writer)
      let copies = firsts.indices.filter { firsts[$0] != UInt32($0) }
      MonotoneArray.encode(copies, into: &writer)
      PackedArray.encode(copies.map { firsts[$0] }, into: &writer)
      return writer.bytes
    }

    /// Least numbers of many are small, and what lies between them smaller still.
    private func encodeSums(into writer: inout ByteWriter) {
      var largest = 0
      for document in 0..<starts.count - 1 where starts[document] < starts[document + 1] {
        largest += Int(hashes[starts[document + 1] - 1])
      }
      var sums = MonotoneArray.Builder(count: hashes.count, largest: largest)
      var before = 0
      for document in 0..<starts.count - 1 where starts[document] < starts[document + 1] {
        for hash in hashes[starts[document]..<starts[document + 1]] { sums.append(before + Int(hash)) }
        before += Int(hashes[starts[document + 1] - 1])
      }
      sums.finish(into: &writer)
    }
  }
}
