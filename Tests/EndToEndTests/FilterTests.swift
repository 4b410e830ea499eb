import Bytes
import TestSupport
import Testing

/// `extract` as a filter between two pipes: who writes a line has its answer before he writes the next.
@Suite struct FilterTests {
  private static let arguments = ["extract", "-", "--input-format", "jsonl", "--receipts", "--on-error", "row"]

  private func start(_ more: String...) throws -> PipedProgram {
    try PipedProgram(TercetBinary.path, Self.arguments + more)
  }

  /// The lines up to the one that ends the answer to a document.
  private func answer(of program: PipedProgram) -> [String] {
    var lines: [String] = []
    while let line = program.line() {
      lines.append(line)
      if line.contains("\"statements\":") || line.contains("\"error\":") { break }
    }
    return lines
  }

  @Test func eachLineIsAnsweredBeforeTheNextIsWritten() throws {
    let program = try start()
    for number in 1...5 {
      program.send("{\"id\":\"a\(number)\",\"text\":\"Sweden joined NATO.\"}\n")
      let lines = answer(of: program)
      #expect(lines.count == 2)
      #expect(lines.first?.contains("\"document\":\"a\(number)\"") == true)
      #expect(lines.last == "{\"document\":\"a\(number)\",\"statements\":1}")
    }
    // What says nothing is answered, too, and so is what was read before.
    program.send("{\"id\":\"quiet\",\"text\":\"Good morning.\"}\n")
    #expect(answer(of: program) == ["{\"document\":\"quiet\",\"statements\":0}"])
    program.send("{\"id\":\"a1\",\"text\":\"Sweden joined NATO.\"}\n")
    #expect(answer(of: program).last == "{\"document\":\"a1\",\"statements\":1}")
    program.send("{\"id\":\"a1\",\"text\":\"Mark Rutte leads NATO.\"}\n")
    #expect(answer(of: program).first?.contains("Mark Rutte") == true)
    // Half a line holds nothing back.
    program.send("{\"id\":\"whole\",\"text\":\"Sweden joined NATO.\"}\n{\"id\":\"half\",")
    #expect(answer(of: program).last == "{\"document\":\"whole\",\"statements\":1}")
    program.send("\"text\":\"Sweden joined NATO.\"}")
    let end = program.finish()
    #expect(end.status == 0)
    #expect(String(decoding: end.rest, as: UTF8.self).hasSuffix("{\"document\":\"half\",\"statements\":1}\n"))
  }

  @Test func whatIsNoDocumentIsARowAndTheFilterGoesOn() throws {
    let program = try start()
    let bad: [(line: [UInt8], document: String, error: String)] = [
      (Array("nonsense".utf8), "-:1", "expected \"{\" at byte 1"),
      (Array("{\"id\":\"none\"}".utf8), "none", "expected a string \"text\", found none"),
      (Array("{\"id\":\"empty\",\"text\":\"  \"}".utf8), "empty", "expected text, found no word"),
      (Array("{\"id\":\"nul\",\"text\":\"a\\u0000b\"}".utf8), "nul", "expected text, found a NUL byte"),
      (Array("{\"id\":\"raw\",\"text\":\"a".utf8) + [0] + Array("b\"}".utf8), "raw", "expected text, found a NUL byte"),
      (
        Array("{\"id\":\"latin\",\"text\":\"caf".utf8) + [0xE9] + Array("\"}".utf8), "latin",
        "expected UTF-8, found a byte that does not belong to it"
      ),
      (Array("{\"id\":\"cut\",\"text\":\"Sweden".utf8), "cut", "expected the end of a string at byte 27"),
      (Array("[1]".utf8), "-:8", "expected \"{\" at byte 1"),
      (
        Array("{\"id\":\"day\",\"date\":\"yesterday\",\"text\":\"Hello.\"}".utf8), "day",
        "expected a date such as 2025-04-02 or 2025-04, found \"yesterday\""
      ),
    ]
    for (line, document, error) in bad {
      program.send(line + [0x0A])
      let quoted = error.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      #expect(answer(of: program) == ["{\"document\":\"\(document)\",\"error\":\"\(quoted)\"}"])
    }
    program.send("{\"id\":\"good\",\"text\":\"Sweden joined NATO.\"}\n")
    #expect(answer(of: program).last == "{\"document\":\"good\",\"statements\":1}")
    let end = program.finish()
    #expect(end.status == 0 && end.rest.isEmpty)
  }

  @Test func withoutALineThereIsNoAnswer() throws {
    let end = try start().finish()
    #expect(end.status == 0 && end.rest.isEmpty)
  }

  @Test func whoReadsNoMoreEndsItQuietly() throws {
    let program = try start()
    for number in 1...20 { program.send("{\"id\":\"\(number)\",\"text\":\"Sweden joined NATO.\"}\n") }
    #expect(program.line() != nil)
    #expect(program.leave() == 0)
  }

  /// What is written does not depend on when, nor on how many documents share a pass of the network.
  @Test func theSameRowsHoweverTheyCome() throws {
    let texts = [
      "Mark Rutte leads NATO. Sweden joined NATO in March 2024.", "Good morning.",
      "Norway is worried about the withdrawal, Joanna Kelles said.", "Chile has a new president.",
    ]
    let lines = (0..<40).map { "{\"id\":\"d\($0)\",\"text\":\"\(texts[$0 % texts.count])\"}\n" }
    let whole = try ProcessRun(TercetBinary.path, Self.arguments, input: lines.joined())
    #expect(whole.status == 0)
    for more in [["--threads", "1"], ["--threads", "3"], ["--flush"], ["--no-flush", "--threads", "2"]] {
      let run = try ProcessRun(TercetBinary.path, Self.arguments + more, input: lines.joined())
      #expect(run.output == whole.output, "\(more)")
    }
    let program = try start()
    var answers: [String] = []
    for line in lines {
      program.send(line)
      answers += answer(of: program)
    }
    #expect(answers.map { $0 + "\n" }.joined() == whole.output)
  }

  @Test func theThreeWaysWithABadDocument() throws {
    let good = "{\"id\":\"a\",\"text\":\"Sweden joined NATO.\"}\n"
    let input = good + "nonsense\n{\"id\":\"b\",\"text\":\"Mark Rutte leads NATO.\"}\n"
    func run(_ more: [String]) throws -> ProcessRun {
      try ProcessRun(TercetBinary.path, ["extract", "-", "--input-format", "jsonl"] + more, input: input)
    }
    let usual = try run([])
    #expect(usual.status == 65 && usual.output.contains("\"b\"") && usual.errors.contains("-:2: error: "))
    let skipped = try run(["--on-error", "skip"])
    #expect(skipped.status == 0 && skipped.output == usual.output && skipped.errors == usual.errors)
    let stopped = try run(["--on-error", "stop"])
    #expect(stopped.status == 65 && stopped.output.contains("\"a\"") && !stopped.output.contains("\"b\""))
    #expect(stopped.errors.contains("-:2: error: "))
    let row = try run(["--on-error", "row"])
    #expect(row.status == 0 && row.errors.isEmpty)
    #expect(row.output.split(separator: "\n")[1] == "{\"document\":\"-:2\",\"error\":\"expected \\\"{\\\" at byte 1\"}")
    let missing = try ProcessRun(TercetBinary.path, ["extract", "/none/such.jsonl", "--on-error", "row"])
    #expect(missing.status == 0)
    #expect(
      missing.output
        == "{\"document\":\"/none/such.jsonl\",\"error\":\"expected a file or a folder, found nothing\"}\n")
  }

  @Test func whatDoesNotGoTogether() throws {
    for options in [
      ["--receipts", "--format", "tsv"], ["--receipts", "--format", "oie"], ["--receipts", "--format", "mentions"],
      ["--on-error", "row", "--format", "tsv"], ["--on-error", "row", "--format", "oie"], ["--on-error", "never"],
    ] {
      let run = try ProcessRun(TercetBinary.path, ["extract", "-"] + options, input: "Sweden joined NATO.")
      #expect(run.status == 64 && run.output.isEmpty, "\(options): \(run.errors)")
    }
  }
}
