import Bytes
import TestSupport
import Testing

/// `--names`: what a newsroom calls people and bodies, and by which ids.
@Suite struct NameRegisterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(
      "people.csv",
      """
      name,type,id,aliases,from,to
      Jonas Gahr Støre,Person,Q9054493,Jonas Store|Stoere,,
      Acme Widgets,Company,acme-1,Acme,2020,2024-06
      Acme Tools,Company,acme-2,Acme,2024-07,
      "Smith, John",Person,js-1,John Smith,,
      John Q. Smith,Person,js-2,John Smith,,
      Norwind,Person,nw,Norwind Corp.,,

      """)
    try write(
      "news.jsonl",
      """
      {"id":"a","date":"2023-05-01","text":"Jonas Store met Ana Botín in Oslo. Acme bought Norwind Corp. in May."}
      {"id":"b","date":"2025-05-01","text":"Jonas Gahr Store visited Berlin. Acme sold Norwind Corp. to Volvo."}
      {"id":"c","text":"Acme sued Volvo. John Smith leads Volvo."}

      """)
  }

  private func write(_ name: String, _ text: String) throws {
    try AtomicFile.replace(folder.file(name), with: Array(text.utf8))
  }

  private func shell(_ line: String) throws -> ProcessRun {
    try ProcessRun("/bin/bash", ["-c", "cd '\(folder.path)'; tercet='\(TercetBinary.path)'; " + line])
  }

  @Test func namesTypesAndIDsAreThoseOfTheRegister() throws {
    let made = try shell("$tercet build news.jsonl --names people.csv -o n.tercet")
    #expect(made.status == 0)
    #expect(made.errors.contains("“john smith” is of 2 entries and links nothing: people.csv:5, people.csv:6"))
    let edges = try shell("$tercet query n.tercet --format table -c edges").output
    for line in [
      "Ana Botín ─meets with→ Jonas Gahr Støre", "Acme Widgets ─acquires→ Norwind Corp.",
      "Acme Tools ─sells→ Norwind Corp.", "Jonas Gahr Støre ─visits→ Berlin", "John Smith ─leads→ Volvo",
      // Without a date nobody knows which of both it was.
      "Acme ─sues→ Volvo",
    ] {
      #expect(edges.contains(line), "\(line): \(edges)")
    }
    let found = try shell("$tercet query n.tercet -c 'find Stoere' -c 'find acme-1'").output
    #expect(found.contains("Jonas Gahr Støre") && found.contains("Acme Widgets"), "\(found)")
    let turtle = try shell("$tercet export n.tercet --format ttl").output
    #expect(turtle.contains("<http://www.wikidata.org/entity/Q9054493> rdf:type"))
    let rows = try shell("$tercet extract --names people.csv news.jsonl").output
    #expect(rows.contains("\"object\":\"Jonas Gahr Støre\""))
  }

  /// A surname of two people of the register is neither, unless the text names one of them.
  @Test func anAmbiguousNameIsNobodyElses() throws {
    try write("two.csv", "name,type,id,aliases\nAnna Fox,Person,Q111,Fox\nBert Fox,Person,Q222,Fox\n")
    try write(
      "fox.jsonl",
      """
      {"id":"a","text":"Anna Fox met Ana Botín in Paris. Fox visited Berlin."}
      {"id":"b","text":"Fox criticized Ana Botín on Tuesday."}

      """)
    #expect(try shell("$tercet build -q fox.jsonl --names two.csv -o f.tercet").status == 0)
    let edges = try shell("$tercet query f.tercet --format table -c edges").output
    for line in ["Anna Fox ─visits→ Berlin", "Fox ─criticizes→ Ana Botín"] { #expect(edges.contains(line), "\(edges)") }
    #expect(!edges.contains("Anna Fox ─criticizes"))
    let entities = try shell("$tercet export f.tercet --format ftm").output
    #expect(entities.contains("\"wikidataId\":[\"Q111\"]") && !entities.contains("wikidata.org"), "\(entities)")
    #expect(!(try shell("$tercet query f.tercet -c 'list Person'").output.contains("http")))
  }

  /// Documents that are added, read anew or come in parts have the same names.
  @Test func everyWayGivesTheSameGraph() throws {
    let run = try shell(
      """
      $tercet build -q news.jsonl --names people.csv -o all.tercet 2>/dev/null
      head -1 news.jsonl > one.jsonl; tail -n +2 news.jsonl > two.jsonl
      $tercet build -q one.jsonl --names people.csv -o grown.tercet 2>/dev/null
      $tercet add -q grown.tercet two.jsonl --names people.csv 2>/dev/null
      $tercet compact -q grown.tercet --names people.csv 2>/dev/null
      cmp all.tercet grown.tercet || exit 1
      $tercet build -q one.jsonl --part --names people.csv -o 1.part 2>/dev/null
      $tercet build -q two.jsonl --part --names people.csv -o 2.part 2>/dev/null
      $tercet merge -q 1.part 2.part --names people.csv -o joined.tercet 2>/dev/null && cmp all.tercet joined.tercet
      """)
    #expect(run.status == 0, "\(run)")
  }

  @Test(arguments: [
    ("", "people.csv:1: error: expected the names of the columns", "found nothing"),
    ("person,kind\n", "people.csv:1: error: expected the names of the columns, \"name\"", "found person, kind"),
    ("name,type\nAda,Persn\n", "people.csv:2: error: expected a type of the schema such as Person", "“Persn”"),
    ("name,type\n,Person\n", "people.csv:2: error: expected a name", "found none"),
    ("name,type\n\"Ada,Person\nBob,Person\n", "people.csv:2: error: expected a second quote", "found none"),
    ("name,type,from\nAda,Person,1990-13\n", "people.csv:2: error: expected a date such as 2019-11-04", "“1990-13”"),
    ("name,type,from,to\nAda,Person,2020,2019\n", "people.csv:2: error: expected a day", "found “2020”"),
  ])
  func whatIsNoRegisterIsRefused(text: String, expected: String, found: String) throws {
    try write("people.csv", text)
    let run = try shell("$tercet build news.jsonl --names people.csv -o n.tercet")
    #expect(run.status == 65 && run.errors.contains(expected) && run.errors.contains(found), "\(run)")
    #expect(!folder.names().contains("n.tercet"))
  }
}
