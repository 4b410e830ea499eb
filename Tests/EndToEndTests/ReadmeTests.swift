import Bytes
import Commands
import GraphExport
import GraphQuery
import TestSupport
import Testing

/// The README shows commands that exist, and all of them.
@Suite(.serialized) struct ReadmeTests {
  private let path: String
  private let lines: [String]

  init(testFile: String = #filePath) throws {
    let root = testFile.split(separator: "/").dropLast(3).joined(separator: "/")
    path = "/\(root)/README.md"
    let text = String(decoding: try MappedFile(path: path).bytes.array(), as: UTF8.self)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func commandLinesParse() throws {
    var count = 0
    for line in lines {
      guard let start = line.firstRange(of: "tercet "), line.hasPrefix("tercet ") || line.contains("| tercet ") else {
        continue
      }
      let command = line[start.upperBound...].prefix { $0 != "#" && $0 != "|" }
      let words = ShellWords.split(String(command))
      #expect(throws: Never.self, "\(line)") { try ArgumentParser().parse(words) }
      count += 1
    }
    #expect(count >= 8)
  }

  @Test func tableNamesEveryCommand() {
    let rows = lines.filter { $0.hasPrefix("| `tercet ") }
    for command in CommandTable.standard.commands where !["completions", "help"].contains(command.name) {
      #expect(
        rows.contains { $0.hasPrefix("| `tercet \(command.name) ") || $0.hasPrefix("| `tercet \(command.name)`") },
        "\(command.name)")
    }
    for row in rows {
      let name = row.dropFirst("| `tercet ".count).prefix { $0 != " " && $0 != "`" }
      #expect(name.contains(".") || CommandTable.standard.command(named: String(name)) != nil, "\(row)")
    }
  }

  /// What the README shows of a session is what the program answers; `TERCET_RECORD=1 swift test` writes it anew.
  @Test func sessionIsThatOfTheProgram() throws {
    let root = path.dropLast("/README.md".count)
    let folder = try TemporaryFolder()
    let store = folder.file("news.tercet")
    #expect(try ProcessRun(TercetBinary.path, ["build", "\(root)/seeds", "-o", store]).status == 0)
    let first = try #require(lines.firstIndex(of: "```console")) + 1
    let end = try #require(lines[first...].firstIndex(of: "```"))
    let statements = lines[first..<end].filter { $0.hasPrefix("news> ") }
    #expect(!statements.isEmpty)
    var session: [String] = []
    for statement in statements {
      let run = try ProcessRun(
        TercetBinary.path,
        ["query", store, "--format", "table", "--set", "width=96", "-c", String(statement.dropFirst("news> ".count))])
      #expect(run.status == 0, "\(statement): \(run.errors)")
      session +=
        [statement]
        + (run.output + run.errors).split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map(String.init)
    }
    if GoldenFile.isRecording {
      let text = (lines[..<first] + session + lines[end...]).joined(separator: "\n") + "\n"
      try AtomicFile.replace(path, with: Array(text.utf8))
    } else {
      #expect(Array(lines[first..<end]) == session)
    }
  }

  /// `TERCET_RECORD=1 swift test` writes it anew.
  @Test func tableOfVerbsIsThatOfTheProgram() throws {
    let rows = (VerbList.queries + VerbList.naming).map { verb in
      let usage = verb.syntax.usage.prefix { $0 != "[" }.split(separator: " ").joined(separator: " ")
      return "| `\(usage.replacing("|", with: "\\|"))` | \(verb.syntax.summary.replacing("|", with: "\\|")) |"
    }
    try expectTable("| statement |", rows)
  }

  @Test func tableOfFormatsIsThatOfTheProgram() throws {
    let rows = ExportFormat.allCases.map { format in
      let endings = format.description.endings.map { "`\($0)`" }.joined(separator: ", ")
      return "| `\(format.rawValue)` | \(endings) | \(format.description.summary) |"
    }
    try expectTable("| format |", rows)
    #expect(lines.contains { $0.contains("[\(rows.count) formats](#formats-of-exports)") })
  }

  @Test func tableOfFieldsIsThatOfTheProgram() throws {
    try expectTable("| field |", RowField.all.map { "| `\($0.name)` | \($0.form) | \($0.summary) |" })
  }

  /// The page is read anew: another table may have been recorded meanwhile.
  private func expectTable(_ head: String, _ rows: [String]) throws {
    let text = String(decoding: try MappedFile(path: path).bytes.array(), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix(head) }) + 2
    let end = lines[first...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    if GoldenFile.isRecording {
      let text = (lines[..<first] + rows + lines[end...]).joined(separator: "\n") + "\n"
      try AtomicFile.replace(path, with: Array(text.utf8))
    } else {
      #expect(Array(lines[first..<end]) == rows)
    }
  }
}

/// The words of a shell command line, quotes taken off.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
