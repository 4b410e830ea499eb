internal import Bytes
internal import GraphQuery

/// The manual page, for `man`, made from the same tables as help. The macros are those of man(7).
enum ManualPage {
  /// The lines of `tercet.1`, for this version of the program.
  static func lines(version: String) -> [String] {
    let table = CommandTable.standard
    var lines = [
      ".TH TERCET 1 \"\" \"tercet \(version)\" \"User Commands\"", ".SH NAME",
      text("tercet - \(table.program.summary)"), ".SH SYNOPSIS",
    ]
    for command in table.commands { lines += [".B " + text(command.usage), ".br"] }
    lines += [".B " + text("tercet NEWS.tercet"), ".SH DESCRIPTION"]
    lines.append(
      text(
        "A store is built from text, asked at a prompt or from scripts, and exported. The prompt explains its verbs: "
          + "help, help path, help all."))
    lines += [".SH COMMANDS"]
    for command in table.commands { lines += Self.command(command) }
    lines += [".SH OPTIONS", text("Options of the program itself.")] + options(table.program.options)
    lines += [".SH VERBS", text("What can be asked at the prompt, in scripts and behind -c.")]
    for verb in VerbTable.standard.all {
      lines += [".TP", ".B " + text(verb.syntax.usage), text(verb.syntax.summary) + "."]
    }
    for topic in HelpTopic.all {
      lines += [".SH " + text(topic.name.uppercased()), ".nf"] + topic.text.map(text) + [".fi"]
    }
    return lines
  }

  private static func command(_ command: CommandSpecification) -> [String] {
    var lines = [".SS " + text("tercet \(command.name)"), text(command.summary.capitalizedFirst) + "."]
    for paragraph in command.discussion { lines += [".PP", text(paragraph)] }
    for operand in command.operands { lines += [".TP", ".I " + text(operand.usage), text(operand.help)] }
    lines += options(command.options)
    for example in command.examples {
      lines += [".PP", text(example.meaning) + ":", ".br", ".B " + text(example.command)]
    }
    let statuses = command.statuses.map { "\($0.status.rawValue) \($0.meaning)" }.joined(separator: "; ")
    return lines + [".PP", text("Exit status: \(statuses).")]
  }

  private static func options(_ options: [OptionSpecification]) -> [String] {
    options.flatMap { option in
      let short = option.short.map { "-\($0), " } ?? ""
      let long = option.isNegatable ? "--[no-]\(option.name)" : option.spelling
      return [".TP", ".B " + text(short + long + (option.placeholder.map { " \($0)" } ?? "")), text(option.help)]
    }
  }

  /// Text that roff reads as it stands: no line of it is a request, no hyphen a dash.
  private static func text(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
