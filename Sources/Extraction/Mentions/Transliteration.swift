/// The spellings of one foreign name in English: `Syrskyi`, `Syrskiy`.
struct Transliteration: Sendable {
  /// Letters and what they are taken for.
  private struct Pair {
    var from: [UInt8]
    var to: [UInt8]
  }

  /// By first byte, in order: every name of every document is asked for.
  private var everywhere = [[Pair]](repeating: [], count: 256)
  private var atEnd: [Pair] = []

  /// - Parameter pairs: two spellings with a space between them; a hyphen before the first binds it to the end of a
  ///   word.
  init(_ pairs: [String]) {
    for pair in pairs.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) {
      let parts = pair.split(separator: " ").map { Array($0.utf8) }
      guard parts.count == 2 else { continue }
      if parts[0][0] == UInt8(ascii: "-") {
        atEnd.append(Pair(from: Array(parts[0].dropFirst()), to: parts[1]))
      } else {
        everywhere[Int(parts[0][0])].append(Pair(from: parts[0], to: parts[1]))
      }
    }
  }

  /// Words shorter than this have too many neighbors.
  private static let shortestWord = 5

  /// A key that the spellings of a name share, given its folded words; short words are kept as they are.
  ///
  /// - Complexity: O(*k* *n*) for *k* pairs and *n* bytes.
  func key(of words: ArraySlice<String>) -> String { words.map(key).joined(separator: " ") }

  private func key(of word: String) -> String {
    guard word.utf8.count >= Self.shortestWord else { return word }
    var bytes = Array(word.utf8)
    if let pair = atEnd.first(where: { $0.from.count < bytes.count && bytes.suffix($0.from.count) == $0.from[...] }) {
      bytes.replaceSubrange((bytes.count - pair.from.count)..., with: pair.to)
    }
    var key: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let rest = bytes[place...]
      if let pair = everywhere[Int(bytes[place])].first(where: { rest.starts(with: $0.from) }) {
        key += pair.to
        place += pair.from.count
      } else {
        if key.last != bytes[place] { key.append(bytes[place]) }
        place += 1
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
