/// Finds the known words that a misspelled one may mean.
struct Spelling {
  /// Bytes of a word that is compared: nobody types a longer one, and no message shows it.
  static let longest = 256

  private let word: [UInt8]

  init(_ word: String) {
    self.word = Array(word.lowercased().utf8)
  }

  /// At most `limit` of `candidates`, best first: by edit distance (a prefix counts as one edit), then in the order of
  /// bytes. Empty when nothing is close enough.
  ///
  /// - Parameter mayGoOn: asked with the work that was done since it was asked last.
  /// - Complexity: O(*n* · length²) for the candidates of about the same length.
  func closest(
    in candidates: some Sequence<String>, limit: Int = 3, while mayGoOn: (Int) -> Bool = { _ in true }
  ) -> [String] {
    var best: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
      guard mayGoOn(work(on: candidate)) else { break }
      guard let distance = distance(to: candidate) else { continue }
      let place = best.firstIndex { (distance, candidate) <= ($0.distance, $0.candidate) } ?? best.count
      if place < best.count, best[place].candidate == candidate { continue }
      best.insert((distance, candidate), at: place)
      if best.count > limit { best.removeLast() }
    }
    return best.map(\.candidate)
  }

  /// What it costs to compare a candidate, in looks at edges.
  func work(on candidate: String) -> Int {
    let length = candidate.utf8.count
    guard length <= Self.longest else { return 2 + length / 64 }
    return 2 + (abs(length - word.count) <= length / 2 ? length * word.count / 16 : 0)
  }

  /// Edits between the words in any case: insert, delete, replace, swap neighbors; nil above a third of the length, and
  /// for words that nobody types.
  func distance(to candidate: String) -> Int? {
    guard max(word.count, candidate.utf8.count) <= Self.longest else { return nil }
    let other = Array(candidate.lowercased().utf8)
    let bound = max(1, min(word.count, other.count) / 3)
    if word.count >= 2, other.count > word.count, other.starts(with: word) { return min(bound, 1) }
    guard abs(word.count - other.count) <= bound else { return nil }
    var before: [Int] = []
    var last = Array(0...other.count)
    for i in word.indices {
      var row = [i + 1]
      row.reserveCapacity(other.count + 1)
      for j in other.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (word[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, word[i] == other[j - 1], word[i - 1] == other[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    // With as many edits as letters any short word is any other.
    let distance = last[other.count]
    return distance <= bound && (distance == 0 || distance < min(word.count, other.count)) ? distance : nil
  }
}
