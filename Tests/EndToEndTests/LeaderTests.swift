import Bytes
import TestSupport
import Testing

/// Offices of countries in documents that do not name who has them.
@Suite struct LeaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let texts = """
      {"id":"then","date":"2025-03-03","text":"The Norwegian prime minister visited Kyiv. Germany's chancellor resigned."}
      {"id":"named","date":"2024-05-01","text":"Jonas Gahr Støre visited Berlin."}
      {"id":"before","date":"2010-03-03","text":"The Norwegian prime minister visited Tokyo."}
      {"id":"later","date":"2027-03-03","text":"The Norwegian prime minister visited Madrid."}
      {"id":"told","date":"2025-03-04","text":"Norwegian Prime Minister Ana Berg left Paris. The Norwegian prime minister visited Rome."}

      """
    try AtomicFile.replace(folder.file("news.jsonl"), with: Array(texts.utf8))
  }

  private func shell(_ line: String) throws -> ProcessRun {
    try ProcessRun("/bin/bash", ["-c", "cd '\(folder.path)'; tercet='\(TercetBinary.path)'; " + line])
  }

  @Test func anOfficeIsWhoHeldItOnThatDay() throws {
    #expect(try shell("$tercet build news.jsonl -o n.tercet").status == 0)
    let edges = try shell("$tercet query n.tercet --format table -c 'edges via visits'").output
    for line in [
      "Jonas Gahr Støre ─visits→ Kyiv", "Jonas Gahr Støre ─visits→ Berlin", "Norwegian prime minister ─visits→ Tokyo",
      "Norwegian prime minister ─visits→ Madrid", "Ana Berg ─visits→ Rome",
    ] {
      #expect(edges.contains(line), "\(line): \(edges)")
    }
    let why = try shell("$tercet query n.tercet --format table -c 'why \"Jonas Gahr Støre\"'").output
    #expect(why.contains("leader as of 2026-01-17"), "\(why)")
    #expect(try shell("$tercet stats n.tercet --format table").output.contains("the leaders as of 2026-01-17"))
    // A part of it as whole graphs do.
    #expect(try shell("$tercet build --part news.jsonl -o p.part && $tercet merge p.part -o m.tercet").status == 0)
    #expect(try shell("cmp n.tercet m.tercet").status == 0)
  }

  /// Of another time, or of somebody who is not simply that, the list tells nothing.
  @Test func nobodyIsGuessed() throws {
    let sentences = [
      "In 2003 the British prime minister sent troops to Iraq.",
      "The Israeli prime minister was assassinated in Tel Aviv in November 1995.",
      "The then British prime minister apologised to Ireland.", "The then-Norwegian prime minister visited Kiel.",
      "The Norwegian prime minister who signed the treaty in 1949 visited Gdansk.",
      "The wartime British prime minister visited Yalta.", "The Norwegian prime minister in exile visited Stockholm.",
      "The Norwegian prime minister-designate visited Bergen.",
      "The first female Norwegian prime minister visited Molde.", "The next Norwegian prime minister visited Harstad.",
      "The late Norwegian prime minister lived in Arendal.",
      "The crisis began in 1990. The Norwegian prime minister visited Tartu.",
    ]
    let lines = sentences.enumerated().map { #"{"id":"\#($0)","date":"2025-09-01","text":"\#($1)"}"# + "\n" }
    try AtomicFile.replace(folder.file("past.jsonl"), with: Array(lines.joined().utf8))
    let rows = try shell("$tercet extract past.jsonl").output
    #expect(rows.split(separator: "\n").count >= sentences.count)
    #expect(!rows.contains("leader as of"), "\(rows)")
  }

  /// A document of any year is read.
  @Test func anyDateIsRead() throws {
    for date in ["0001-01-01", "0900-03-03", "1000-01-01", "1001-01-01", "9999-12-31"] {
      let line = #"{"id":"a","date":"\#(date)","text":"The Norwegian prime minister visited Kyiv in 2001."}"# + "\n"
      try AtomicFile.replace(folder.file("date.jsonl"), with: Array(line.utf8))
      let run = try shell("$tercet extract date.jsonl")
      #expect(run.status == 0 && run.output.contains("Norwegian prime minister"), "\(date): \(run.errors)")
    }
  }

  /// Who stands behind an office is who has it, whoever had it before; and of deeds of long ago nobody is in office now.
  @Test func whoIsNamedBehindAnOfficeHasIt() throws {
    let texts = """
      {"id":"a","date":"2023-05-28","text":"Finance Minister Per Lund resigned. The new finance minister, Kari Moen, met Ola Dahl in Oslo."}
      {"id":"b","date":"2025-09-17","text":"Norwegian Prime Minister Gro Harlem Brundtland opened the Winter Games in 1994."}
      {"id":"c","date":"2021-01-21","text":"Ann Berg is president of Chile."}
      {"id":"d","date":"2025-01-21","text":"Ann Berg left office on Monday."}
      {"id":"e","date":"2023-06-13","text":"Rumours that Ola Holm had resigned as mayor of Bergen were denied by his office."}

      """
    try AtomicFile.replace(folder.file("offices.jsonl"), with: Array(texts.utf8))
    #expect(try shell("$tercet build offices.jsonl -o of.tercet").status == 0)
    func answer(_ statement: String) throws -> String {
      try shell("$tercet query of.tercet --format jsonl -c '\(statement)'").output
    }
    let met = try answer("edges via meetsWith") + answer("edges via meet")
    #expect(met.contains("Kari Moen") && !met.contains("Per Lund"), "\(met)")
    #expect(try !answer("offices Norway at now").contains("Brundtland"))
    #expect(try !answer("neighbors Norway at now").contains("Brundtland"))
    #expect(try answer("neighbors Norway").contains("Brundtland"))
    #expect(try answer("offices Chile at 2022").contains("Ann Berg"))
    #expect(try !answer("offices Chile at now").contains("Ann Berg"))
    #expect(try !answer("edges").contains(#""subject":"Ola Holm""#))
  }

  @Test func statsOfOtherGraphsTellNoDay() throws {
    #expect(
      try shell("echo 'Ana Berg visited Oslo.' | $tercet build - -o o.tercet && $tercet stats o.tercet").status == 0)
    #expect(try !shell("$tercet stats o.tercet").output.contains("leaders"))
  }
}
