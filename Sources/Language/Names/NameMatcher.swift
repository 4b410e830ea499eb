/// A word of a name that the index has; of no name when ``kinds`` is empty.
struct KnownName: Hashable, Sendable {
  /// Where the word stands in the name.
  enum Place: Int, Sendable {
    case alone, first, later
  }

  static let none = KnownName(kinds: 0, place: .alone)

  /// Bit *n*: the *n*-th kind of the model is called so.
  var kinds: UInt16
  var place: Place
}

/// Finds names of the index in sentences: from the left the longest ones, word by word.
///
/// A name begins with a capital, a digit or a letter beyond ASCII; no word of it but those of up to three bytes (`of`,
/// `the`) begins with a small letter. The same matches as Training's `known_names.py`.
struct NameMatcher: Sendable {
  /// Words of a name, at most.
  private static let longest = 8

  private let index: NameIndex?
  /// By bit of the index the bit of the model; 0 for a kind that it has not learned.
  private let bits: [UInt16]

  /// - Parameters:
  ///   - index: nil when no name is known.
  ///   - kinds: the kinds that the model has learned, at most 16.
  init(_ index: NameIndex?, kinds: [String]) {
    self.index = index
    var bits = [UInt16](repeating: 0, count: UInt16.bitWidth)
    for (number, kind) in kinds.enumerated() {
      if let bit = index?.kinds[kind] { bits[bit.rawValue.trailingZeroBitCount] = 1 << UInt16(number) }
    }
    self.bits = bits
  }

  /// For each word what is known of the name that it belongs to.
  ///
  /// - Complexity: O(words · log names).
  func names(in words: [ArraySlice<UInt8>], sentences: [Range<Int>]) -> [KnownName] {
    var found = [KnownName](repeating: .none, count: words.count)
    guard let index else { return found }
    var key: [UInt8] = []
    for sentence in sentences {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        let (end, kinds) = longest(from: start, to: sentence.upperBound, words, index, &key)
        for word in start..<end {
          found[word] = KnownName(
            kinds: modelKinds(kinds), place: end == start + 1 ? .alone : word == start ? .first : .later)
        }
        start = max(end, start + 1)
      }
    }
    return found
  }

  /// Where the longest name that begins at `start` ends, and its kinds; `start` when none does.
  private func longest(
    from start: Int, to limit: Int, _ words: [ArraySlice<UInt8>], _ index: NameIndex, _ key: inout [UInt8]
  ) -> (end: Int, kinds: NameIndex.Kinds) {
    var (end, kinds) = (start, NameIndex.Kinds())
    guard Self.beginsName(words[start]) else { return (end, kinds) }
    key.removeAll(keepingCapacity: true)
    for word in start..<min(start + Self.longest, limit) {
      let before = key.count
      NameKey.append(words[word], to: &key)
      guard key.count > before, !Self.isWrittenSmall(words[word]) else { break }
      let found = index.look(up: key)
      if !found.kinds.isEmpty { (end, kinds) = (word + 1, found.kinds) }
      guard found.begins else { break }
    }
    return (end, kinds)
  }

  private func modelKinds(_ kinds: NameIndex.Kinds) -> UInt16 {
    var (left, found) = (kinds.rawValue, UInt16(0))
    while left != 0 {
      found |= bits[left.trailingZeroBitCount]
      left &= left - 1
    }
    return found
  }

  private static func beginsName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return switch first {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC3...: true
    default: false
    }
  }

  private static func isWrittenSmall(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, word.count > 3 else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
  }
}
