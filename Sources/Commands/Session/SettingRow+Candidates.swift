extension SettingRow {
  /// The values that completion offers, with what each means and which one stands.
  func candidates(in settings: Settings) -> [CompletionCandidate] {
    let standing = read(settings)
    return choices.map { choice in
      let notes = [meaning(of: choice), choice == standing ? "as it is" : ""].filter { !$0.isEmpty }
      return CompletionCandidate(choice, note: notes.joined(separator: "; "))
    }
  }

  /// What one of ``choices`` means, without final period; empty for what says so itself.
  private func meaning(of choice: String) -> String {
    if let format = AnswerFormat(rawValue: choice), name == "format" { return format.summary }
    // `show … (auto: of up to three paths)`
    let (what, usual) = (help.prefix { $0 != "(" }.dropLast(help.contains("(") ? 1 : 0), help.drop { $0 != "(" })
    switch choice {
    case "on": return String(what)
    case "off" where choices.contains("on"): return "do not \(what)"
    case "off": return "none"
    case "auto" where !usual.isEmpty: return String(usual.dropFirst("(auto: ".count).dropLast())
    case "auto": return "as the terminal has it"
    case "always": return "also in files and other programs"
    case "never": return "not at all"
    default: return help
    }
  }
}
