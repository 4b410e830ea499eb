import Bytes
import GraphModel
import GraphStore
import TestSupport
import Testing

/// Names, documents, files and texts of strangers through every output at a terminal: no byte of it steers the terminal
/// or hides.
@Suite struct HostileOutputTests {
  private static let seed: UInt64 = 16
  private let folder: TemporaryFolder
  /// Ends of names of files: ESC, BEL, C1 and a bidirectional control.
  private static let evil = "evil\u{1B}]0;PWNED\u{7}\u{9B}2J\u{202E}"

  init() throws {
    folder = try TemporaryFolder()
    for name in ["news", Self.evil] { try AtomicFile.replace(folder.file("\(name).tercet"), with: Self.store.get()) }
  }

  private static let names = HostileNames.names(3_000, seed: seed, allowsNUL: true)

  /// Made once for all tests.
  private static let store = Result { try GraphWriter.bytes(of: content) }

  /// A target that everybody has to do with, by relations, in documents and for speakers of hostile names.
  private static var content: GraphContent {
    var content = GraphContent()
    content.entities =
      ["Person", "Thing\u{9B}"].map { GraphContent.Entity(name: "Twin\u{1B}", type: $0) }
      + [GraphContent.Entity(name: "Target", type: "Person")]
      + names.enumerated().map { number, name in
        GraphContent.Entity(
          name: name + "~\(number)", type: number % 5 == 0 ? "T" + names[number / 5] : "Thing",
          aliases: number % 7 == 0 ? [GraphContent.Alias(name: "Evil" + name, rule: "surname")] : [])
      }
    content.predicates = names.prefix(300).enumerated().map { number, name in
      GraphContent.Predicate(name: name + "~\(number)", relation: number % 3 == 0 ? "r\(number)" + name : nil)
    }
    content.documents = (0..<20).map { number in
      let text = Array(("x" + names[number * 20..<number * 20 + 20].joined(separator: " ")).utf8)
      return GraphContent.Document(
        id: names[number] + "-\(number)", title: names[number + 50], date: "2025-01-01", source: names[number + 80],
        text: text, sentences: [0..<UInt32(text.count)])
    }
    content.statements = names.indices.map { number in
      var evidence = GraphContent.Evidence(
        document: number % 20, sentence: 0, subject: 0..<1, predicate: 0..<1, object: 0..<1)
      if number % 17 == 0 { evidence.place = names[number] }
      var statement = GraphContent.Statement(
        subject: 2, predicate: number % 300, object: number + 3, evidence: evidence)
      if number % 11 == 0 { statement.modality = .possible }
      if number % 13 == 0 { statement.attribution = number }
      return statement
    }
    return content
  }

  private var environment: [String: String] {
    [
      "TERM": "xterm", "TERCET_PAGER": "", "LC_ALL": "C.UTF-8", "HOME": folder.path,
      "XDG_STATE_HOME": folder.file("state"),
      "T": TercetBinary.path, "D": folder.path, "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Runs a shell script at a terminal; what it wrote.
  private func shell(_ script: String) throws -> [UInt8] {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "cd \"$D\"\n" + script], environment: environment)
    #expect(terminal.exit(within: 120) != nil)
    return terminal.bytes
  }

  /// The bytes and characters that should not be there, as text, at most a few.
  private static func hazards(in bytes: [UInt8]) -> [String] {
    var found: [String] = []
    if String(validating: bytes, as: UTF8.self) == nil { found.append("no UTF-8") }
    for line in bytes.split(separator: UInt8(ascii: "\n")) where found.count < 5 {
      if line.allSatisfy({ 0x20..<0x7F ~= $0 }) { continue }
      found += hazards(of: Array(String(decoding: line, as: UTF8.self).unicodeScalars))
    }
    return found
  }

  private static func hazards(of scalars: [Unicode.Scalar]) -> [String] {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\u{1B}", let length = ownSequence(scalars[index...]) {
        index += length
        continue
      }
      let isOwn = scalar == "\r" || scalar == "\t" || scalar == "\u{8}"
      if scalar.isUnseen, !isOwn, !isBetweenEmoji(scalars, index) {
        let around = scalars[max(0, index - 40)..<min(scalars.count, index + 20)]
        return [String(String.UnicodeScalarView(around)).debugDescription]
      }
      index += 1
    }
    return []
  }

  private static func isBetweenEmoji(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars[index] == "\u{200D}" && index > 0 && index + 1 < scalars.count && scalars[index - 1] == "👩"
      && scalars[index + 1] == "👩"
  }

  /// How long the sequence is that the program itself sends: colors, erasing to the right, bracketed paste, and moves of
  /// the line editor.
  private static func ownSequence(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    let start = text.prefix(12).dropFirst()
    guard start.first == "[" else { return nil }
    let rest = start.dropFirst()
    if rest.starts(with: "?2004".unicodeScalars), let end = rest.dropFirst(5).first, end == "h" || end == "l" {
      return 8
    }
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == ";" }
    guard let end = rest.dropFirst(digits.count).first else { return nil }
    let isOwn = "mCDAG".unicodeScalars.contains(end) || digits.isEmpty && "KJ".unicodeScalars.contains(end)
    return isOwn ? 2 + digits.count + 1 : nil
  }

  @Test func theCheckFinds() {
    for text in [
      "\u{1B}[2J", "\u{1B}]0;x", "\u{9B}", "\u{202E}", "\u{200B}", "\u{7}", "\u{0}", "a\u{200D}b", "\u{2028}",
    ] {
      #expect(!Self.hazards(in: Array("x \(text) y".utf8)).isEmpty, "\(text.debugDescription)")
    }
    #expect(Self.hazards(in: Array("\u{1B}[1;36mnews\u{1B}[0m> \u{1B}[K\u{1B}[?2004h\té\r\n".utf8)).isEmpty)
  }

  @Test(arguments: ["table", "line", "tsv", "csv", "jsonl"])
  func answers(format: String) throws {
    let statements = [
      "set format \(format)", "facts Target limit 1000", "neighbors Target limit 60",
      "neighbors Target --claims limit 60",
      "path Target to #5", "path #5 to #9 all limit 3", "find ~ limit 60", "why e5", "why #5", "why Target",
      "timeline Target limit 60", "types limit 40", "relations limit 40", "stats", "match Target . ?x limit 30",
      "facts Nobody", "facts Evil", "facts \"Twin\u{1B}\"", "facts Rutte~", "neighbors Target via nato",
      "neighbors Target type Tt",
      "why e99999",
      "export jsonl", "export dot", "export nt", "export tsv", "export csv", "export cyjs", "export ftm", "export gexf",
      "export graphml", "export jsonld", "export mermaid", "export neo4j", "export nq", "export ttl", "export vault",
      "export xls", "set", "help find",
      "help \u{1B}c",
      "nonsense \u{1B}c\u{9B}\u{202E}", "facts \u{202E}", "set color \u{1B}c",
      "run \u{1B}x.tq",
      "merge #3 into #4", "split Evil from #1", "undo", "history", "facts \"\u{1B}]0;x\u{7}",
    ]
    try AtomicFile.replace(folder.file("all.tq"), with: Array(statements.joined(separator: "\n").utf8))
    let bytes = try shell("\"$T\" query news.tercet -k --echo -f all.tq")
    #expect(bytes.count > 100_000)
    // Notes are broken where the terminal ends.
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n  ", with: " ")
    for part in ["Target", "error: ", "did you mean", "choose one by its id", "undo takes it back"] {
      #expect(Bool(text.contains(part)), "\(part)")
    }
    #expect(Self.hazards(in: bytes) == [], "seed \(Self.seed)")
  }

  @Test func commandsOnStores() throws {
    try AtomicFile.replace(folder.file("\(Self.evil).tq"), with: Array("facts \u{1B}[2J\u{9B}".utf8))
    let lines = Self.names.prefix(40).map { "{\"subject\":\(Self.json($0)),\"predicate\":\"p\",\"object\":\"Target\"}" }
    let bad = ["{\"subject\":\"\u{9B}2J\u{202E}\"", "\u{1B}[2J"]
    try AtomicFile.replace(folder.file("\(Self.evil).jsonl"), with: Array((lines + bad).joined(separator: "\n").utf8))
    try AtomicFile.replace(folder.file("\(Self.evil).ttl"), with: Array("<a> \u{1B}[2J <b> .".utf8))
    let bytes = try shell(
      """
      for format in dot jsonl nt tsv csv cyjs ftm gexf graphml jsonld mermaid neo4j nq ttl vault; do "$T" export news.tercet --format $format; done
      "$T" export news.tercet --around "$(printf 'Twin\\033')"; "$T" export news.tercet --around "$(printf 'a\\033[2J')"
      "$T" query evil*.tercet -f evil*.tq; "$T" evil*.tercet --format "$(printf '\\033[2J')"
      "$T" stats evil*.tercet; "$T" check evil*.tercet; "$T" check evil*.tq
      "$T" import evil*.jsonl -o "$(printf 'new\\033[2J').tercet"; "$T" import evil*.jsonl -o new*.tercet
      "$T" import evil*.ttl -o x.tercet; "$T" import "$(printf 'gone\\033[2J').nt" -o x.tercet
      "$T" merge evil*.tercet new*.tercet -o "$(printf 'merged\\033[2J').tercet"
      "$T" remove evil*.tercet Rutte; "$T" compact evil*.tercet; "$T" "$(printf '\\033[2J')"
      "$T" stats "$(printf 'gone\\033[2J\\302\\233').tercet"; "$T" stats --"$(printf 'x\\033[2J')" x
      "$T" query news.tercet -c "$(printf 'facts \\033[2J')" --set "$(printf 'x\\033')=1"
      """)
    let text = String(decoding: bytes, as: UTF8.self)
    for part in [
      "digraph", "Target", "sound; ", "names several entities", "3003 entities", "left out", "nothing there",
    ] {
      #expect(Bool(text.contains(part)), "\(part)")
    }
    #expect(Self.hazards(in: bytes) == [], "seed \(Self.seed)")
  }

  @Test func commandsOnTexts() throws {
    let documents = Self.names.prefix(6).enumerated().map { number, name in
      "{\"id\":\(Self.json("d\(number)" + name)),\"text\":\(Self.json("Mark Rutte \(name) leads NATO. Rutte hesitated."))}"
    }
    try AtomicFile.replace(folder.file("\(Self.evil).docs.jsonl"), with: Array(documents.joined(separator: "\n").utf8))
    try AtomicFile.replace(folder.file("\(Self.evil).txt"), with: Array("Mark \u{9B}\u{202E}Rutte leads NATO.".utf8))
    try AtomicFile.replace(folder.file("\(Self.evil).eml"), with: [])
    let bytes = try shell(
      """
      "$T" build -v evil*.docs.jsonl evil*.txt evil*.eml -o "$(printf 'built\\033[2J').tercet"
      "$T" add -v built*.tercet evil*.docs.jsonl evil*.txt
      for format in jsonl tsv oie mentions; do "$T" extract -v evil*.docs.jsonl evil*.txt --format $format; done
      for format in conllu tokens; do "$T" parse evil*.docs.jsonl --format $format; done
      "$T" remove built*.tercet d0; "$T" extract "$(printf 'gone\\033[2J')"
      """)
    let text = String(decoding: bytes, as: UTF8.self)
    for part in ["is already in the graph", "is in no statement", "did you mean", "error: ", "Mark Rutte"] {
      #expect(Bool(text.contains(part)), "\(part)")
    }
    #expect(Self.hazards(in: bytes) == [], "seed \(Self.seed)")
  }

  @Test func thePrompt() throws {
    let history = folder.file("history")
    try AtomicFile.replace(
      history, with: Array("facts \u{1B}]0;x\u{7}\u{9B}\u{202E}Target\ntypes\\nexport jsonl x\n".utf8))
    var environment = environment
    environment["TERCET_HISTORY"] = history
    let terminal = try PseudoTerminal(TercetBinary.path, [folder.file("news.tercet")], environment: environment)
    #expect(terminal.sees("news"))
    for typed in ["facts Rutt\t\t", "facts \t\t", "find NATO\t\t", "neighbors Target via \t\t", "facts Evil\t\t"] {
      terminal.send(typed)
      _ = terminal.rest(after: 400)
      terminal.send("\u{3}")
      _ = terminal.rest(after: 100)
    }
    for typed in ["neighbors Target limit 3\r", "history\r", "run evil\t\r", "\u{1B}[A\u{1B}[A\u{1B}[A\r"] {
      terminal.send(typed)
      _ = terminal.rest(after: 400)
    }
    terminal.send("quit\r")
    #expect(terminal.exit() == 0)
    #expect(terminal.screen.contains(" of ") && terminal.screen.contains("Tab shows the next"))
    // The line editor rings where nothing fits.
    #expect(Self.hazards(in: terminal.bytes.filter { $0 != 7 }) == [], "seed \(Self.seed)")
  }

  private static func json(_ text: String) -> String {
    "\""
      + text.unicodeScalars.reduce(into: "") { result, scalar in
        let digits = String(scalar.value, radix: 16)
        if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      } + "\""
  }
}
