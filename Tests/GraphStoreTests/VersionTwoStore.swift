import GraphModel
@testable import GraphStore

/// The content of Tests/Golden/stores/version-2.tercet, and what the change behind it adds. They never change: the file must
/// open for ever.
enum VersionTwoStore {
  /// That of the first version with what the second has beside it: edges without evidence, ranges at names, several blocks of
  /// evidence, a decision.
  static let content: GraphContent = {
    var content = VersionOneStore.content
    let lines = (0..<90).map { "The council of city \($0 % 7) praised Boris Okoye for report \($0)." }
    var text = ""
    var sentences: [Range<UInt32>] = []
    for line in lines {
      sentences.append(UInt32(text.utf8.count)..<UInt32(text.utf8.count + line.utf8.count))
      text += line + "\n"
    }
    let document = content.documents.count
    content.documents.append(
      .init(id: "reports", date: "2026-01", text: Array(text.utf8), sentences: sentences))
    content.predicates.append(.init(name: "praise"))
    for city in 0..<7 { content.entities.append(.init(name: "council of city \(city)", type: "Organization")) }
    for (number, sentence) in sentences.enumerated() {
      let start = sentence.lowerBound
      let verb = start + 4 + 17 + 1
      var statement = GraphContent.Statement(
        subject: 6 + number % 7, predicate: 3, object: 1,
        evidence: .init(
          document: document, sentence: number, subject: start + 4..<start + 21, predicate: verb..<verb + 7,
          object: verb + 8..<verb + 19, rules: number % 3 == 0 ? ["object", "subject"] : ["subject"],
          confidence: UInt8(60 + number % 40), time: number % 4 == 0 ? "2025-1\(number % 3)" : nil,
          quantity: number % 5 == 0 ? "Boris Okoye" : number % 7 == 0 ? "report \(number)" : nil))
      if number % 11 == 0 { statement.modality = .expected }
      content.statements.append(statement)
    }
    content.statements.append(.init(subject: 2, predicate: 3, object: 3, evidence: nil))
    content.decisions = [
      .init(
        serial: 1, kind: .merge, entity: .init(name: "Boris", type: "Person"),
        other: .init(name: "Boris Okoye", type: "Person"), names: ["Boris", "B. Okoye"])
    ]
    content.decisions[0].records = [FramePacker(level: 19).pack(Array("not read until it is taken back".utf8))]
    return content
  }()

  static let addition: GraphContent = {
    var content = GraphContent()
    content.entities = [
      .init(name: "Ada Núñez", type: "Person", aliases: [.init(name: "Ada", rule: "given name")]),
      .init(name: "Zürich", type: "City"),
    ]
    content.predicates = [.init(name: "visit")]
    content.documents = [.init(id: "added", text: Array("Ada visited Zürich.".utf8), sentences: [0..<20])]
    content.statements = [
      .init(
        subject: 0, predicate: 0, object: 1,
        evidence: .init(
          document: 0, sentence: 0, subject: 0..<3, predicate: 4..<11, object: 12..<19, rules: ["subject"],
          confidence: 77))
    ]
    return content
  }()
}
