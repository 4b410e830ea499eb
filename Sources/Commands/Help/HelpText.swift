internal import Bytes
internal import GraphQuery

/// Help, made from the tables of commands, verbs and settings.
enum HelpText {
  /// Help on one topic, or the overview of what can be said at the prompt.
  ///
  /// - Parameters:
  ///   - examples: statements for the overview, with what they ask.
  ///   - names: for the examples of a verb.
  static func topic(
    _ topic: String?, of verbTable: VerbTable, examples: @autoclosure () -> [(String, String)] = usualExamples,
    names: @autoclosure () -> ExampleNames = .asWritten, style: OutputStyle
  ) throws(CommandError) -> [StyledText] {
    guard let topic else { return overview(examples(), style) }
    if topic.lowercased() == everything { return prompt(of: verbTable, style) }
    // A topic may be called like the other name of a verb: paths.
    if let text = HelpTopic.named(topic), verbTable.syntax(of: topic)?.name != topic {
      return text.lines(style).map { StyledText($0) }
    }
    if let verb = verbTable.syntax(of: topic) { return Self.verb(verb, names(), style: style) }
    if let command = CommandTable.standard.command(named: topic) { return Self.command(command, style) }
    let known =
      verbTable.namesAndAliases + CommandTable.standard.allNames + HelpTopic.all.map(\.name) + [everything]
    throw .unknownTopic(topic, suggestion: Suggestion.closest(to: topic, among: known))
  }

  /// `help all` at the prompt: every verb with what it does, and the topics.
  static func prompt(of verbTable: VerbTable, _ style: OutputStyle) -> [StyledText] {
    var lines: [StyledText] = [heading("Ask")]
    lines += list(verbs(verbTable.graph), style)
    lines += ["", heading("The prompt")]
    lines += list(verbs(verbTable.session), style)
    lines += ["", heading("Topics")]
    lines += list(HelpTopic.all.map { ($0.name, $0.summary) }, style)
    lines += ["", "help VERB shows how a verb is used, with examples: help path"]
    return lines
  }

  /// What `help` takes for the help on all verbs.
  static let everything = "all"

  private static func verbs(_ verbs: [any StatementVerb.Type]) -> [(String, String)] {
    verbs.map { ($0.syntax.name, $0.syntax.summary) }
  }

  static func verb(_ verb: VerbSyntax, _ names: ExampleNames = .asWritten, style: OutputStyle) -> [StyledText] {
    var lines: [StyledText] = ["\(verb.name): \(verb.summary)", ""] + usage(verb.usage, style)
    if !verb.aliases.isEmpty { lines.append(StyledText("  also: " + verb.aliases.joined(separator: ", "))) }
    let words = verb.options.filter { !$0.help.isEmpty }.map { ($0.word, $0.help) }
    if !words.isEmpty { lines += [""] + list(words, style) }
    if verb.operands.contains(.setting) {
      lines += [""] + list(SettingRow.all.map { ($0.name, "\($0.help): \($0.expected)") }, style)
    }
    if !verb.examples.isEmpty {
      lines += ["", heading("Examples")] + verb.examples.map { "  \(names.renamed($0))" }
    }
    return lines
  }

  /// Broken between brackets where the terminal is narrow.
  private static func usage(_ usage: String, _ style: OutputStyle) -> [StyledText] {
    var depth = 0
    let glued = String(
      usage.map { character in
        if character == "[" { depth += 1 } else if character == "]" { depth -= 1 }
        return depth > 0 && character == " " ? "\u{A0}" : character
      })
    let lines = StyledText(glued).wrapped(to: style.width.map { $0 - 2 }, indent: "  ").map(\.plain)
    return lines.enumerated().map { StyledText(($0 == 0 ? "" : "  ") + $1.replacing("\u{A0}", with: " ")) }
  }

  /// `tercet` without arguments.
  static func short() -> [String] {
    let table = CommandTable.standard
    return [
      "tercet \(table.program.summary).", "",
      "  tercet build seeds -o news.tercet    read a folder of text into a graph",
      "  tercet news.tercet                   ask it", "",
      "`tercet --help` lists every command.",
    ]
  }

  /// `tercet --help`.
  static func program(_ style: OutputStyle) -> [StyledText] {
    let table = CommandTable.standard
    var lines: [StyledText] = ["tercet \(table.program.summary).", ""]
    lines += [heading("Usage"), "  tercet COMMAND [options]", "  tercet NEWS.tercet"]
    lines += ["", heading("Commands")] + list(table.commands.map { ($0.name, $0.summary) }, style)
    lines += ["", heading("Options")] + options(table.program.options, style)
    lines += ["", heading("Examples")]
    lines += list(
      [
        ("tercet build seeds -o news.tercet", "read a folder of text into a graph"),
        ("tercet news.tercet", "ask it"),
        ("tercet query news.tercet -c 'neighbors NATO'", "one question"),
      ], style)
    lines += ["", "`tercet help COMMAND` explains a command, `tercet help VERB` what can be asked."]
    return lines
  }

  /// `tercet COMMAND --help`.
  static func command(_ command: CommandSpecification, _ style: OutputStyle) -> [StyledText] {
    var lines: [StyledText] = [
      "tercet \(command.name): \(command.summary)", "", heading("Usage"), "  \(command.usage)",
    ]
    if !command.aliases.isEmpty {
      lines.append(StyledText("  also: tercet " + command.aliases.joined(separator: ", ")))
    }
    for paragraph in command.discussion {
      lines += [""] + StyledText(paragraph).wrapped(to: style.width ?? 100, indent: "")
    }
    if !command.operands.isEmpty {
      lines += ["", heading("Operands")] + list(command.operands.map { ($0.usage, $0.help) }, style)
    }
    lines += ["", heading("Options")] + options(command.options, style)
    for table in command.lists {
      lines += ["", heading(table.title)] + list(table.rows.map { ($0.command, $0.meaning) }, style)
    }
    if !command.examples.isEmpty {
      lines += ["", heading("Examples")] + list(command.examples.map { ($0.command, $0.meaning) }, style)
    }
    lines +=
      ["", heading("Exit status")] + list(command.statuses.map { (String($0.status.rawValue), $0.meaning) }, style)
    return lines
  }

  private static func options(_ options: [OptionSpecification], _ style: OutputStyle) -> [StyledText] {
    list(
      options.map { option in
        let short = option.short.map { "-\($0), " } ?? "    "
        let long = option.isNegatable ? "--[no-]\(option.name)" : option.spelling
        let value = option.placeholder.map { " \($0)" } ?? ""
        let choices = option.choices.isEmpty ? "" : " (\(option.choices.joined(separator: ", ")))"
        return (short + long + value, option.help + (option.help.contains(option.choices.last ?? "\0") ? "" : choices))
      }, style)
  }

  /// Names in one column, what they mean in another; a meaning that does not fit goes on below.
  static func list(_ rows: [(String, String)], _ style: OutputStyle) -> [StyledText] {
    let column = min(rows.map { DisplayWidth.of($0.0) }.max() ?? 0, 44) + 4
    let width = max(60, min(style.width ?? 110, 120))
    var lines: [StyledText] = []
    for (name, meaning) in rows {
      let wrapped = StyledText(meaning).wrapped(to: width - column, indent: "").map(\.plain)
      let head = StyledText("  ") + StyledText(name, .entity)
      let used = DisplayWidth.of(name) + 2
      var rest = wrapped[...]
      if used + 2 <= column, let first = rest.popFirst() {
        lines.append(head + StyledText(String(repeating: " ", count: column - used) + style.adapted(first)))
      } else {
        lines.append(head)
      }
      lines += rest.map { StyledText(String(repeating: " ", count: column) + style.adapted($0)) }
    }
    return lines
  }

  static func heading(_ text: String) -> StyledText { StyledText(text + ":", .heading) }
}
