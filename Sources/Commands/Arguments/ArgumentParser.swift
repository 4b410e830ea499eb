/// Turns the words of a command line into ``ParsedArguments`` by the rows of a ``CommandTable``.
///
/// Understood are `--name value`, `--name=value`, `--no-name`, `-abc`, `-ovalue`, `-o value`, `--` (only operands
/// follow), `-` (standard input or output), negative numbers, and options before and after operands.
public struct ArgumentParser: Sendable {
  let table: CommandTable

  public init(table: CommandTable = .standard) { self.table = table }

  /// Parses `arguments`, which do not include the program's name.
  ///
  /// - Returns: nil when there is no command and no option at all.
  public func parse(_ arguments: [String]) throws(CommandError) -> ParsedArguments? {
    guard !arguments.isEmpty else { return nil }
    var scan = Scan(table: table, arguments: arguments)
    return try scan.run()
  }

  /// The state of one pass over the words.
  private struct Scan {
    let table: CommandTable
    let arguments: [String]
    var index = 0
    var command: CommandSpecification?
    var parsed: ParsedArguments

    init(table: CommandTable, arguments: [String]) {
      self.table = table
      self.arguments = arguments
      parsed = ParsedArguments(command: table.program)
    }

    /// The row that options are looked up in: the command once it is known.
    private var row: CommandSpecification { command ?? table.program }

    mutating func run() throws(CommandError) -> ParsedArguments {
      var onlyOperands = false
      while index < arguments.count {
        let word = arguments[index]
        index += 1
        if onlyOperands || word == "-" || !word.hasPrefix("-") || isNegativeNumber(word) {
          try takeOperand(word)
        } else if word == "--" {
          onlyOperands = true
        } else if word.hasPrefix("--") {
          try takeLong(word.dropFirst(2))
        } else {
          try takeShort(word.dropFirst())
        }
      }
      parsed.command = row
      if !parsed.wantsHelp { try checkOperands() }
      return parsed
    }

    /// `-5` and `-0.5`, unless the command has such an option.
    private func isNegativeNumber(_ word: String) -> Bool {
      guard let second = word.dropFirst().first, row.option(short: second) == nil else { return false }
      return Double(word) != nil && (second.isASCII && second.isNumber || second == ".")
    }

    private mutating func takeOperand(_ word: String) throws(CommandError) {
      guard command == nil else {
        parsed.operands.append(word)
        return
      }
      if let found = table.command(named: word) {
        command = found
      } else if CommandTable.looksLikeStore(word) {
        command = table.defaultCommand
        parsed.operands.append(word)
      } else {
        throw .unknownCommand(word, suggestion: Suggestion.closest(to: word, among: table.allNames))
      }
    }

    private mutating func takeLong(_ text: Substring) throws(CommandError) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let value = parts.count > 1 ? String(parts[1]) : nil
      if let option = row.option(named: name) {
        try take(option, spelled: "--\(name)", attached: value)
      } else if name.hasPrefix("no-"), let option = row.option(named: String(name.dropFirst(3))), option.isNegatable {
        if let value { throw .unexpectedValue(option: "--\(name)", value: value, command: command?.name) }
        parsed.switches[option.name] = false
      } else {
        throw unknown("--\(name)", in: { $0.option(named: name) })
      }
    }

    private mutating func takeShort(_ letters: Substring) throws(CommandError) {
      var rest = letters
      while let letter = rest.popFirst() {
        guard let option = row.option(short: letter) else {
          throw unknown("-\(letter)", in: { $0.option(short: letter) })
        }
        guard option.takesValue else {
          try take(option, spelled: "-\(letter)", attached: nil)
          continue
        }
        if rest.first == "=" { rest.removeFirst() }
        try take(option, spelled: "-\(letter)", attached: rest.isEmpty ? nil : String(rest))
        return
      }
    }

    private mutating func take(
      _ option: OptionSpecification, spelled spelling: String, attached: String?
    ) throws(CommandError) {
      guard let placeholder = option.placeholder else {
        if let attached { throw .unexpectedValue(option: spelling, value: attached, command: command?.name) }
        if option.name == "help" { parsed.wantsHelp = true }
        parsed.switches[option.name] = true
        return
      }
      guard let value = attached ?? nextValue() else {
        throw .missingValue(option: spelling, placeholder: placeholder, command: command?.name)
      }
      if !option.choices.isEmpty, !option.choices.contains(value) {
        let expected =
          option.choices.count == 2
          ? option.choices.joined(separator: " or ") : "one of " + option.choices.joined(separator: ", ")
        throw .invalidValue(
          option: spelling, value: value, expected: expected,
          suggestion: Suggestion.closest(to: value, among: option.choices))
      }
      parsed.occurrences.append(.init(name: option.name, value: value))
      for _ in 1..<max(option.words, 1) {
        guard let value = nextValue() else {
          throw .missingValue(option: spelling, placeholder: placeholder, command: command?.name)
        }
        parsed.occurrences.append(.init(name: option.name, value: value))
      }
    }

    /// The next word as a value; nil at the end and before another option.
    private mutating func nextValue() -> String? {
      guard index < arguments.count else { return nil }
      let word = arguments[index]
      guard word == "-" || !word.hasPrefix("-") || isNegativeNumber(word) else { return nil }
      index += 1
      return word
    }

    private func unknown(
      _ spelling: String, in find: (CommandSpecification) -> OptionSpecification?
    ) -> CommandError {
      let names = row.options.map(\.spelling)
      if let suggestion = Suggestion.closest(to: spelling, among: names), spelling.hasPrefix("--") {
        return .unknownOption(spelling, command: command?.name, suggestion: suggestion)
      }
      if let owner = table.commands.first(where: { $0.name != row.name && find($0) != nil }) {
        return .optionOfOtherCommand(spelling, command: command?.name, owner: owner.name)
      }
      return .unknownOption(spelling, command: command?.name, suggestion: nil)
    }

    private func checkOperands() throws(CommandError) {
      let given = parsed.operands.count
      let required = row.operands.filter { !$0.isOptional }.count
      if given < required {
        throw .missingOperand(row.operands[given].placeholder, command: row.name)
      }
      for option in row.options where option.isRequired && parsed.value(option.name) == nil {
        let short = option.short.map { "-\($0)" } ?? option.spelling
        throw .missingOperand("\(short) \(option.placeholder ?? "")", command: row.name)
      }
      if !row.operands.contains(where: \.isRepeatable), given > row.operands.count {
        throw .unexpectedOperand(parsed.operands[row.operands.count], command: row.name)
      }
    }
  }
}
