import Tercet

/// A career of Tests/Golden/careers.txt: documents, and who holds which office when; the head of that file says how it
/// is written. Benchmarks/careers.py reads and judges it alike.
struct CareerCase {
  /// Who holds an office of a body on a date.
  struct Question {
    var date: String
    var offices: [String]
    var bodies: [String]
    var holders: Set<String>

    var text: String { "\(date) \(offices[0]) of \(bodies[0])" }
  }

  var name: String
  var isHeldOut: Bool
  var documents: [NewsText] = []
  var questions: [Question] = []

  static func read() throws -> [CareerCase] {
    var cases: [CareerCase] = []
    for line in try ProjectFile.text("Tests/Golden/careers.txt").split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("career") {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { throw MalformedLine(line: String(line)) }
        cases.append(CareerCase(name: String(parts[1]), isHeldOut: parts[0].hasSuffix("*")))
      } else {
        guard let last = cases.indices.last, cases[last].add(String(line)) else {
          throw MalformedLine(line: String(line))
        }
      }
    }
    return cases
  }

  /// Adds a document or a question; false for a line that is none.
  private mutating func add(_ line: String) -> Bool {
    if line.hasPrefix("? ") {
      let parts = line.dropFirst(2).split(separator: " | ").map { String($0) }
      let last = documents.compactMap(\.date).max()
      guard parts.count == 4, let date = parts[0] == "now" ? last : parts[0] else { return false }
      let holders = parts[3] == "-" ? [] : parts[3].split(separator: ", ").map { String($0) }
      questions.append(
        Question(
          date: date, offices: parts[1].split(separator: "/").map { String($0) },
          bodies: parts[2].split(separator: "/").map { $0.lowercased() }, holders: Set(holders)))
      return true
    }
    let parts = line.split(separator: " | ", maxSplits: 1).map { String($0) }
    guard parts.count == 2, parts[0].first?.isNumber == true else { return false }
    documents.append(NewsText(parts[1], id: "d\(documents.count)", date: parts[0]))
    return true
  }

  /// What is wrong in the answers of a graph of the documents, each with the question; whether somebody is told to have
  /// left an office although he had it.
  func faults(in graph: NewsGraph) throws -> [(text: String, isRetired: Bool)] {
    var faults: [(text: String, isRetired: Bool)] = []
    let all = try Term.all(in: graph, at: nil)
    for question in questions {
      let found = Set(try Term.all(in: graph, at: question.date).filter { $0.isMeant(by: question) }.map(\.holder))
      for name in question.holders.subtracting(found).sorted() {
        let isRetired = all.contains {
          $0.isMeant(by: question) && $0.holder == name && $0.until.map { isWrong($0, question, name) } ?? false
        }
        faults.append(("\(question.text): \(name) is \(isRetired ? "retired" : "not told")", isRetired))
      }
      for name in found.subtracting(question.holders).sorted() {
        faults.append(("\(question.text): \(name) is told", false))
      }
    }
    return faults
  }

  /// Whether an end before the question is none that the career itself has: nobody asks in between and is told that the
  /// office is another's.
  private func isWrong(_ end: String, _ question: Question, _ name: String) -> Bool {
    end < question.date
      && !questions.contains {
        $0.offices == question.offices && $0.bodies == question.bodies && end <= $0.date && $0.date < question.date
          && !$0.holders.contains(name)
      }
  }
}

/// A row of `offices`.
private struct Term: Hashable {
  var holder: String
  var office: String
  var body: String
  var until: String?

  /// The terms of everybody in a graph.
  static func all(in graph: NewsGraph, at date: String?) throws -> Set<Term> {
    let moment = date.map { " at \($0)" } ?? ""
    var terms: Set<Term> = []
    for entity in try graph.ask("list limit 1000").rows.compactMap({ $0.text("id") }) {
      for row in try graph.ask("offices \(entity) limit 1000\(moment)").rows {
        terms.insert(
          Term(
            holder: row.text("holder") ?? "", office: (row.text("office") ?? "").lowercased(),
            body: (row.text("body") ?? "").lowercased(), until: row.text("until")))
      }
    }
    return terms
  }

  /// Where no word names an office, leading and membership are.
  func isMeant(by question: CareerCase.Question) -> Bool {
    guard question.bodies.contains(body) else { return false }
    if office == "member of" { return question.offices.contains("member") }
    return office == "leads" || question.offices.contains(office)
  }
}
