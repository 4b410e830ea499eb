import Testing

struct WordTests {
  private static func words(_ text: String) -> [String] {
    WordWall(closedClass: "# made up\nof the").findings(
      in: SourceFile(path: "Sources/Extraction/Clauses/Rule.swift", text: text)
    ).map(\.key)
  }

  @Test(arguments: [
    #"if lemma == "leader" {}"#, #"if "leader" != lemma {}"#, #"switch lemma { case "x1", "leader": 1 }"#,
    #"let words: Set = ["of", "leader"]"#, #"let words = [.a: ["leader"]]"#, #"return ["leader": 1]"#,
    #"lemma.hasPrefix("leader")"#, #"static let role = "leader""#,
    #"switch (tag, lemma) { case (.noun, "leader"): 1 }"#, #"(["of"] + ["leader"]).contains { $0 == lemma }"#,
  ])
  func wordThatIsReadIsFound(_ source: String) { #expect(Self.words(source) == ["Rule.swift: leader"]) }

  @Test func nameOfTypeIsFound() {
    #expect(Self.words(#"let places: Set = ["Country", "fearNoun", "GeopoliticalEntity"]"#).count == 2)
  }

  @Test(arguments: [
    #"if form == "of" {}"#, #"lemma.hasPrefix("the ")"#, #"rules: rules + ["event"]"#, #"Grounds(rules: ["title"])"#,
    #"lists["leader"]"#, #"emit(name, "be", x)"#, #"case .noun: "leader""#, #"let x = ["\(leader) of"]"#,
    #"// == "leader""#, #"[(.fears, "fearNoun")]"#, #"switch a { case .reports where b: return "leader" }"#,
  ])
  func otherLiteralIsLeftOut(_ source: String) { #expect(Self.words(source) == []) }

  @Test func wordsOfExtractionAreListed() {
    let wall = WordWall(closedClass: SourceTree.text(of: "Tests/HouseTests/closed-class.txt"))
    // Confidence/ holds weights of rules, by their names, and reads no word.
    let files = SourceTree.sources.filter { $0.module == "Extraction" && $0.folder != "Confidence" }
    expectNone(Allowance("words.txt").remaining(files.flatMap(wall.findings)))
  }
}
