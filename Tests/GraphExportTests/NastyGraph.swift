import GraphModel
import TestSupport

/// Graphs of random names full of what formats treat specially.
enum NastyGraph {
  static func graph(seed: UInt64) throws -> MemoryGraph {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "\"", "\\", "\\\\", "\\N", "\\l", "&", "&amp;", "&#0;", "<b>", ">", "{", "}", "|", ":", ";", "->", "//", "/*",
      "#",
      "\n", "\r", "\t", "\u{0}", "\u{7F}", "é", "中", "👩‍👩‍👧", "\u{301}", "\u{FFFD}", "graph", "node", " ", "[", "]", "=",
      ",", "'",
      String(repeating: "x", count: 500), String(repeating: "\\", count: 9_000), String(repeating: "&", count: 5_000),
    ]
    func name() -> String { (0..<(1 + generator.below(6))).map { _ in pieces[generator.below(pieces.count)] }.joined() }
    var content = GraphContent()
    let text = Array(("\u{FEFF}" + name() + name() + String(repeating: "\"&\\", count: 8_000)).utf8)
    content.documents = [
      GraphContent.Document(id: name() + "d", text: text, sentences: [0..<UInt32(text.count)])
    ]
    content.entities = (0..<12).map { GraphContent.Entity(name: name() + "\($0)", type: name()) }
    content.predicates = (0..<3).map { GraphContent.Predicate(name: name() + "\($0)") }
    content.statements = (0..<20).map { number in
      GraphContent.Statement(
        subject: generator.below(12), predicate: generator.below(3), object: generator.below(12),
        evidence: GraphContent.Evidence(document: 0, sentence: 0, subject: 0..<3, predicate: 0..<3, object: 0..<3))
    }
    return try MemoryGraph(content)
  }
}
