import Bytes
import GraphQuery
import Testing

@testable import Commands

@Suite struct ArgumentParserTests {
  private func parse(_ line: String) throws -> ParsedArguments {
    let words = line.split(separator: " ").map(String.init)
    return try #require(try ArgumentParser().parse(words))
  }

  @Test(arguments: [
    ("build a b -o x.tercet", ["a", "b"], "output", "x.tercet"),
    ("build -o x.tercet a b", ["a", "b"], "output", "x.tercet"),
    ("build -ox.tercet a", ["a"], "output", "x.tercet"),
    ("build -o=x.tercet a", ["a"], "output", "x.tercet"),
    ("build --output=x.tercet a", ["a"], "output", "x.tercet"),
    ("build --output x.tercet a", ["a"], "output", "x.tercet"),
    ("build a --output= b", ["a", "b"], "output", ""),
    ("build a --output=--x", ["a"], "output", "--x"),
    ("build - -o -", ["-"], "output", "-"),
    ("build -fvo x.tercet a", ["a"], "output", "x.tercet"),
    ("build a -j 2 -j 4 -o x", ["a"], "threads", "4"),
    ("build -o x -- -a --b -", ["-a", "--b", "-"], "output", "x"),
    ("build -o x -5 -0.5", ["-5", "-0.5"], "output", "x"),
    ("build a --threads -3 -o x", ["a"], "threads", "-3"),
    ("--color never build a -o x", ["a"], "color", "never"),
  ])
  func accepted(line: String, operands: [String], option: String, value: String) throws {
    let parsed = try parse(line)
    #expect(parsed.command.name == "build")
    #expect(parsed.operands == operands)
    #expect(parsed.value(option) == value)
  }

  @Test func switches() throws {
    let parsed = try parse("query n.tercet --claims --no-claims -ke --no-claims --claims")
    #expect(parsed.isOn("claims") && parsed.isOn("keep-going") && parsed.isOn("echo"))
    #expect(try parse("query n.tercet --no-claims").isOn("claims", otherwise: true) == false)
    #expect(!parsed.isOn("safe"))
  }

  @Test func repeatedStatementsKeepTheirOrder() throws {
    let parsed = try #require(
      try ArgumentParser().parse(["query", "-c", "stats", "n.tercet", "-f", "a.tq", "-c", "types"]))
    #expect(parsed.all("command") == ["stats", "types"])
    #expect(parsed.occurrences.map(\.value) == ["stats", "a.tq", "types"])
  }

  @Test func storeInPlaceOfCommand() throws {
    for store in ["news.tercet", "./news", "a/b"] {
      let parsed = try parse(store)
      #expect(parsed.command.name == "query" && parsed.operands == [store])
    }
    #expect(try parse("q n.tercet").command.name == "query")
    #expect(try ArgumentParser().parse([]) == nil)
  }

  @Test func helpNeedsNothingElse() throws {
    #expect(try parse("build --help").wantsHelp)
    #expect(try parse("-h").wantsHelp)
    #expect(try parse("build -fh").command.name == "build")
  }

  @Test(arguments: [
    ("biuld a", CommandError.unknownCommand("biuld", suggestion: "build")),
    ("frobnicate", .unknownCommand("frobnicate", suggestion: nil)),
    ("build a --thread 2", .unknownOption("--thread", command: "build", suggestion: "--threads")),
    ("build a --otput x", .unknownOption("--otput", command: "build", suggestion: "--output")),
    ("build a --zzz", .unknownOption("--zzz", command: "build", suggestion: nil)),
    ("build a -z", .unknownOption("-z", command: "build", suggestion: nil)),
    ("build a --keep-going", .optionOfOtherCommand("--keep-going", command: "build", owner: "query")),
    ("-c stats n.tercet", .optionOfOtherCommand("-c", command: nil, owner: "query")),
    ("build a -o", .missingValue(option: "-o", placeholder: "NEWS.tercet", command: "build")),
    ("build a --output --force", .missingValue(option: "--output", placeholder: "NEWS.tercet", command: "build")),
    ("build a --force=yes", .unexpectedValue(option: "--force", value: "yes", command: "build")),
    ("build a --no-force", .unknownOption("--no-force", command: "build", suggestion: "--force")),
    ("query n.tercet --no-claims=1", .unexpectedValue(option: "--no-claims", value: "1", command: "query")),
    ("query", .missingOperand("NEWS.tercet", command: "query")),
    ("build -o x", .missingOperand("INPUT", command: "build")),
    ("build x", .missingOperand("-o NEWS.tercet", command: "build")),
    ("stats a.tercet b.tercet", .unexpectedOperand("b.tercet", command: "stats")),
    (
      "stats a.tercet --color purple",
      .invalidValue(option: "--color", value: "purple", expected: "one of auto, always, never", suggestion: nil)
    ),
    (
      "query a.tercet --format jsonn",
      .invalidValue(
        option: "--format", value: "jsonn", expected: "one of auto, table, line, tsv, csv, json, jsonl, markdown, html",
        suggestion: "json")
    ),
  ])
  func refused(line: String, error: CommandError) {
    #expect(throws: error) { try parse(line) }
    #expect(error.exitStatus == .usage)
  }

  @Test func numbers() throws {
    #expect(try parse("build a -o x -j 4").integer("threads", in: 1...8) == 4)
    #expect(try parse("build a -o x").integer("threads", in: 1...8) == nil)
    for bad in ["0", "9", "x", "1.5", "-3"] {
      let parsed = try parse("build a -o x --threads=\(bad)")
      #expect(throws: CommandError.self) { try parsed.integer("threads", in: 1...8) }
    }
    #expect(try parse("query a.b --timeout 2.5").seconds("timeout") == 2.5)
    for bad in ["0", "-1", "inf", "soon"] {
      let parsed = try parse("query a.b --timeout=\(bad)")
      #expect(throws: CommandError.self) { try parsed.seconds("timeout") }
    }
  }

  @Test func tableHasNoTwins() {
    let table = CommandTable.standard
    #expect(Set(table.allNames).count == table.allNames.count)
    for command in table.commands {
      let names = command.options.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
      let letters = command.options.compactMap(\.short)
      #expect(Set(letters).count == letters.count, "\(command.name)")
      #expect(!command.examples.isEmpty && !command.summary.hasSuffix("."), "\(command.name)")
      for operand in command.operands.dropLast() { #expect(!operand.isRepeatable, "\(command.name)") }
    }
  }

  @Test func examplesParse() throws {
    for command in CommandTable.standard.commands {
      for example in command.examples {
        // Of a pipeline the part that runs tercet; statements in quotes are one word.
        let part = try #require(example.command.split(separator: "|").first { $0.contains("tercet ") })
        let words = StatementLexer.lastStatement(of: String(part.split(separator: "<")[0])).map(\.text)
        guard words.first == "tercet" else { continue }
        #expect(throws: Never.self) { try ArgumentParser().parse(Array(words.dropFirst())) }
      }
    }
  }
}
