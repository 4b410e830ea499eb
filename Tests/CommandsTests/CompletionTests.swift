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
    ("count per m", "count per month "), ("count via leads per so", "count via leads per source "),
    ("list Person by da", "list Person by date "), ("edges at n", "edges at now "),
    ("edges since ", "edges since 2025"), ("edges since 2025-04-03", "edges since 2025-04-03 "),
    ("edges limit ", "edges limit "),
    ("count list Per", "count list Person "), ("count list Person by n", "count list Person by name "),
    ("count neighbors NATO pe", "count neighbors NATO per "), ("count nei", "count neighbors "),
    ("show min", "show brussels-1 "), ("about \"the d", "about \"brussels-2\" "),
    ("edges in day", "edges in brussels-2 "), ("show brussels-1 l", "show brussels-1 limit "),
    ("expect em", "expect empty "), ("expect 3 ", "expect 3 rows "), ("expect \"e", "expect \"e"),
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

  @Test func wordsBehindOptions() throws {
    #expect(try complete("count per ").candidates == ["relation", "type", "source", "month", "speaker"])
    #expect(try complete("list Person by ").candidates == ["edges", "date", "name"])
    #expect(try complete("edges at ").candidates == ["now", "2025", "2025-04", "2025-04-03", "2025-04-04"])
    #expect(try complete("edges until 2025-04-0").candidates == ["2025-04-03", "2025-04-04"])
    // Who says something comes before who does not.
    #expect(try complete("edges by ").candidates == ["Marco Rubio"])
    #expect(try complete("edges by ").notes == ["Person, says 1 statement"])
    #expect(try complete("edges by mar").candidates == ["Marco Rubio", "Mark Rutte"])
    #expect(try complete("expect ").candidates == ["\"text\"", "no \"text\"", "empty", "error"])
  }

  /// Words that stand once are offered once, and what stands behind another word is that word's.
  @Test(arguments: [
    ("count per source ", "per"), ("list Person by date ", "by"), ("edges since 2025 ", "since"),
    ("edges by Marco Rubio ", "by"), ("count list Person per type ", "per"),
  ])
  func wordsAreGivenOnce(text: String, word: String) throws {
    let candidates = try complete(text).candidates
    #expect(!candidates.contains(word) && candidates.contains("limit"), "\(candidates)")
  }

  @Test func wordsThatMayRepeatAreOfferedAgain() throws {
    #expect(try complete("common NATO and Russia ").candidates.contains("and"))
    #expect(try complete("count per source ").candidates.contains("source"), "the option, which is not given")
  }

  @Test(arguments: [
    "neighbors ", "neighbors NATO via ", "edges via ", "neighbors NATO type ", "match ?x:", "show ", "show mi",
    "search Brussels source ", "set claims ", "set format ", "set width ", "export ", "edges since ", "edges by m",
  ])
  func candidatesSayWhatTheyAre(text: String) throws {
    let completion = try complete(text)
    #expect(!completion.candidates.isEmpty && completion.notes.count == completion.candidates.count)
    #expect(!completion.notes.contains(""), "\(completion)")
  }

  @Test func notes() throws {
    #expect(try complete("show min").notes == ["Ministers gather, 2025-04-03"])
    #expect(try complete("neighbors NATO type Ev").notes == ["1 entity"])
    #expect(try complete("neighbors Mark Rutte via le").notes == ["1 edge"])
    #expect(try complete("set format cs").notes == ["comma-separated values, for spreadsheets"])
    #expect(try complete("set claims of").notes.first?.hasSuffix("; as it is") == true)
  }

  /// What statements before have left behind.
  @Test func whatWasAnsweredCompletes() throws {
    let harness = try SessionHarness()
    try harness.run("set boss = Mark Rutte\nneighbors NATO via leads", name: nil)
    let session = harness.session
    let completer = StatementCompleter(verbTable: .standard, state: { session.promptState }) { session.graph }
    let names = completer.completion(of: "facts $")
    #expect(names.candidates == ["$boss", "$1"] && names.notes == ["Mark Rutte", "Mark Rutte"], "\(names)")
    #expect(completer.completion(of: "facts $b").insertion == "$boss ")
    #expect(completer.completion(of: "facts NATO | grep $").candidates.isEmpty)
    #expect(completer.completion(of: "unset ").candidates == ["boss"])
    #expect(completer.completion(of: "expect ").candidates.first == "1 row")
    try harness.run("edges via leads", name: nil)
    #expect(completer.completion(of: "why $").notes.last == "Mark Rutte · leads · NATO")
  }

  /// The usage lines of verbs tell what their options take.
  @Test func usageLinesTellValues() {
    for verb in VerbTable.standard.all {
      let syntax = verb.syntax
      for option in syntax.options where option.operand == .none {
        let values = OptionValues(behind: option.word, of: syntax)
        switch option.word {
        case "limit", "min", "max", "depth", "no-hubs": #expect(values == .number, "\(syntax.name) \(option.word)")
        case "since", "until": #expect(values == .date(allowsNow: false), "\(syntax.name) \(option.word)")
        case "at": #expect(values == .date(allowsNow: true), "\(syntax.name)")
        case "by", "per": #expect(values?.isWords == true, "\(syntax.name)")
        default: #expect(values == nil, "\(syntax.name) \(option.word)")
        }
      }
    }
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
