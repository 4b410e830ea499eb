/// Completion scripts for shells, made from the table of commands.
enum CompletionScript {
  static let shells = ["bash", "zsh", "fish"]

  static func lines(_ shell: String, table: CommandTable = .standard, verbTable: VerbTable) throws(CommandError)
    -> [String]
  {
    switch shell {
    case "bash": return bash(table, verbTable)
    case "zsh": return zsh(table, verbTable)
    case "fish": return fish(table, verbTable)
    default:
      throw .invalidValue(
        option: "completions", value: shell, expected: "bash, zsh or fish",
        suggestion: Suggestion.closest(to: shell, among: shells))
    }
  }

  private static func bash(_ table: CommandTable, _ verbTable: VerbTable) -> [String] {
    var lines = [
      "# Completion of tercet for bash: source <(tercet completions bash)", "_tercet() {",
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word",
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
      "    case $word in -*) ;; *) command=$word; break ;; esac",
      "  done", "  case $command:$previous in",
    ]
    for command in table.commands {
      for option in command.options where option.takesValue {
        let names = [option.spelling] + (option.short.map { ["-\($0)"] } ?? [])
        let pattern = names.map { "\(command.name):\($0)" }.joined(separator: "|")
        lines.append("    \(pattern)) \(bashReply(option.choices, option.completion)); return ;;")
      }
    }
    lines += ["  esac", "  case $command in"]
    for command in table.commands {
      let names = ([command.name] + command.aliases).joined(separator: "|")
      let options = command.options.map(\.spelling).joined(separator: " ")
      let operands = operandWords(command, table, verbTable)
      let files = operands.isEmpty ? "COMPREPLY=($(compgen -f -- \"$current\"))" : bashReply(operands, .none)
      lines += [
        "    \(names))", "      case $current in",
        "        -*) COMPREPLY=($(compgen -W '\(options)' -- \"$current\")) ;;", "        *) \(files) ;;",
        "      esac ;;",
      ]
    }
    let names = table.commands.map(\.name).joined(separator: " ")
    let options = table.program.options.map(\.spelling).joined(separator: " ")
    lines += [
      "    '') COMPREPLY=($(compgen -W '\(names) \(options)' -- \"$current\") $(compgen -f -X '!*.tercet' -- \"$current\")) ;;",
      "    *) COMPREPLY=($(compgen -f -- \"$current\")) ;;", "  esac", "}",
      "complete -o filenames -F _tercet tercet",
    ]
    return lines
  }

  private static func bashReply(_ choices: [String], _ completion: CompletionKind) -> String {
    if !choices.isEmpty { return "COMPREPLY=($(compgen -W '\(choices.joined(separator: " "))' -- \"$current\"))" }
    switch completion {
    case .file, .store: return "COMPREPLY=($(compgen -f -- \"$current\"))"
    case .folder: return "COMPREPLY=($(compgen -d -- \"$current\"))"
    default: return "COMPREPLY=()"
    }
  }

  /// The words that a command's first operand may be, where they are known.
  private static func operandWords(
    _ command: CommandSpecification, _ table: CommandTable, _ verbTable: VerbTable
  ) -> [String] {
    switch command.name {
    case "completions": shells
    case "help": table.commands.map(\.name) + verbTable.names + HelpTopic.all.map(\.name)
    default: []
    }
  }

  private static func zsh(_ table: CommandTable, _ verbTable: VerbTable) -> [String] {
    var lines = [
      "#compdef tercet", "# Completion of tercet for zsh: source <(tercet completions zsh)", "_tercet() {",
      "  local -a commands", "  commands=(",
    ]
    lines += table.commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
    lines += [
      "  )", "  if (( CURRENT == 2 )); then", "    _describe command commands", "    _files -g '*.tercet'",
      "    return",
      "  fi", "  local command=$words[2]", "  shift words; (( CURRENT-- ))", "  case $command in",
    ]
    for command in table.commands {
      let names = ([command.name] + command.aliases).joined(separator: "|")
      var arguments = command.options.map { quoted(zshSpecification($0)) }
      let operands = operandWords(command, table, verbTable)
      arguments.append(quoted(operands.isEmpty ? "*:file:_files" : "*:word:(\(operands.joined(separator: " ")))"))
      lines += ["    \(names)) _arguments \\"]
      lines += arguments.dropLast().map { "      \($0) \\" }
      lines += ["      \(arguments.last ?? "") ;;"]
    }
    lines += ["    *) _files ;;", "  esac", "}", "compdef _tercet tercet"]
    return lines
  }

  private static func zshSpecification(_ option: OptionSpecification) -> String {
    let help = option.help.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: ",")
    let repeats = option.isRepeatable ? "*" : ""
    guard let placeholder = option.placeholder else { return "\(repeats)\(option.spelling)[\(help)]" }
    let action: String =
      if !option.choices.isEmpty {
        "(\(option.choices.joined(separator: " ")))"
      } else if option.completion == .file || option.completion == .store {
        "_files"
      } else if option.completion == .folder { "_files -/" } else { " " }
    return "\(repeats)\(option.spelling)[\(help)]:\(placeholder):\(action)"
  }

  private static func fish(_ table: CommandTable, _ verbTable: VerbTable) -> [String] {
    var lines = ["# Completion of tercet for fish: tercet completions fish | source"]
    for command in table.commands {
      lines.append("complete -c tercet -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
    }
    for command in table.commands {
      let names = ([command.name] + command.aliases).joined(separator: " ")
      let condition = "-n '__fish_seen_subcommand_from \(names)'"
      for option in command.options {
        var line = "complete -c tercet \(condition) -l \(option.name)"
        if let short = option.short { line += " -s \(short)" }
        if option.takesValue {
          line += option.choices.isEmpty ? " -r" : " -x -a \(quoted(option.choices.joined(separator: " ")))"
        }
        lines.append(line + " -d \(quoted(option.help))")
      }
      let operands = operandWords(command, table, verbTable)
      if !operands.isEmpty {
        lines.append("complete -c tercet \(condition) -f -a \(quoted(operands.joined(separator: " ")))")
      }
    }
    return lines
  }

  /// In single quotes, as all three shells read them.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "’") + "'" }
}
