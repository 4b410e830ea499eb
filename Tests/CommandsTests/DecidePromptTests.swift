import Bytes
import GraphModel
import GraphQuery
import GraphStore
import TestSupport
import Testing

@testable import Commands

/// `decide` at the prompt: what is asked, what is written, and what is left.
@Suite struct DecidePromptTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("news.tercet") }

  init() throws {
    folder = try TemporaryFolder()
    try GraphWriter.write(AlikeNames.content, to: folder.file("news.tercet"))
  }

  /// Types one line after the other.
  private final class Typist: LineReader {
    var completer: (any WordCompleter)?
    var lines: [LineOutcome]
    /// What happens before the line of this number is typed.
    var meanwhile: [Int: () throws -> Void] = [:]
    private(set) var prompts: [String] = []
    private(set) var remembered: [String] = []
    /// At which prompts Tab completes statements.
    private(set) var completing: [String] = []

    init(_ lines: [LineOutcome]) { self.lines = lines }

    func remember(_ entry: String) { remembered.append(entry) }

    func readLine(prompt: Prompt) -> LineOutcome {
      do { try meanwhile[prompts.count]?() } catch { Issue.record(error) }
      prompts.append(prompt.text)
      if completer != nil { completing.append(prompt.text) }
      return prompts.count <= lines.count ? lines[prompts.count - 1] : .end
    }
  }

  private struct Run {
    var output: String
    var messages: String
    var typist: Typist
  }

  private func typed(
    _ lines: [LineOutcome], options: [String] = [], width: Int = 80, meanwhile: [Int: () throws -> Void] = [:]
  ) throws -> Run {
    let typist = Typist(lines)
    typist.meanwhile = meanwhile
    let environment = ProcessEnvironment(
      variables: ["TERM": "xterm", "TERCET_HISTORY": folder.file("history"), "NO_COLOR": "1"], isInputTerminal: true,
      isOutputTerminal: true)
    let (output, messages) = (TextStream(), TextStream())
    let program = Program(environment: environment, output: output, messages: messages, makeLineReader: { typist })
    #expect(program.run([path, "--no-rc", "--set", "width=\(width)"] + options) == .answered)
    return Run(output: output.contents, messages: messages.contents, typist: typist)
  }

  private func typed(_ lines: String..., meanwhile: [Int: () throws -> Void] = [:]) throws -> Run {
    try typed(lines.map { .line($0) }, meanwhile: meanwhile)
  }

  private var decisions: [String] {
    get throws {
      try StoredGraph(path: path).decisions.map { decision in
        (decision.kind == .merge ? "" : "not ") + "\(decision.entity.name) = \(decision.other.name)"
      }
    }
  }

  @Test func pairAfterPair() throws {
    let run = try typed("decide", "n", "y", "l")
    #expect(run.messages.contains("4 pairs, each likely one; ? tells what to answer"), "\(run.messages)")
    let first = """

      1 of 4  Jonathan Ferguson (Person)  Jonathon Ferguson (Person)
        letters, 1 neighbor shared
        oslo: Jonathan Ferguson leads Acme.
        oslo: Jonathon Ferguson sued Acme.

      """
    #expect(run.output.contains(first), "\(run.output)")
    #expect(run.output.contains("2 of 4  Volodymyr Zelenskiy (Person)  Volodymyr Zelensky (Person)"))
    // What is left of three that were alike, once, and as it stands now.
    #expect(run.output.contains("3 of 4  Volodymyr Zelensky"), "\(run.output)")
    #expect(!run.output.contains("4 of 4"))
    #expect(run.messages.contains("Volodymyr Zelenskiy is Volodymyr Zelensky\n"))
    #expect(run.messages.contains("1 pair made one, 1 kept two, 1 left for later; undo takes one back at a time"))
    #expect(
      try decisions == ["not Jonathan Ferguson = Jonathon Ferguson", "Volodymyr Zelenskiy = Volodymyr Zelensky"])
    let question = "same? [y]es [n]o [l]ater [u]ndo [q]uit> "
    #expect(run.typist.prompts == ["news> ", question, question, question, "news> "])
  }

  @Test func answersAreNoStatements() throws {
    let saved = folder.file("tour.tq")
    let run = try typed("types", "decide limit 2", "y", "q", "save \(saved)")
    #expect(run.typist.remembered == ["types", "decide limit 2", "save \(saved)"])
    #expect(run.typist.completing == ["news> ", "news> ", "news> ", "news> "])
    #expect(run.messages.contains("2 pairs, each likely one"))
    let script = String(decoding: try MappedFile(path: saved).bytes.array(), as: UTF8.self)
    #expect(script == "types\n# left out: decide limit 2\n")
    #expect(try decisions == ["Jonathan Ferguson = Jonathon Ferguson"])
  }

  @Test func taking() throws {
    let run = try typed("decide", "u", "y", "u", "n", "q")
    #expect(run.output.contains("nothing is decided yet\n"))
    #expect(
      run.messages.contains("Jonathan Ferguson is an entity of its own again, apart from Jonathon Ferguson"),
      "\(run.messages)")
    #expect(run.output.split(separator: "1 of 4").count == 3)
    #expect(run.messages.contains("0 pairs made one, 1 kept two, 3 left for later"))
    #expect(try decisions == ["not Jonathan Ferguson = Jonathon Ferguson"])
    let again = try typed("decide", "n", "u", "q")
    #expect(again.output.contains("1 of 3") && again.messages.contains("is open again"), "\(again.messages)")
    #expect(try decisions.count == 1)
  }

  @Test func whatIsNoAnswerIsAskedAgain() throws {
    let run = try typed("decide", "maybe", "?", "\u{1B}[2J", "", "q")
    #expect(run.output.contains("“maybe” is no answer; ? tells what to answer"))
    #expect(run.output.contains("l  later, as an empty line\n"))
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.messages.contains("0 pairs made one, 0 kept two, 4 left for later"))
    #expect(try decisions.isEmpty)
  }

  @Test(arguments: [LineOutcome.canceled, .end])
  func endsWithoutLosingAnything(outcome: LineOutcome) throws {
    let run = try typed([.line("decide"), .line("y"), outcome, .line("types")])
    #expect(run.messages.contains("1 pair made one, 0 kept two, 3 left for later"), "\(run.messages)")
    #expect(run.output.contains("Person") && run.typist.prompts.last == "news> ")
    #expect(try decisions.count == 1)
  }

  @Test func narrow() throws {
    let run = try typed([.line("decide type person"), .line("y")], width: 20)
    #expect(run.typist.prompts[1] == "same? [ynluq]> ")
  }

  @Test func nothingToAsk() throws {
    let run = try typed("decide type Company", "decide type Nothing", "types")
    #expect(run.messages.contains("no two names are likely one"))
    #expect(run.messages.contains("Nothing") && run.output.contains("Company"))
    #expect(run.typist.prompts.allSatisfy { $0 == "news> " })
  }

  @Test func noneOfSeveralIsAskedAbout() throws {
    let run = try typed("decide limit 0", "decide", "q")
    #expect(run.messages.contains("limit 0 shows none of 4 pairs, each likely one"), "\(run.messages)")
    #expect(!run.messages.contains("no two names are likely one"))
    #expect(run.messages.contains("0 pairs made one, 0 kept two, 4 left for later\n"), "\(run.messages)")
  }

  @Test func whatOthersDoMeanwhile() throws {
    let path = path
    func merge(_ name: String, into other: String) throws {
      let graph = try StoredGraph(path: path)
      let ids = try [name, other].map { try #require(graph.entities(named: $0).first) }
      _ = try graph.merge(ids[0], into: ids[1], at: path)
    }
    let run = try typed(
      "decide", "n", "u", "y", "q",
      meanwhile: [
        2: { try merge("Acme", into: "Mark Rutte") }, 3: { try merge("Volodymyr Zelenskiy", into: "Mark Rutte") },
      ])
    #expect(run.output.contains("another program has decided or taken back since"), "\(run.output)")
    #expect(
      run.messages.contains("2 of 4: there is no “Volodymyr Zelenskiy” of this type; left"), "\(run.messages)")
    #expect(
      try decisions == [
        "not Jonathan Ferguson = Jonathon Ferguson", "Acme = Mark Rutte", "Volodymyr Zelenskiy = Mark Rutte",
      ])
  }

  @Test func nobodyToAsk() throws {
    let script = folder.file("ask.tq")
    try AtomicFile.replace(script, with: Array("decide limit 3\n".utf8))
    let run = try typed("run \(script)", "decide > \(folder.file("x.csv"))", "decide | cat", "decide pairs.csv limit 3")
    let told = "decide without a file asks about each pair at the prompt, and nobody can be asked here"
    #expect(run.messages.split(separator: told).count == 4, "\(run.messages)")
    #expect(run.messages.contains("`suggest > pairs.csv` writes a table for answers"))
    #expect(!folder.names().contains("x.csv"))
    let harness = try SessionHarness(content: AlikeNames.content)
    #expect(try harness.run("decide") == .failed && harness.messages.contents.contains(told))
  }

  @Test(arguments: [
    ("--safe", "decide is not allowed in safe mode"),
    ("--read-only", "the store was opened to be read only, and decide changes it"),
  ])
  func refused(option: String, told: String) throws {
    let run = try typed([.line("decide")], options: [option])
    #expect(run.messages.contains(told) && run.typist.prompts == ["news> ", "news> "])
  }

  @Test(arguments: [
    (NamingDecision.Kind.merge, ["Ada"], "Ada is Ada Núñez", "Ada is an entity of its own again, apart from Ada Núñez"),
    (.split, [], "Ada is an entity of its own, apart from Ada Núñez", "whether Ada is Ada Núñez is open again"),
    (.split, ["Ada"], "Ada is an entity of its own, apart from Ada Núñez", "Ada is Ada Núñez again"),
  ])
  func whatIsTheCaseNow(kind: NamingDecision.Kind, names: [String], made: String, takenBack: String) {
    let ada = NamingDecision.Entity(name: "Ada", type: "Person")
    var decision = NamingDecision(
      serial: 1, kind: kind, entity: ada, other: .init(name: "Ada Núñez", type: "Person"), names: names)
    #expect(Session<MemoryGraph>.sentence(decision, .made) == made)
    #expect(Session<MemoryGraph>.sentence(decision, .takenBack) == takenBack)
    // Two of one name are told apart by their types.
    decision.other = .init(name: "Ada", type: "Language")
    #expect(Session<MemoryGraph>.sentence(decision, .made).contains("Ada (Language)"))
  }
}
