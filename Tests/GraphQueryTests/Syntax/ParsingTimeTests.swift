import Glibc
import TestSupport
import Testing

@testable import GraphQuery

/// Reading a script takes time in proportion to its length, whatever its shape.
@Suite struct ParsingTimeTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    var start = ""
    var part: String
    var end = ""

    var testDescription: String { "\(start)\(part)…\(end)" }

    /// A text of about so many bytes.
    func text(_ bytes: Int) -> String {
      start + String(repeating: part, count: max(1, bytes / part.utf8.count)) + end
    }
  }

  static let shapes: [Shape] =
    [
      "x ", "x\n", "x;", "stats;", "'a ", "('", "'a|", "\"a ", "\"a\" ", "“a ", "“a” ", "\\", "(", ")", "{", "#", "# ",
      "\r\n",
      "é", "\u{2028}", "  ", "\"\n", "(\n", "a'b ", "; ", "stats #\n", "'a' ",
    ].map { Shape(part: $0) }
    + [
      "find", "facts", "neighbors", "timeline", "why", "path", "match", "set", "export", "merge", "nonsense",
    ].flatMap { verb in
      ["x ", "'a ", "x", "in ", "\"a\" ", "limit ", "(", "#12 ", "é", "a, ", "(\n", "\\\"", "--claims "].map {
        Shape(start: verb + " ", part: $0)
      }
    }
    + [
      "leads|", "leads/", "^leads|", "'a|", "\"a\"|", ".|", "(a)|", "a b|", "a*/", "a{1,2}|", "(", "^", "a?", "|",
      "\"a|",
    ].flatMap { part in
      [
        Shape(start: "path A to B via ", part: part, end: "a"), Shape(start: "neighbors A via ", part: part, end: "a"),
        Shape(start: "match ?x ", part: part, end: "a ?y"), Shape(start: "match ?x . ?y via ", part: part, end: "a"),
      ]
    }
    + ["NATO,", "\"NATO\",", "NATO, ", "'a,", "#1,", ", "].map { Shape(start: "path A to B avoid ", part: $0) }
    + ["?x leads ?y, ", "a b c, ", "?x ", "\"a\" (T) ", "?x . ?y,"].map { Shape(start: "match ", part: $0) }
    + [Shape(start: "path A to B via (\n", part: "x\n"), Shape(start: "find \"\n", part: "x\n")]

  /// Seconds of this thread's work that reading `text` takes, which depend little on what else the machine does.
  private func time(_ text: String, by lines: Bool) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    var stream = StatementStream()
    func read(isLast: Bool) {
      while let piece = stream.next(isLast: isLast) {
        let statement: ScannedStatement
        switch piece {
        case .statement(let whole): statement = whole
        case .unfinished(let open): statement = open.statement
        case .tooLong(let error):
          _ = stream.excerpt(of: error.range)
          continue
        }
        do {
          _ = try StatementParser.parse(statement.text, at: statement.start, verbs: VerbList.queries)
        } catch {
          _ = (stream.excerpt(of: error.range), error.message, error.remedy)
        }
      }
    }
    if lines {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        stream.append(line + "\n")
        read(isLast: false)
      }
    } else {
      stream.append(text)
    }
    read(isLast: true)
    return now() - start
  }

  /// Four times the length takes four times the time, not sixteen times.
  @Test(arguments: shapes) func timeIsInProportionToLength(shape: Shape) {
    let length = 4_000
    for lines in shape.part.contains("\n") ? [false, true] : [false] {
      // What the machine did meanwhile may disturb once, not three times.
      for attempt in 1...3 {
        let short = time(shape.text(length), by: lines)
        let long = time(shape.text(4 * length), by: lines)
        if long < 9 * max(short, 0.004) { break }
        #expect(attempt < 3, "\(shape.testDescription): \(short) s, \(long) s")
      }
    }
  }

  @Test(arguments: [
    "find \(String(repeating: "x", count: 300_000))", "find \"" + String(repeating: "x\n", count: 150_000),
  ])
  func longStatementsAreRefused(text: String) throws {
    var stream = StatementStream()
    stream.append("stats\n" + text + "\ntypes\n")
    var codes: [String] = []
    while let piece = stream.next(isLast: true) {
      switch piece {
      case .statement(let statement): codes.append(statement.text)
      case .unfinished: codes.append("open")
      case .tooLong(let error):
        codes.append(error.code)
        #expect(error.place == "2:1" && error.message.contains("256 KiB") && error.remedy != nil)
        #expect(stream.excerpt(of: error.range)?.columns == 0..<1)
      }
    }
    #expect(codes.starts(with: ["stats", "statement.too-long"]) && codes.last == "types", "\(codes.prefix(5))")
    #expect(throws: QueryError.self) { try Query(parsing: text) }
  }

  /// What comes in parts is cut as what comes whole is, wherever the lines end.
  @Test(arguments: 0..<200) func linesGiveWhatTheWholeGives(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = ["a", " ", "\n", "\"", "'", "“", "”", "(", ")", "\\", ";", "#", "é", "\r\n", "find ", "]", "\n\n"]
    let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
      .joined()
    let whole = StatementScanner(text)
    var stream = StatementStream()
    var statements: [ScannedStatement] = []
    var unfinished: StatementScanner.Unfinished?
    func read(isLast: Bool) {
      while let piece = stream.next(isLast: isLast) {
        switch piece {
        case .statement(let statement): statements.append(statement)
        case .unfinished(let open): unfinished = open
        case .tooLong: Issue.record("too long")
        }
      }
    }
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      // A part of a line first, as standard input gives very long ones.
      let middle = String(decoding: line, as: UTF8.self)
      stream.append(String(middle.unicodeScalars.prefix(middle.unicodeScalars.count / 2)))
      read(isLast: false)
      stream.append(String(middle.unicodeScalars.dropFirst(middle.unicodeScalars.count / 2)) + "\n")
      read(isLast: false)
    }
    if let last = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last {
      stream.append(String(decoding: last, as: UTF8.self))
    }
    read(isLast: true)
    #expect(statements == whole.statements && unfinished == whole.unfinished, "seed \(seed): \(text.debugDescription)")
  }

  @Test func longListsAreRefused() throws {
    let list = { (part: String, count: Int) in Array(repeating: part, count: count).joined(separator: ",") }
    #expect((try Query(parsing: "path A to B avoid " + list("NATO", 1_000)).verb as? PathVerb)?.avoided.count == 1_000)
    for text in [
      "path A to B avoid " + list("NATO", 1_001),
      "path A to B via " + list("leads", 1_001).replacing(",", with: "|"),
      "match ?x \(list("leads", 1_001).replacing(",", with: "/")) ?y, ?y . ?z",
    ] {
      var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
      do throws(QueryError) {
        _ = try evaluator.answer(Query(parsing: text))
        Issue.record("answered")
      } catch {
        #expect(error.code == "query.range" && error.message.contains("more than 1000"), "\(error.message)")
      }
    }
  }
}
