/// The spellings of one foreign name in English: `Syrskyi`, `Syrskiy`.
struct Transliteration: Sendable {
  /// Letters and what they are taken for, in order.
  private var everywhere: [(from: String, to: String)] = []
  private var atEnd: [(from: String, to: String)] = []

  /// - Parameter pairs: two spellings with a space between them; a hyphen before the first binds it to the end of a
  ///   word.
  init(_ pairs: [String]) {
    for pair in pairs.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) {
      let parts = pair.split(separator: " ").map(String.init)
      guard parts.count == 2 else { continue }
      if parts[0].hasPrefix("-") {
        atEnd.append((String(parts[0].dropFirst()), parts[1]))
      } else {
        everywhere.append((parts[0], parts[1]))
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
    if let (from, to) = atEnd.first(where: { word.hasSuffix($0.from) && $0.from.utf8.count < bytes.count }) {
      bytes.replaceSubrange((bytes.count - from.utf8.count)..., with: Array(to.utf8))
    }
    var key: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let rest = bytes[place...]
      if let (from, to) = everywhere.first(where: { rest.starts(with: $0.from.utf8) }) {
        key += to.utf8
        place += from.utf8.count
      } else {
        if key.last != bytes[place] { key.append(bytes[place]) }
        place += 1
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
