internal import GraphModel

extension StringList {
  /// A string and the byte of its form in plain letters at which a text was found in it.
  typealias Match = (string: Int, position: Int)

  /// Looks for `text` in all strings of a list in the order ``Order/folded``, a block at a time, until `body`, which
  /// gets the number of strings read as well, returns false. Accents count for one at the start, by which strings are
  /// in order, and not for one anywhere.
  ///
  /// - Complexity: O(count) for a text anywhere, otherwise O(log count + matches).
  func search(for text: FoldedText, at place: NamePlace, _ body: ([Match], _ read: Int) -> Bool) {
    guard place == .anywhere else {
      var rest = place == .whole ? places(ofKey: text.bytes) : places(ofPrefix: text.bytes)
      while !rest.isEmpty {
        let part = rest.prefix(Self.blockLength)
        guard body(part.map { ($0, 0) }, part.count) else { return }
        rest = rest.dropFirst(part.count)
      }
      return
    }
    forEachBlock { start, block in
      var found: [Match] = []
      for place in 0..<block.count {
        guard let position = unsafe block.withBytes(place, { unsafe text.position(in: $0) }) else { continue }
        found.append((start + place, position))
      }
      return body(found, block.count)
    }
  }

  /// Numbers of the strings whose key is `key`.
  private func places(ofKey key: [UInt8]) -> Range<Int> {
    let first = lowerBound(key)
    return first..<max(first, lowerBound(key + [0]))
  }

  /// Numbers of the strings whose key begins with `prefix`.
  private func places(ofPrefix prefix: [UInt8]) -> Range<Int> {
    let first = lowerBound(prefix)
    // No byte of UTF-8 is 0xFF, so there is a next prefix of the same length unless there is none at all.
    guard let last = prefix.last else { return 0..<count }
    return first..<max(first, lowerBound(prefix.dropLast() + [last + 1]))
  }
}
