import Bytes
import GraphImport
import GraphModel
import GraphStore
import TestSupport
import Testing

/// What `extract` and `export` write of events.
@Suite struct EventImportTests {
  private static let lines = #"""
    {"subject":"Acme","subject_type":"Company","predicate":"buy","relation":"acquires","object":"Beta","object_type":"Company","roles":[{"role":"for","name":"$3 billion","type":"Money","span":[1,4]}],"adjuncts":["in cash"]}
    {"subject":"Merz","subject_type":"Person","predicate":"resign","relation":null,"object":null,"object_type":null,"roles":[]}
    {"subject":"Merz","subject_type":"Person","predicate":"be","object":"ready","object_type":"Quality","roles":[]}
    {"subject":"Merz","subject_type":"Person","predicate":"meet","object":null,"roles":[{"role":"with","name":"Rutte","type":"Person"}]}
    {"subject":"Merz","predicate":"meet","roles":[{"role":"with"}]}
    {"subject":"Merz","predicate":"meet"}
    """#

  private func graph(_ text: String, _ format: ImportFormat) throws -> (graph: GraphFile, wrong: [Int]) {
    let folder = try TemporaryFolder()
    let path = folder.file("events.\(format.rawValue)")
    try AtomicFile.replace(path, with: Array(text.utf8))
    var importer = GraphImporter(relations: [.init(name: "takes over", relation: "acquires", inverse: "acquiredBy")])
    var wrong: [Int] = []
    _ = try importer.read(
      path, format,
      problem: { error in if case .line(_, let line, _) = error { wrong.append(line) } }, progress: { _ in })
    return (try GraphFile(bytes: #require(try importer.encode()).bytes), wrong)
  }

  @Test func linesOfEventsGiveTheirEdges() throws {
    let (graph, wrong) = try graph(Self.lines, .jsonl)
    try graph.check()
    #expect(wrong == [5, 6])
    let edges = (0..<UInt32(graph.edgeCount)).map { number -> String in
      let edge = graph.edge(EdgeID(number))
      let predicate = graph.predicate(edge.predicate)
      let (subject, object) = (graph.name(of: edge.subject), graph.name(of: edge.object))
      return "\(subject) | \(predicate.verb) | \(predicate.role ?? "-") | \(predicate.inverse ?? "-") | \(object)"
    }
    #expect(
      Set(edges) == [
        "Acme | takes over | - | acquiredBy | Beta", "Acme | buy | for | - | $3 billion",
        "Merz | resign | - | - | ",
        "Merz | be ready | - | - | ", "Merz | meet | with | - | Rutte",
      ])
    #expect(graph.nothing.map { graph.type(of: $0) } == "Nothing")
  }

  /// Lines as `export` writes them, each without a text that says what something is.
  @Test func whatSaysNothingIsTold() throws {
    let (graph, wrong) = try graph(
      #"""
      {"label":"fall","subject":"Acme","object":null,"object_type":null,"attribution":null}
      {"label":"fall"}
      {"label":"fall","subject":null,"subject_type":"Company"}
      {"label":"","subject":"Acme","object":"Beta"}
      {"subject":"Acme","roles":[{"label":"","role":"in","name":"Oslo"}]}
      {"link":"","node":"allies","node_type":"Thing","name":"NATO","polarity":"+"}
      {"link":"of","node_type":"Thing","name":"NATO","polarity":"+"}
      {"record":"predicate","name":""}
      """#, .jsonl)
    #expect(wrong == Array(2...8) && graph.edgeCount == 1)
  }

  @Test func tablesKnowRoles() throws {
    let text = """
      subject\tpredicate\tobject\trole\tobject_type
      Acme\tbuy for\t$3 billion\tfor\tMoney
      Merz\tresign\t\t\tNothing
      """
    let (graph, wrong) = try graph(text, .tsv)
    #expect(wrong.isEmpty && graph.edgeCount == 2 && graph.nothing != nil)
    #expect(graph.predicate(PredicateID(0)).verb == "buy")
  }

  @Test func theListOfNothingIsNoObject() throws {
    let object = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"
    let text = "<urn:tercet:entity:Person:Merz> <urn:tercet:predicate:resign> \(object) ."
    let (graph, wrong) = try graph(text, .nt)
    #expect(wrong.isEmpty && graph.edgeCount == 1 && graph.entityCount == 2)
    let nothing = try #require(graph.nothing)
    #expect(graph.edge(EdgeID(0)).object == nothing && graph.aliases(of: nothing).isEmpty)
  }
}
