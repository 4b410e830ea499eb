import Bytes
import TestSupport
import Testing

/// Names that are likely one, from the question to the decision and back.
@Suite struct SuggestTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let lines = [
      "Volodymyr Zelensky met Mark Rutte in Paris.", "Mark Rutte met Volodymyr Zelenskyy in Kyiv.",
      "Jonathan Ferguson leads Acme Corp. in Oslo.", "Jonathon Ferguson sued Acme Corp. in May.",
    ]
    let rows = lines.enumerated().map { "{\"id\":\"d\($0)\",\"text\":\"\($1)\"}\n" }.joined()
    try AtomicFile.replace(folder.file("news.jsonl"), with: Array(rows.utf8))
    #expect(try shell("$tercet build -q news.jsonl -o n.tercet").status == 0)
  }

  private func shell(_ line: String) throws -> ProcessRun {
    try ProcessRun("/bin/bash", ["-c", "cd '\(folder.path)'; tercet='\(TercetBinary.path)'; " + line])
  }

  @Test func aTableOfDecisionsIsCarriedOut() throws {
    let asked = try shell("$tercet query n.tercet --format csv -c suggest > pairs.csv; cat pairs.csv")
    #expect(asked.output.hasPrefix("decision,entity,entity_type,other,other_type,rule,shared"), "\(asked)")
    #expect(asked.output.contains(",Volodymyr Zelensky,") && asked.output.contains(",Jonathan Ferguson,"), "\(asked)")
    let decided = try shell(
      """
      sed -i -e 's/^,Volodymyr/y,Volodymyr/' -e 's/^,Jonath/n,Jonath/' pairs.csv
      $tercet query n.tercet -c 'decide pairs.csv'
      """)
    #expect(
      decided.status == 0 && decided.errors.contains("1 pair made one, 1 kept two, 0 left for later"), "\(decided)")
    let after = try shell("$tercet query n.tercet -c suggest; $tercet query n.tercet --format table -c 'facts Rutte'")
    #expect(
      !after.output.contains("Ferguson") && after.output.contains("Zelensky")
        && after.errors.contains("no two names are likely one"), "\(after)")
    // Of what is decided nothing is asked again when the texts are read anew, and it can be taken back.
    let anew = try shell("$tercet compact -q n.tercet; $tercet query n.tercet -c suggest")
    #expect(!anew.output.contains("Ferguson") && !anew.output.contains("Zelensky"), "\(anew)")
    let back = try shell("$tercet query n.tercet -c undo -c undo -c suggest; $tercet check n.tercet")
    #expect(back.status == 0 && back.output.contains("Ferguson") && back.output.contains("Zelensky"), "\(back)")
  }

  /// What stands is told and not written again, so that one undo takes it back.
  @Test func whatIsDecidedAlreadyIsToldAndNotWritten() throws {
    let apart = "$tercet query n.tercet --format table -c 'apart Jonathan Ferguson from Jonathon Ferguson'"
    #expect(try shell(apart).output.contains("is an entity of its own"))
    let again = try shell(apart)
    #expect(
      again.status == 0 && again.output.contains("Jonathan Ferguson and Jonathon Ferguson are kept two already")
        && again.errors.contains("nothing is written"), "\(again)")
    let text =
      "decision,entity,entity_type,other,other_type\nn,Jonathon Ferguson,Person,Jonathan Ferguson,Person\n"
      + "y,Volodymyr Zelenskyy,Person,Volodymyr Zelensky,Person\n"
    try AtomicFile.replace(folder.file("pairs.csv"), with: Array(text.utf8))
    let first = try shell("$tercet query n.tercet -c 'decide pairs.csv'")
    #expect(
      first.errors.contains(
        "1 pair made one, 0 kept two, 0 left for later, 1 decided so already; undo takes one back at a time"),
      "\(first)")
    let second = try shell("$tercet query n.tercet -c 'decide pairs.csv'")
    #expect(
      second.errors.contains("0 pairs made one, 0 kept two, 0 left for later, 2 decided so already\n"), "\(second)")
    let back = try shell("$tercet query n.tercet -c undo -c undo -c suggest; $tercet query n.tercet -c undo")
    #expect(back.output.contains("Ferguson") && back.output.contains("Zelensky"), "\(back)")
    #expect(back.errors.contains("there is no merge, split or apart to take back"), "\(back)")
  }

  @Test(arguments: [
    ("", "pairs.csv:1: expected the columns of suggest"),
    ("decision,entity,entity_type,other,other_type\nmaybe,A,Person,B,Person\n", "pairs.csv:2: expected y, n"),
  ])
  func whatIsNoTableIsRefused(text: String, expected: String) throws {
    try AtomicFile.replace(folder.file("pairs.csv"), with: Array(text.utf8))
    let run = try shell("$tercet query n.tercet -c 'decide pairs.csv'")
    #expect(run.status != 0 && run.errors.contains(expected), "\(run)")
    #expect(run.errors.contains("`help decide`") && !run.errors.contains("--names"), "\(run)")
  }

  @Test func whatIsNotThereIsToldAndLeft() throws {
    let text = "decision,entity,entity_type,other,other_type\ny,Nobody,Person,Mark Rutte,Person\n"
    try AtomicFile.replace(folder.file("pairs.csv"), with: Array(text.utf8))
    let run = try shell("$tercet query n.tercet -c 'decide pairs.csv'")
    #expect(run.status == 1 && run.errors.contains("pairs.csv:2: there is no “Nobody” of this type; left"), "\(run)")
    #expect(
      try shell("$tercet query n.tercet --safe -c 'decide pairs.csv'").errors.contains("not allowed in safe mode"))
  }
}
