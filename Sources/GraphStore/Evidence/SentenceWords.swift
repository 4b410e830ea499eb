internal import Bytes

/// The bytes of a sentence and its words: runs of ASCII letters, digits and bytes from 0x80 on, and each other byte
/// that is no space, tab or line end.
struct SentenceWords {
  /// Only so many bytes of a sentence are looked at, so that no text makes its evidence slow.
  static let lengthLimit = 1 << 14

  let bytes: [UInt8]
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// - Parameter bytes: at most ``lengthLimit``.
  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    var isInRun = false
    for (place, byte) in self.bytes.enumerated() {
      switch Self.kind(byte) {
      case .run where isInRun: ends[ends.count - 1] = place + 1
      case .space: isInRun = false
      case let kind:
        starts.append(place)
        ends.append(place + 1)
        isInRun = kind == .run
      }
    }
  }

  private enum Kind { case run, space, mark }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      .run
    case 0x20, 0x09, 0x0A, 0x0D: .space
    default: .mark
    }
  }

  /// The words that make up the bytes `range`, as numbers; nil when it does not begin and end with words.
  func words(in range: Range<Int>) -> Range<Int>? {
    guard let first = Self.index(of: range.lowerBound, in: starts),
      let last = Self.index(of: range.upperBound, in: ends),
      first <= last
    else { return nil }
    return first..<last + 1
  }

  /// The bytes of `words`; nil when there are no such words, or none at all.
  func bytes(of words: Range<Int>) -> Range<Int>? {
    guard !words.isEmpty, words.lowerBound >= 0, words.upperBound <= starts.count else { return nil }
    return starts[words.lowerBound]..<ends[words.upperBound - 1]
  }

  private static func index(of value: Int, in ascending: [Int]) -> Int? {
    let place = ascending.indices.first(behind: { ascending[$0] < value })
    return place < ascending.count && ascending[place] == value ? place : nil
  }

  /// Where `name` stands, beginning and ending with words, ASCII letters in either case, in order; the ranges may
  /// overlap.
  func places(of name: [UInt8]) -> [Range<Int>] {
    guard let first = name.first.map(Self.lower), name.count <= bytes.count else { return [] }
    var result: [Range<Int>] = []
    for start in starts where start + name.count <= bytes.count && Self.lower(bytes[start]) == first {
      let range = start..<start + name.count
      if zip(bytes[range], name).allSatisfy({ Self.lower($0) == Self.lower($1) }), words(in: range) != nil {
        result.append(range)
      }
    }
    return result
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }
}
