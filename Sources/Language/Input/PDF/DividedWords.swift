/// Joins words that the end of a line divided.
struct DividedWords {
  /// The words that stand whole in lines, in small letters.
  private let known: Set<String>

  /// - Parameter lines: of the whole text: what is one word in it and what has a hyphen.
  init(_ lines: [String]) {
    var known: Set<String> = []
    for line in lines {
      for word in line.lowercased().split(separator: " ") {
        var word = word.drop { !$0.isLetter && !$0.isNumber }
        while let last = word.last, !last.isLetter, !last.isNumber, last != "-" { word.removeLast() }
        if !word.isEmpty, word.last != "-" { known.insert(String(word)) }
      }
    }
    self.known = known
  }

  /// Puts a line behind a text.
  func append(_ line: String, to text: inout String) {
    // A hyphen behind a space is a dash.
    guard text.last == "-", text.dropLast().last != " ", let first = line.first, first.isLetter || first.isNumber else {
      text += " " + line
      return
    }
    if isDivided(text, line) { text.removeLast() }
    text += line
  }

  /// Whether the hyphen at the end of a line is there for the line alone.
  private func isDivided(_ text: String, _ next: String) -> Bool {
    let before = String(text.dropLast().reversed().prefix { $0.isLetter }.reversed()).lowercased()
    let after = next.prefix { $0.isLetter }
    guard before.count > 1, after.first?.isLowercase == true else { return false }
    if known.contains(before + "-" + after) { return false }
    if known.contains(before + after) { return true }
    // `well-` and `known` are words each, parts of a word seldom are.
    return !(known.contains(before) && known.contains(String(after)))
  }
}
