import Language
import TestSupport
import Testing

/// `tercet parse` on text that is no tidy prose: sound trees, every byte in a word, no crash, bounded time.
@Suite struct ParseTests {
  static let texts: [(name: String, text: String)] = [
    ("headline", "Rutte warns allies: spend more, and soon"),
    (
      "capitals",
      "NATO CHIEF URGES ALLIES TO RAISE DEFENSE SPENDING TO 5% OF GDP\n\nBRUSSELS — THE ALLIANCE MET ON THURSDAY."
    ),
    (
      "bullets",
      "Agenda:\n- Opening remarks by Mark Rutte\n- Ukraine\n* Any other business\n1. Lunch\n2) Dinner\n• Coffee"
    ),
    ("table", "Country\tGDP\tShare\nNorway\t482\t2.2%\nEstonia\t41\t3.4%\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
    ("no period", "The minister resigned\n\nHe gave no reason"),
    ("emoji", "Great news 😀😀👩‍👩‍👧 for 🇳🇴! Oslo 🎉 wins…"),
    ("scripts", "Der Kanzler traf Владимир Путин и 習近平 في القاهرة, said the BBC. שלום."),
    ("French", "Le président de la République a déclaré que l'accord n'était pas encore signé. Il partira demain."),
    ("punctuation", "!!! ??? ... --- (((( )))) ;;; \"\"\" ''' [] {} <> // \\\\ ** __ ~~"),
    ("one word", "No"), ("one mark", "."), ("marks", "…"), ("spaces", "  a \u{A0} b \u{3000} c\u{2028}d \r\n e "),
    ("long word", String(repeating: "abc", count: 30_000)),
    ("long line", String(repeating: "and the dog barked at the cat ", count: 1_500)),
    ("deep brackets", String(repeating: "(", count: 700) + "x" + String(repeating: ")", count: 700)),
    ("many lines", String(repeating: "Yes\n\n", count: 3_000)),
    ("addresses", "Write to press@example.org or see https://example.org/a?b=c#d, #NATO @SecGen 3.5-inch 1,000.5 A/B"),
  ]

  @Test(arguments: texts.indices) func isSound(_ index: Int) throws {
    let (name, text) = Self.texts[index]
    let run = try ProcessRun(TercetBinary.path, ["parse", "-", "--input-format", "text"], input: text)
    #expect(run.status == 0, "\(name): \(run.errors)")
    #expect(run.errors.isEmpty, "\(name): \(run.errors)")
    let bytes = Array(text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    var heads: [Int] = []
    for line in run.output.split(separator: "\n", omittingEmptySubsequences: false) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.isEmpty {
        checkTree(heads, name)
        heads = []
      } else if !line.hasPrefix("#"), !columns[0].contains("-") {
        #expect(columns.count == 10, "\(name): \(line)")
        #expect(UniversalTag(conlluName: columns[3]) != nil, "\(name): \(line)")
        #expect(DependencyRelation(conlluName: columns[7]) != nil, "\(name): \(line)")
        heads.append(try #require(Int(columns[6])))
        let range = try #require(columns[9].split(separator: "|").last { $0.hasPrefix("TokenRange=") })
        let ends = range.dropFirst(11).split(separator: ":").compactMap { Int($0) }
        for place in ends[0]..<ends[1] { covered[place] = true }
      }
    }
    for (place, byte) in bytes.enumerated() where byte > 0x20 && byte < 0x7F {
      #expect(covered[place], "\(name): byte \(place) is in no word")
    }
  }

  /// One root, and every word reaches it.
  private func checkTree(_ heads: [Int], _ name: String) {
    guard !heads.isEmpty else { return }
    #expect(heads.filter { $0 == 0 }.count == 1, "\(name): one root")
    for start in heads.indices {
      var (word, steps) = (start + 1, 0)
      while word != 0, steps <= heads.count {
        word = heads[word - 1]
        steps += 1
      }
      #expect(word == 0, "\(name): word \(start + 1) hangs in a circle")
    }
  }

  @Test func tokensAreWhatPretokenizedReads() throws {
    let text = "Rutte doesn't agree. \"No,\" he said.\n\nNorway's budget rose 3.5%."
    let tokens = try ProcessRun(TercetBinary.path, ["parse", "-", "--format", "tokens"], input: text)
    #expect(
      tokens.output
        == "Rutte does n't agree .\n\" No , \" he said .\n\nNorway 's budget rose 3.5 % .\n", "\(tokens.errors)")
    let again = try ProcessRun(
      TercetBinary.path, ["parse", "-", "--format", "tokens", "--pretokenized"], input: tokens.output)
    #expect(again.output == tokens.output)
  }

  @Test func threadsAndRunsGiveTheSameBytes() throws {
    let text = Self.texts.prefix(9).map(\.text).joined(separator: "\n\n")
    let one = try ProcessRun(TercetBinary.path, ["parse", "-", "--threads", "1"], input: text)
    let two = try ProcessRun(TercetBinary.path, ["parse", "-", "--threads", "2"], input: text)
    #expect(one.status == 0 && one.output == two.output)
  }

  /// Open facts: a line each, in the words of the sentence, whatever the tokens.
  @Test(arguments: ["minimal", "full"]) func openFacts(style: String) throws {
    let sentence = "Mr. Rutte , who leads NATO , met the press in Brussels on Thursday -LRB- again -RRB- ."
    let run = try ProcessRun(
      TercetBinary.path, ["extract", "-", "--pretokenized", "--format", "oie", "--style", style], input: sentence + "\n"
    )
    #expect(run.status == 0 && run.errors.isEmpty)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(
      rows.allSatisfy { $0.count >= 5 && $0[0] == sentence && Double($0[1]).map { (0...1).contains($0) } ?? false })
    let words = Set(sentence.split(separator: " ").map(String.init))
    #expect(
      rows.allSatisfy { $0[2...].allSatisfy { $0.split(separator: " ").allSatisfy { words.contains(String($0)) } } })
    #expect(rows.contains { Array($0[2...4]) == ["leads", "Mr. Rutte", "NATO"] })
    #expect(rows.contains { $0[2] == "met" && $0[4] == "the press" })
  }

  /// Mentions: who and what a text speaks of, with bytes that say the same.
  @Test func mentions() throws {
    let text = "We met Prime Minister Erna Holm of Norway in Oslo. She praised Norway's army, and paid £3 million."
    let run = try ProcessRun(TercetBinary.path, ["extract", "-", "--format", "mentions"], input: text)
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"document\":") && $0.hasSuffix("]}") })
    func has(_ parts: String...) -> Bool { lines.contains { line in parts.allSatisfy { line.contains($0) } } }
    #expect(has("\"text\":\"We\"", "\"kind\":\"pronoun\"", "\"type\":\"Group\""))
    #expect(has("\"text\":\"Erna Holm\"", "\"type\":\"Person\"", "\"kind\":\"name\""))
    #expect(has("\"text\":\"She\"", "\"entity\":\"Erna Holm\""))
    #expect(has("\"text\":\"£3 million\"", "\"type\":\"Money\""))
    // The possessive ending belongs to no phrase.
    #expect(has("\"text\":\"Norway\"", "\"phrase\":[63,69]"))
  }

  /// The names inside descriptions are those of the lines with links, and each name has a line of its own.
  @Test func mentionsHaveTheNamesInDescriptions() throws {
    let text = "Allies of NATO praised the U.S. commitment to Ukraine. The lawyer spoke in Oslo Town Hall. Bergen!"
    let run = try ProcessRun(TercetBinary.path, ["extract", "-", "--format", "mentions"], input: text)
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    func links(_ words: String) -> [String] {
      lines.filter { $0.contains("\"text\":\"\(words)\"") }.map {
        String($0[($0.firstRange(of: "\"links\"")!.lowerBound)...])
      }
    }
    #expect(links("Allies") == [#""links":[{"link":"member of","name":"NATO"}]}"#])
    #expect(
      links("U.S. commitment to Ukraine")
        == [#""links":[{"link":"of","name":"United States"},{"link":"to","name":"Ukraine"}]}"#])
    for name in ["NATO", "U.S.", "Ukraine", "lawyer", "Oslo Town Hall", "Bergen"] {
      #expect(links(name) == [#""links":[]}"#], "\(name)")
    }
    let told = try ProcessRun(TercetBinary.path, ["extract", "-"], input: text).output
    for link in [
      #""link":"member of","name":"NATO""#, #""link":"of","name":"United States""#, #""link":"to","name":"Ukraine""#,
    ] {
      #expect(told.contains(link) && run.output.contains(link), "\(link)")
    }
  }

  /// Every verb and role noun is in a statement or is explained.
  @Test func whatIsInNoStatementIsExplained() throws {
    let text = "The allies hesitated. Norway supports Ukraine. A minister resigned. It attacked Norway."
    let run = try ProcessRun(TercetBinary.path, ["extract", "-", "--verbose"], input: text)
    #expect(run.status == 0)
    #expect(run.output.contains("\"subject\":\"Norway\""))
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasSuffix(":1: \"hesitated\" is in no statement: no object, no phrase") })
    #expect(run.output.contains("\"subject\":\"minister\"") && run.output.contains("\"predicate\":\"resign\""))
    #expect(!run.errors.contains("\"supports\""))
    let quiet = try ProcessRun(TercetBinary.path, ["extract", "-"], input: text)
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == run.output)
  }

  /// A web page becomes its article, and its evidence is text, not markup.
  @Test func webPages() throws {
    let page = """
      <!DOCTYPE html><html><head><title>Talks in Brussels - Wire</title><meta name="date" content="2025-04-03"></head><body>
      <nav><a href="/">Home</a></nav><article><p>Norway <b>supports</b> Ukraine, the minister said in Brussels today.</p></article>
      </body></html>
      """
    let run = try ProcessRun(TercetBinary.path, ["extract", "-"], input: page)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("\"subject\":\"Norway\"") && run.output.contains("\"object\":\"Ukraine\""))
    #expect(run.output.contains("\"spans\":{\"subject\":[0,6],\"predicate\":[7,15],\"object\":[16,23]}"))
    #expect(!run.output.contains("Home") && !run.output.contains("<b>"))
  }
}
