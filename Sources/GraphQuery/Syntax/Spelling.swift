/// Finds the known words that a misspelled one may mean.
struct Spelling {
  private let word: [UInt8]

  init(_ word: String) {
    self.word = Array(word.lowercased().utf8)
  }

  /// At most `limit` of `candidates`, best first: by edit distance (a prefix counts as one edit), then in the order of
  /// bytes. Empty when nothing is close enough.
  ///
  /// - Complexity: O(*n* · length²) for the candidates of about the same length.
  func closest(in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
      if let distance = distance(to: candidate) { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
    var result: [String] = []
    for (_, candidate) in found where !result.contains(candidate) && result.count < limit { result.append(candidate) }
    return result
  }

  /// Edits between the words in any case: insert, delete, replace, swap neighbors; nil above a third of the length.
  func distance(to candidate: String) -> Int? {
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
