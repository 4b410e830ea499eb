/// Finds which of the names that are known somebody meant.
package enum NearestName {
  /// The first of the known names that is the fewest edits away, a third of its letters at most; nil when none is.
  ///
  /// - Complexity: O(*n* × *m*²) for *n* names of *m* bytes.
  package static func name(to name: String, among known: [String]) -> String? {
    var best: (name: String, distance: Int)?
    let limit = max(2, name.utf8.count / 3)
    for candidate in known {
      let distance = editDistance(Array(name.utf8), Array(candidate.utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func editDistance(_ one: [UInt8], _ two: [UInt8]) -> Int {
    var row = Array(0...two.count)
    for (i, left) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in two.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left == right ? 0 : 1))
        diagonal = above
      }
    }
    return row[two.count]
  }
}
