/// The least that must be right in each category: lines `NUMBER of TOTAL CATEGORY`, `#` begins a comment.
struct Floors {
  struct Floor: Equatable {
    var right: Int
    var total: Int
  }

  let byCategory: [String: Floor]

  init(file: String) throws {
    var floors: [String: Floor] = [:]
    for line in try ProjectFile.text(file).split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      guard words.count == 4, words[1] == "of", let right = Int(words[0]), let total = Int(words[2]) else {
        throw MalformedLine(line: String(line))
      }
      floors[words[3]] = Floor(right: right, total: total)
    }
    byCategory = floors
  }

  /// What is below its floor, or has none; empty when all is well.
  func complaints(about scores: [String: Floor]) -> [String] {
    let categories = Set(byCategory.keys).union(scores.keys).sorted()
    return categories.compactMap { category in
      guard let floor = byCategory[category] else { return "\(category): no floor" }
      guard let score = scores[category] else { return "\(category): no cases" }
      if score.total != floor.total { return "\(category): \(score.total) cases, the floor speaks of \(floor.total)" }
      return score.right < floor.right ? "\(category): \(score.right) right, the floor is \(floor.right)" : nil
    }
  }
}

struct MalformedLine: Error {
  var line: String
}
