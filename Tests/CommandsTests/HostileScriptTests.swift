import Testing

@testable import Commands

/// Scripts that nobody writes: each is run or refused with a message of a length that can be read.
@Suite struct HostileScriptTests {
  @Test func longLinesAreShownInPart() throws {
    let harness = try SessionHarness()
    let long = String(repeating: "x ", count: 20_000)
    try harness.run("facts Rutte; types \(long); stats \(long)\nnonsense", name: nil, keepsGoing: true)
    let lines = harness.messages.contents.split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 250 })
    #expect(lines[0] == "error: expected the end of the statement, found “x”")
    // The caret stands under the first word that is too much.
    let (line, caret) = (Array(lines[1].unicodeScalars), Array(lines[2].unicodeScalars))
    #expect(String(line.map(Character.init)).hasPrefix("  facts Rutte; types x x") && line.last == "…")
    #expect(caret.firstIndex(of: "^") == 21 && line[21] == "x")
    let (later, laterCaret) = (Array(lines[4].unicodeScalars), Array(lines[5].unicodeScalars))
    #expect(lines[4].hasPrefix("  …") && later.last == "…")
    #expect(laterCaret.firstIndex(of: "^").map { String(String.UnicodeScalarView(later[($0 - 6)...$0])) } == "stats x")
  }

  @Test func anyNumberIsTakenOrRefused() throws {
    let numbers = [
      "999999999999999999999", "9223372036854775807", "-9223372036854775808", "1e300", "1e-300", "nan", "inf", "-1",
      "0", "",
      "99999999999999999999999999999999999999", "1e", "0x7fffffffffffffff", "٣",
    ]
    for number in numbers {
      for setting in ["timeout", "limit", "width"] {
        let harness = try SessionHarness()
        try harness.run("set \(setting) \(number)", keepsGoing: true)
        for format in ["table", "line", "tsv", "jsonl"] {
          let statements =
            "set format \(format)\nneighbors NATO --claims\npath Rutte to Russia all\nstats\nwhy e0\nfind a"
          try harness.run(statements, keepsGoing: true)
        }
        #expect(!harness.output.contents.isEmpty, "\(setting) \(number)")
      }
      let words = ["limit", "min", "depth", "max", "shortest", "no-hubs", "since", "until", "via ."]
      for word in words {
        let harness = try SessionHarness()
        try harness.run("neighbors NATO \(word) \(number)\npath Rutte to NATO \(word) \(number)", keepsGoing: true)
        try harness.run("path Rutte to NATO via .{\(number)}\nhistory \(number)\nwhy e\(number)", keepsGoing: true)
        try harness.run("facts #\(number)\ntimeline NATO \(word) \(number)", keepsGoing: true)
      }
    }
  }
}
