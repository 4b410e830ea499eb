import Bytes
import GraphModel
import GraphQuery
import TestSupport
import Testing

@testable import Commands

/// Lines and cells of any length take time and memory in proportion.
@Suite struct LongLineTests {
  private static let style = OutputStyle(color: false, width: nil, unicode: true)

  @Test func aLongCellIsNotMadeUpForInOtherRows() {
    var table = TextTable(columns: [.init(title: "name"), .init(title: "type")])
    table.rows = [[StyledText(String(repeating: "a", count: 100_000)), "x"]]
    table.rows += (0..<100).map { [StyledText("n\($0)"), "y"] }
    let lines = table.lines(Self.style).map(\.text)
    #expect(lines.count == 103 && lines[2].utf8.count > 100_000)
    #expect(lines[3].hasSuffix("  y") && lines[3].utf8.count == 1_003)
  }

  @Test func rowsForWhichThereIsNoTimeAreLeftOut() {
    var table = TextTable(columns: [.init(title: "name")])
    table.rows = (0..<100).map { ["n\($0)"] }
    #expect(table.lines(Self.style) { false }.map(\.text) == ["name", "────", "n0"])
    let renderer = AnswerRenderer(style: Self.style)
    #expect(renderer.lines([.line("a"), .line("b")]) { false }.map(\.text) == ["a"])
  }

  @Test func walksOfManyPartsAreLinear() {
    let parts = (0..<20_000).map { (gap: " ", text: StyledText("n\($0)", $0 % 2 == 0 ? .entity : .relation)) }
    let start = ContinuousClock.now
    let line = StyledText("start").lines(appending: parts, width: nil, indent: "")
    #expect(line.count == 1 && line[0].plain.hasSuffix(" n19998 n19999"))
    #expect(ContinuousClock.now - start < .seconds(2))
    let lines = StyledText("start").lines(appending: parts, width: 40, indent: "  ")
    #expect(lines.allSatisfy { $0.width <= 40 } && lines.count > 3_000)
  }

  /// Hands out lines of a statement that is never closed, as long as it is open.
  private final class OpenStatement: LineReader {
    var completer: (any WordCompleter)?
    var count = 0

    func readLine(prompt: Prompt) -> LineOutcome {
      count += 1
      guard count == 1 || prompt.text.hasSuffix("(> ") else { return .end }
      return .line(count == 1 ? "path A to B via (" : "leads leads leads")
    }

    func remember(_ entry: String) {}
  }

  @Test func anOpenStatementIsReadOnce() throws {
    let harness = try SessionHarness()
    let reader = OpenStatement()
    let start = ContinuousClock.now
    _ = try Repl(session: harness.session, reader: reader, history: nil).run()
    #expect(ContinuousClock.now - start < .seconds(10) && reader.count > 10_000)
    #expect(harness.messages.contents.contains("a statement has at most 256 KiB"))
  }

  @Test(arguments: [
    (["facts NATO"], ["NATO"]), (["facts \"Mark", "Rutte\""], ["\""]), (["find (", ")"], ["("]),
    (["find {[", "]}"], ["["]), (["# a comment (", "facts NATO"], []), (["find 'a", "types"], []),
  ])
  func thePromptSaysWhatIsOpen(lines: [String], open: [String]) {
    var stream = StatementStream()
    stream.append(lines[0] + "\n")
    while stream.next(isLast: false) != nil {}
    let mark = stream.openMark
    #expect(mark == (open == ["NATO"] ? nil : open.first))
    stream.append((lines.count > 1 ? lines[1] : "") + "\n")
    while stream.next(isLast: false) != nil {}
    #expect(stream.openMark == nil)
  }

  @Test func scriptsAreRegularFiles() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.file("pipe.tq")
    let made = try ProcessRun("/usr/bin/mkfifo", [pipe])
    #expect(made.status == 0)
    for path in [pipe, "/dev/zero"] {
      let harness = try SessionHarness()
      #expect(try harness.run("run \(path)") == .failed)
      #expect(harness.messages.contents.contains("\(path): expected a regular file, got a device, pipe or socket"))
    }
  }

  @Test func longNamesAreNotSuggested() throws {
    var builder = SampleGraph.Builder()
    for number in 0..<20 { builder.entity(String(repeating: "ab ", count: 15_000) + "\(number)", "Person") }
    builder.entity("ab c", "Person")
    let harness = try SessionHarness(content: builder.content)
    #expect(try harness.run("facts ab") == .failed)
    #expect(harness.messages.contents.contains("did you mean ab c?"), "\(harness.messages.contents.prefix(300))")
    #expect(harness.messages.contents.utf8.count < 500)
  }
}
