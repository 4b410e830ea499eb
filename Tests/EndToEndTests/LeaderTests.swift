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

  @Test func statsOfOtherGraphsTellNoDay() throws {
    #expect(
      try shell("echo 'Ana Berg visited Oslo.' | $tercet build - -o o.tercet && $tercet stats o.tercet").status == 0)
    #expect(try !shell("$tercet stats o.tercet").output.contains("leaders"))
  }
}
