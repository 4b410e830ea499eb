import GraphExport
import GraphModel
import TestSupport

/// A small graph with a claim, an attribution, a symmetric relation and an amount of awkward names.
enum ExportFixture {
  static let awkward = "A\"B\\ & <c> \\N é 中 #1; tab\tline\nend\\"

  static func graph() throws -> MemoryGraph {
    var content = GraphContent()
    content.entities = [
      GraphContent.Entity(
        name: "Mark Rutte", type: "Person", aliases: [GraphContent.Alias(name: "Rutte", rule: "surname")]),
      GraphContent.Entity(name: "NATO", type: "Organization"),
      GraphContent.Entity(name: "Ukraine", type: "GeopoliticalEntity"),
      GraphContent.Entity(name: awkward, type: "Odd Type"),
      GraphContent.Entity(name: "Alone", type: "Concept"),
    ]
    content.predicates = [
      GraphContent.Predicate(name: "leads", relation: "leads", inverse: "ledBy"),
      GraphContent.Predicate(name: "member of", relation: "memberOf"),
      GraphContent.Predicate(name: "meet with", relation: "meetsWith", isSymmetric: true),
      GraphContent.Predicate(name: "worry about"),
    ]
    content.documents = [
      document("d1", date: "2025-04-03", ["Rutte leads \"NATO\" & more.", "Ukraine is not in NATO, Rutte said."]),
      document("d2", date: nil, ["Rutte leads NATO."]),
    ]
    content.statements = [
      statement(content, 0, 0, 1, 0, 0), statement(content, 0, 0, 1, 1, 0), statement(content, 0, 2, 3, 0, 0),
      statement(content, 3, 3, 1, 1, 0),
    ]
    var denied = statement(content, 2, 1, 1, 0, 1)
    denied.polarity = .negated
    denied.attribution = 0
    content.statements.append(denied)
    return try MemoryGraph(content)
  }

  private static func document(_ id: String, date: String?, _ sentences: [String]) -> GraphContent.Document {
    var document = GraphContent.Document(id: id, title: nil, date: date, text: [], sentences: [])
    for sentence in sentences {
      let start = UInt32(document.text.count)
      document.text += Array(sentence.utf8) + [UInt8(ascii: "\n")]
      document.sentences.append(start..<start + UInt32(sentence.utf8.count))
    }
    return document
  }

  private static func statement(
    _ content: GraphContent, _ subject: Int, _ predicate: Int, _ object: Int, _ document: Int, _ sentence: Int
  ) -> GraphContent.Statement {
    let start = content.documents[document].sentences[sentence].lowerBound
    return GraphContent.Statement(
      subject: subject, predicate: predicate, object: object,
      evidence: GraphContent.Evidence(
        document: document, sentence: sentence, subject: start..<start + 5, predicate: start + 6..<start + 11,
        object: start + 12..<start + 16, rules: ["verb"], confidence: 93, time: "2025-04"))
  }
}

extension GraphExporter {
  /// The whole output as text.
  func text(_ part: Subgraph, of graph: some GraphView) -> String {
    var bytes: [UInt8] = []
    write(part, of: graph) { (piece: [UInt8]) throws(Never) in bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }
}
