import GraphModel
import TestSupport

/// Graphs for pages.
enum PageFixture {
  /// Names that would be markup or script if they were not text.
  static let hostile = [
    "</script><script>window.tercetWasRun = 1</script>", "<img src=x onerror=\"window.tercetWasRun = 2\">",
    "</td></tr></table><h1>", "\" onmouseover=\"window.tercetWasRun = 3", "<!-- -->", "]]>", "&lt;b&gt;", "{{script}}",
    "javascript:alert(1)", "\u{202E}evil\u{0}", "</title>", "'; alert(1); //",
  ]

  /// A graph with a hostile name in every place that has one.
  static func hostileGraph() throws -> MemoryGraph {
    var content = GraphContent()
    content.entities = hostile.enumerated().map { number, name in
      GraphContent.Entity(
        name: name, type: hostile[(number + 1) % hostile.count],
        aliases: [GraphContent.Alias(name: hostile[(number + 2) % hostile.count], rule: "surname")])
    }
    content.predicates = hostile.map { GraphContent.Predicate(name: $0) }
    let text = Array(hostile.joined(separator: " ").utf8)
    content.documents = hostile.map { name in
      GraphContent.Document(
        id: name, title: name, date: name, source: name, text: text, sentences: [0..<UInt32(text.count)])
    }
    content.statements = hostile.indices.map { number in
      var statement = GraphContent.Statement(
        subject: number, predicate: number, object: (number + 1) % hostile.count,
        evidence: GraphContent.Evidence(
          document: number, sentence: 0, subject: 0..<9, predicate: 9..<17, object: 17..<25, time: hostile[number]))
      statement.attribution = (number + 3) % hostile.count
      return statement
    }
    return try MemoryGraph(content)
  }

  /// So many statements, two a sentence, of the length that news have.
  static func large(statements: Int) throws -> MemoryGraph {
    var content = GraphContent()
    var generator = SeededGenerator(seed: 5)
    let nodes = statements * 2 / 3
    content.entities = (0..<nodes).map {
      GraphContent.Entity(name: "Ministry of Affairs \($0)", type: ["Person", "Organization", "Event"][$0 % 3])
    }
    content.predicates = (0..<60).map { GraphContent.Predicate(name: "cooperates with \($0)") }
    let sentence = String(repeating: "The ministry says that it meets others. ", count: 5)
    for number in 0..<statements / 8 {
      var document = GraphContent.Document(
        id: "wire/2025/\(number)", title: "Ministers meet others for the \(number)th time", date: "2025-04-03",
        source: "Meridian Wire", text: [], sentences: [])
      for place in 0..<4 {
        let start = UInt32(document.text.count)
        document.text += Array("\(number) \(place) \(sentence)".utf8)
        document.sentences.append(start..<UInt32(document.text.count))
      }
      content.documents.append(document)
    }
    content.statements = (0..<statements).map { number in
      let document = number / 8 % content.documents.count
      let start = content.documents[document].sentences[number / 2 % 4].lowerBound
      return GraphContent.Statement(
        subject: number % nodes, predicate: generator.below(60), object: generator.below(nodes),
        evidence: GraphContent.Evidence(
          document: document, sentence: number / 2 % 4, subject: start + 4..<start + 12,
          predicate: start + 13..<start + 17, object: start + 20..<start + 25, confidence: 87))
    }
    return try MemoryGraph(content)
  }
}
