import GraphQuery
import TestSupport
import Testing

@testable import Commands

@Suite struct HelpTests {
  @Test func everythingHasHelp() throws {
    let topics =
      CommandTable.standard.allNames + VerbTable.standard.namesAndAliases + HelpTopic.all.map(\.name)
    for topic in topics { #expect(try HelpText.topic(topic, of: .standard, style: .plain).count > 2, "\(topic)") }
    let paths = try HelpText.topic("paths", of: .standard, style: .plain)
    #expect(paths != (try HelpText.topic("path", of: .standard, style: .plain)), "a topic, and no other name of a verb")
    #expect(throws: CommandError.unknownTopic("pth", suggestion: "path")) {
      try HelpText.topic("pth", of: .standard, style: .plain)
    }
  }

  @Test func texts() throws {
    var text = HelpText.short() + ["", "---"] + HelpText.program(.plain).map(\.plain)
    for command in CommandTable.standard.commands {
      text += ["---"] + HelpText.command(command, .plain).map(\.plain)
    }
    text += ["---"] + HelpText.overview(HelpText.usualExamples, .plain).map(\.plain)
    text += ["---"] + HelpText.prompt(of: .standard, .plain).map(\.plain)
    for verb in VerbTable.standard.all { text += ["---"] + HelpText.verb(verb.syntax, style: .plain).map(\.plain) }
    for topic in HelpTopic.all { text += ["---"] + topic.lines(.plain) }
    for line in text { #expect(!line.hasSuffix(" "), "\(line)") }
    let difference = GoldenFile("help.txt").difference(from: text.joined(separator: "\n") + "\n")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyVerbIsInOneGroup() {
    let grouped = HelpGroup.all.flatMap(\.verbs)
    #expect(grouped.sorted() == VerbTable.standard.names.sorted())
    #expect(HelpText.overview(HelpText.usualExamples, OutputStyle(width: 80)).count < 24)
  }

  @Test func formatsOfTheCommandLineAreThoseOfAnswers() {
    let option = CommandTable.standard.command(named: "query")?.option(named: "format")
    #expect(option?.choices == AnswerFormat.allCases.map(\.rawValue))
  }

  @Test func namesAreUnique() {
    let names = VerbTable.standard.namesAndAliases
    #expect(Set(names).count == names.count)
  }

  @Test func examplesOfVerbsCanBeRead() throws {
    for verb in VerbTable.standard.all {
      for example in verb.syntax.examples {
        #expect(throws: Never.self, "\(example)") { try StatementParser.parse(example, verbs: VerbTable.standard.all) }
      }
    }
  }

  @Test func completionScriptsNameEveryCommandAndOption() throws {
    for shell in CompletionScript.shells {
      let text = try CompletionScript.lines(shell, verbTable: .standard).joined(separator: "\n")
      for command in CommandTable.standard.commands {
        #expect(text.contains(command.name), "\(shell)")
        for option in command.options {
          #expect(text.contains(shell == "fish" ? "-l \(option.name)" : option.spelling), "\(shell) \(option.name)")
        }
      }
    }
    #expect(throws: CommandError.self) { try CompletionScript.lines("tcsh", verbTable: .standard) }
  }
}

@Suite struct ManualPageTests {
  /// Every command, option and verb is in it, and no line is taken for a request of roff that is none.
  @Test func hasEverything() {
    let lines = ManualPage.lines(version: "1")
    let text = lines.joined(separator: "\n").replacing("\\-", with: "-").replacing("\\e", with: "\\")
    for command in CommandTable.standard.commands {
      #expect(text.contains(".SS tercet \(command.name)\n"))
      for option in command.options { #expect(text.contains(option.isNegatable ? option.name : option.spelling)) }
    }
    for verb in VerbTable.standard.all { #expect(text.contains(verb.syntax.summary), "\(verb.syntax.name)") }
    let requests = Set([".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I", ".br", ".nf", ".fi"])
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.split(separator: " ")[0])), "\(line)")
    }
  }
}
