/// A sentence of Tests/Golden/qualifiers.txt and what a careful reader takes from it; the head of that file says how it is
/// written. Benchmarks/qualifiers.py reads and scores it alike.
struct QualifierCase {
  var isHeldOut: Bool
  var category: String
  var date: String?
  var sentence: String
  /// Words of which one stands in the subject, in the predicate, in the object.
  var words: [[String]]
  /// What is wanted, as written.
  var text: String
  var readings: [Reading]

  struct Reading {
    var isFact: Bool
    var polarity: String
    var modalities: Set<String>
    /// What `says`, `time`, `place` and `quantity` must be.
    var values: [(key: String, wanted: String)]

    private static let allModalities: Set<String> = ["possible", "expected", "planned", "desired", "obligation"]
    private static let keys: Set<Substring> = ["says", "time", "place", "quantity"]

    init(_ text: Substring) {
      var marks: [Substring] = []
      var values: [(key: String, words: [Substring])] = []
      for word in text.split(separator: " ") {
        if Self.keys.contains(word) {
          values.append((String(word), []))
        } else if values.isEmpty {
          marks.append(word)
        } else {
          values[values.count - 1].words.append(word)
        }
      }
      self.values = values.map { ($0.key, $0.words.joined(separator: " ")) }
      isFact = marks.contains("fact")
      polarity = marks.contains("not") ? "-" : "+"
      modalities =
        marks.lazy.map { Set($0.split(separator: "|").map(String.init)) }
        .first { $0.isSubset(of: Self.allModalities) } ?? ["certain"]
    }
  }

  static func read() throws -> [QualifierCase] {
    var cases: [QualifierCase] = []
    var category = ""
    var date: String?
    for line in try ProjectFile.text("Tests/Golden/qualifiers.txt").split(separator: "\n") {
      if line.hasPrefix("## ") {
        category = String(line.dropFirst(3))
      } else if line.hasPrefix("date ") {
        date = String(line.dropFirst(5))
      } else if !line.hasPrefix("#"), let arrow = line.firstRange(of: " => ") {
        let parts = line[arrow.upperBound...].split(separator: " : ", maxSplits: 1)
        guard parts.count == 2 else { throw MalformedLine(line: String(line)) }
        cases.append(
          QualifierCase(
            isHeldOut: line.hasPrefix("*"), category: category, date: date,
            sentence: String(line[..<arrow.lowerBound].drop { $0 == "*" || $0 == " " }),
            words: parts[0].split(separator: " | ").map { $0.split(separator: "|").map(String.init) },
            text: String(parts[1]), readings: parts[1].split(separator: " or ").map { Reading($0) }))
      }
    }
    return cases
  }

  /// What the nearest of the statements has wrong; empty when one is right.
  func faults(among statements: [ExtractedStatement]) -> [String] {
    let candidates = statements.filter(isMeant)
    let found = candidates.flatMap { statement in readings.map { Self.faults(of: statement, $0) } }
    return found.min { $0.count < $1.count } ?? ["no such statement"]
  }

  /// Whether a statement is the one that the case speaks of, whichever way its relation is turned.
  private func isMeant(_ statement: ExtractedStatement) -> Bool {
    let bytes = Array(sentence.utf8)
    func text(_ span: [Int]) -> String { String(decoding: bytes[span[0]..<span[1]], as: UTF8.self) }
    let ends = [
      "\(statement.subject) \(text(statement.spans.subject))", "\(statement.object) \(text(statement.spans.object))",
    ]
    func stands(_ words: [String], at end: Int) -> Bool { words.contains { ends[end].contains($0) } }
    guard [0, 1].contains(where: { stands(words[0], at: $0) && stands(words[2], at: 1 - $0) }) else { return false }
    let predicate = "\(statement.predicate) \(text(statement.spans.predicate))".lowercased()
    return statement.relation != nil
      || words[1].contains { predicate.contains($0.prefix($0.count > 4 ? 4 : 3)) }
  }

  private static func faults(of statement: ExtractedStatement, _ reading: Reading) -> [String] {
    var faults: [String] = []
    if statement.polarity != reading.polarity { faults.append("polarity \(statement.polarity)") }
    if !reading.modalities.contains(statement.modality) { faults.append("modality \(statement.modality)") }
    if reading.isFact, let source = statement.attribution { faults.append("says \(source)") }
    for (key, wanted) in reading.values {
      let value =
        switch key {
        case "says": statement.attribution
        case "time": statement.time
        case "place": statement.place
        default: statement.quantity
        }
      let isRight =
        value.map { value in
          key == "time"
            ? value == wanted : wanted.lowercased().split(separator: "|").contains { value.lowercased().contains($0) }
        } ?? false
      if !isRight { faults.append("\(key) \(value ?? "none")") }
    }
    return faults
  }
}
