import GraphModel
import GraphQuery
import GraphStore
import TestSupport
import Testing

@testable import Commands

@Suite struct CompletionTests {
  private func complete(_ text: String) throws -> Completion {
    let graph = try MemoryGraph(SampleGraph.content)
    return StatementCompleter(verbTable: .standard) { graph }.completion(of: text)
  }

  /// The line after the tab key.
  private func line(_ text: String) throws -> String {
    let completion = try complete(text)
    return String(text.unicodeScalars.dropLast(completion.replaced)) + completion.insertion
  }

  @Test(arguments: [
    ("nei", "neighbors "), ("NEI", "neighbors "), ("types; st", "types; stats "), ("his", "history "),
    ("neighbors nat", "neighbors NATO"), ("neighbors NATO S", "neighbors NATO Secretary General "),
    ("neighbors ma", "neighbors Mar"), ("neighbors marc", "neighbors Marco Rubio "),
    ("neighbors Mark Ru", "neighbors Mark Rutte "), ("neighbors \"mark", "neighbors \"Mark Rutte\" "),
    ("neighbors NATO v", "neighbors NATO via "), ("neighbors Mark Rutte vi", "neighbors Mark Rutte via "),
    ("neighbors NATO via le", "neighbors NATO via leads "),
    ("neighbors NATO via leads|memb", "neighbors NATO via leads|memberOf "),
    ("neighbors NATO via wor", "neighbors NATO via \"worry about\" "),
    ("neighbors NATO type Pers", "neighbors NATO type Person "),
    ("neighbors NATO type Person li", "neighbors NATO type Person limit "),
    ("path Rutte t", "path Rutte to "), ("path Rutte to ukr", "path Rutte to Ukraine "),
    ("path \"Mark Rutte\" to rus", "path \"Mark Rutte\" to Russia "),
    ("path Rutte to Russia avoid NATO, uk", "path Rutte to Russia avoid NATO, Ukraine "),
    ("facts łód", "facts Łódź Institute "), ("facts 東", "facts 東京会議 "), ("timeline u.s", "timeline U.S. "),
    ("set fo", "set form"),
    ("set forma", "set format "), ("set format jsonl", "set format jsonl "), ("set claims o", "set claims o"),
    ("help ke", "help keys "), ("decide ty", "decide type "), ("export d", "export dot "),
    ("neighbors zzz", "neighbors zzz"), ("", ""),
    ("zzz ", "zzz "),
    ("why ", "why "), ("facts #", "facts #"), ("path NATO to #", "path NATO to #"), ("find “mar", "find \"Mar"),
    ("match ?x le", "match ?x leads "), ("match ?x leads nat", "match ?x leads NATO"),
    ("match ?x leads ?y, ?", "match ?x leads ?y, ?"), ("match ?xx leads ?y, ?x", "match ?xx leads ?y, ?xx "),
    ("match ?x:Per", "match ?x:Person "), ("match ?x leads NATO si", "match ?x leads NATO since "),
    ("match mark ru", "match Mark Rutte "), ("match Mark Rutte le", "match Mark Rutte leads "),
    ("match ?x leads ?y, ?y memb", "match ?x leads ?y, ?y memberOf "),
    ("match ?x leads ?y si", "match ?x leads ?y since "),
    ("match ?x leads ?y via lea", "match ?x leads ?y via leads "),
  ])
  func completes(text: String, expected: String) throws {
    #expect(try line(text) == expected)
  }

  @Test(arguments: [
    ("facts Russia via att", "facts Russia via attack "),
    ("facts Russia via attack/w", "facts Russia via attack/with "),
    ("facts Russia via leave|attack/", "facts Russia via leave|attack/"), ("facts Noth", "facts Noth"),
    ("match Thing .", "match Thing ."),
  ])
  func completesEvents(text: String, expected: String) throws {
    let graph = try MemoryGraph(EventGraph.content)
    let completer = StatementCompleter(verbTable: .standard) { graph }
    let completion = completer.completion(of: text)
    #expect(String(text.unicodeScalars.dropLast(completion.replaced)) + completion.insertion == expected)
    #expect(!completer.completion(of: "facts ").candidates.contains(""))
    #expect(completer.completion(of: "neighbors Merz type ").candidates == ["Thing"])
  }

  @Test func severalCandidatesAreListed() throws {
    #expect(try complete("neighbors mar").candidates == ["Marco Rubio", "Mark Rutte"])
    #expect(try complete("neighbors ").candidates.first == "NATO")
    #expect(try complete("set claims o").candidates == ["on", "off"])
    #expect(try complete("neighbors NATO ").candidates.contains("via"))
    #expect(try complete("").candidates.contains("path"))
    #expect(try complete("neighbors NATO via ").candidates.contains("memberOf"))
  }

  @Test func namesThatWouldBeReadOtherwiseAreQuoted() throws {
    let keywords = NeighborsVerb.syntax.keywords
    #expect(NameSpelling.typed("Mark Rutte", keywords: keywords) == "Mark Rutte")
    #expect(NameSpelling.typed("Made in China", keywords: keywords) == "\"Made in China\"")
    #expect(NameSpelling.typed("The \"Bear\"", keywords: keywords) == "'The \"Bear\"'")
    #expect(NameSpelling.typed("A; B", keywords: keywords) == "\"A; B\"")
  }

  @Test func filesComplete() throws {
    let folder = try TemporaryFolder()
    try GraphWriter.write(SampleGraph.content, to: folder.file("news.tercet"))
    #expect(try line("run \(folder.path)/ne") == "run \(folder.path)/news.tercet ")
    #expect(try line("run \(folder.path)/zz") == "run \(folder.path)/zz")
  }
}
