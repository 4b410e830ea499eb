import Bytes
import Foundation
import TestSupport
import Testing

/// `extract --format arrow` has the rows of JSON Lines, field by field.
@Suite struct ArrowTests {
  private static let input = [
    "{\"id\":\"a\",\"date\":\"2025-03-03\",\"text\":\"Mark Rutte leads NATO. Sweden joined NATO in March 2024.\"}",
    "nonsense", "{\"id\":\"quiet\",\"text\":\"Good morning.\"}",
    "{\"id\":\"b\",\"text\":\"The finance minister of Norway met the ambassador of São Tomé in Oslo, Kelles said.\"}",
    "{\"id\":\"c\",\"text\":\"Acme will not buy Beta for $3.2 billion in cash.\"}",
  ].map { $0 + "\n" }.joined()

  private static let arguments = ["extract", "-", "--input-format", "jsonl", "--on-error", "row", "--format"]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The rows as lines of JSON.
  private func lines() throws -> [JSONValue] {
    let run = try ProcessRun(TercetBinary.path, Self.arguments + ["jsonl"], input: Self.input)
    try #require(run.status == 0, "\(run.errors)")
    return try run.output.split(separator: "\n").map { try JSONValue(Array($0.utf8)[...]) }
  }

  private func arrow(_ more: String...) throws -> String {
    let path = folder.file("rows.arrows")
    try AtomicFile.replace(path, with: [])
    let run = try ProcessRun(
      TercetBinary.path, Self.arguments + ["arrow"] + more, input: Self.input, outputPath: path)
    try #require(run.status == 0, "\(run.errors)")
    return path
  }

  /// Whether two rows tell the same, where what is not there is null.
  private static func agree(_ one: JSONValue, _ other: JSONValue) -> Bool {
    switch (one, other) {
    case (.null, .object(let members)), (.object(let members), .null): members.values.allSatisfy { $0 == .null }
    case (.object(let a), .object(let b)):
      Set(a.keys).union(b.keys).allSatisfy { agree(a[$0] ?? .null, b[$0] ?? .null) }
    case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { agree($0, $1) }
    case (.number(let a), .number(let b)): Double(a) == Double(b)
    default: one == other
    }
  }

  private static func expect(_ rows: [JSONValue], _ lines: [JSONValue]) {
    #expect(rows.count == lines.count)
    for (row, line) in zip(rows, lines) { #expect(agree(row, line), "\(row)\n\(line)") }
  }

  @Test func rowsAreThoseOfJSONLines() throws {
    let lines = try lines()
    #expect(lines.contains { $0["error"] != .null } && lines.contains { $0["link"] != .null })
    #expect(lines.contains { $0["relation"] != .null })
    let reader = try ArrowReader(try MappedFile(path: arrow()).bytes.array())
    #expect(reader.isEnded && reader.batches.count == 1)
    Self.expect(reader.batches.flatMap { $0 }, lines)
    // A batch a document, also where it says nothing.
    let flushed = try ArrowReader(try MappedFile(path: arrow("--flush")).bytes.array())
    #expect(flushed.isEnded && flushed.batches.count == 5 && flushed.batches[2].isEmpty)
    #expect(flushed.batches[1].count == 1 && flushed.batches[1][0]["document"] == .string("-:2"))
    Self.expect(flushed.batches.flatMap { $0 }, lines)
  }

  @Test func pyarrowReadsThem() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Consumers/read.py").standardized.path
    let python = ProcessInfo.processInfo.environment["TERCET_PYTHON"] ?? "python3"
    let lines = try lines()
    for more in [[], ["--flush"]] {
      let path = try more.isEmpty ? arrow() : arrow(more[0])
      let run = try ProcessRun(
        "/usr/bin/env", [python, script, "arrow-pyarrow", path], environment: ["PYTHONDONTWRITEBYTECODE": "1"])
      if run.status == 77 || run.status == 127 {
        FileHandle.standardError.write(Data("skipped: arrow-pyarrow: \(run.errors)\n".utf8))
        return
      }
      #expect(run.status == 0, "\(run.errors)")
      let rows = try run.output.split(separator: "\n").map { line in
        guard case .array(let cells) = try JSONValue(Array(line.utf8)[...]), let text = cells.last?.string else {
          throw ArrowReader.Failure("a line of three cells")
        }
        return try JSONValue(Array(text.utf8)[...])
      }
      Self.expect(rows, lines)
    }
  }

  @Test func aTerminalIsNotForIt() throws {
    let terminal = try PseudoTerminal(
      TercetBinary.path, ["extract", "/none/such.txt", "--format", "arrow"], environment: ["TERM": "dumb"])
    #expect(terminal.sees("arrow is no text, and not for a terminal", within: 30))
    #expect(terminal.exit(within: 30) == 64)
  }

  /// A batch comes before the next document is written.
  @Test func overAnOpenPipe() throws {
    let program = try PipedProgram(TercetBinary.path, Self.arguments + ["arrow"])
    program.send("{\"id\":\"a\",\"text\":\"Sweden joined NATO.\"}\n")
    let first = program.bytes(until: { (try? ArrowReader($0))?.batches.count == 1 })
    #expect(first != nil)
    program.send("{\"id\":\"b\",\"text\":\"Norway left Nokia.\"}\n")
    let second = program.bytes(until: { (try? ArrowReader($0))?.batches.count == 2 })
    #expect(second != nil)
    let end = program.finish()
    let reader = try ArrowReader(end.rest)
    #expect(end.status == 0 && reader.isEnded && reader.batches.map(\.count) == [1, 1])
  }
}
