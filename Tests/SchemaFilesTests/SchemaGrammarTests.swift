import Bytes
import Glibc
import SchemaFiles
import TestSupport
import Testing
import TreePatterns

/// Rules over trees are part of a schema.
@Suite struct SchemaGrammarTests {
  private static let list = """
    @prefix tercet: <urn:tercet:schema#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    tercet:reportingVerb a tercet:WordList ; rdfs:comment "Verbs of saying." ; tercet:word "say" .
    """

  private static func rule(_ name: String, list: String = "reportingVerb") -> String {
    """
    pass words
    rule \(name)
      find verb: lemma @\(list)
      relabel verb as obj
      example
        1 said say VERB 0 root
      gives
        1 said say VERB 0 root
      counter
        1 made make VERB 0 root
    """
  }

  @Test func filesOfTheFolderGrammarAreRead() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("a.ttl"), with: Array(Self.list.utf8))
    #expect(try Schema.load(directory: folder.path).grammar == Grammar())
    let made = unsafe mkdir(folder.file("grammar"), 0o700)
    try #require(made == 0)
    try AtomicFile.replace(folder.file("grammar/b.rules"), with: Array(Self.rule("second").utf8))
    try AtomicFile.replace(folder.file("grammar/a.rules"), with: Array(Self.rule("first").utf8))
    try AtomicFile.replace(folder.file("grammar/README.md"), with: Array("no rules".utf8))
    #expect(try Schema.load(directory: folder.path).grammar.rules.map(\.name) == ["first", "second"])
  }

  @Test func aMistakeInARuleRefusesTheSchema() throws {
    let sources = [
      SchemaSource(name: "a.ttl", bytes: Array(Self.list.utf8)),
      SchemaSource(name: "grammar/a.rules", bytes: Array(Self.rule("saying", list: "reportingVreb").utf8)),
    ]
    let error = try #require(throws: SchemaError.self) { try Schema(sources: sources) }
    #expect(error.place == "grammar/a.rules:3:21" && error.code == "rules.unknown")
    #expect(error.message == "expected a word list of the schema, got reportingVreb; did you mean reportingVerb?")
  }
}
