public import Bytes
internal import Glibc

extension CommandError {
  /// Stable across versions: `usage.option`.
  public var code: String {
    switch self {
    case .unknownCommand: "usage.command"
    case .unknownOption, .optionOfOtherCommand: "usage.option"
    case .missingValue, .unexpectedValue, .invalidValue: "usage.value"
    case .missingOperand, .unexpectedOperand: "usage.operand"
    case .conflictingOptions: "usage.conflict"
    case .unknownTopic: "help.topic"
    case .unknownRule: "usage.rule"
    case .unknownSetting, .invalidSetting: "statement.setting"
    case .unknownFormat: "statement.format"
    case .nothingToExport: "statement.export"
    case .nothingToSave: "statement.save"
    case .unknownVariable, .noSuchRow, .noSuchArgument: "statement.variable"
    case .aliasesNestedTooDeep, .isVerb: "statement.alias"
    case .readOnly: "statement.read-only"
    case .unknownEnding, .binaryToTerminal: "usage.format"
    case .notAllowedInSafeMode, .looserInSafeMode: "statement.safe"
    case .nobodyToAsk: "statement.prompt"
    case .scriptsNestedTooDeep: "statement.nesting"
    case .notAsExpected: "statement.expectation"
    case .nothingToUndo, .nobodyCalledSo, .goneMeanwhile, .unchangeable: "statement.naming"
    case .fileExists, .nameTaken, .folderExists: "file.exists"
    case .cannotRead, .isFolder: "file.read"
    case .notAFile: "file.kind"
    case .cannotWrite: "file.write"
    case .isStore: "file.store"
    case .endingOfExport, .endingOfNoFormat, .otherColumns: "file.format"
    case .scriptTooLong: "input.size"
    case .notUTF8: "input.encoding"
    case .noDocuments: "input.none"
    case .partOfOther: "part.maker"
    case .conflictingPart: "part.conflict"
    case .invalidTable: "table.row"
    case .partsAndStores: "part.mixed"
    case .unknownDocument: "store.document"
    case .failedExamples: "schema.examples"
    case .missingProgram, .cannotStart: "program.missing"
    case .pictureTooSlow: "program.time"
    case .pictureFailed: "program.failed"
    case .interrupted, .readingInterrupted: "program.interrupted"
    case .closedPipe: "output.closed"
    }
  }

  public var place: String? {
    switch self {
    case .fileExists(let path), .nameTaken(let path), .folderExists(let path), .isFolder(let path), .notAFile(let path),
      .cannotRead(let path, _), .cannotWrite(let path, _), .isStore(let path), .unknownEnding(let path, _),
      .endingOfExport(let path, _, _), .endingOfNoFormat(let path, _, _), .partOfOther(let path):
      path
    case .scriptTooLong(let path, _), .conflictingPart(let path, _): path
    case .invalidTable(_, let path, let line, _, _): "\(path):\(line)"
    case .notUTF8(let path, let offset): "\(path): byte \(offset)"
    default: nil
    }
  }

  public var message: String {
    switch self {
    case .unknownCommand(let name, _): "there is no command \(quoted(name))"
    case .unknownOption(let option, let command, _): "there is no option \(option.shortened())\(of(command))"
    case .optionOfOtherCommand(let option, let command, _): "there is no option \(option.shortened())\(of(command))"
    case .missingValue(let option, let placeholder, _): "\(option) needs a value \(placeholder)"
    case .unexpectedValue(let option, let value, _): "\(option) takes no value, got \(quoted(value))"
    case .invalidValue(let option, let value, let expected, _):
      "\(option) expects \(expected), got \(quoted(value))"
    case .missingOperand(let operand, let command): "tercet \(command) needs \(operand)"
    case .unexpectedOperand(let operand, let command): "tercet \(command) has no use for \(quoted(operand))"
    case .conflictingOptions(let first, let second, _): "\(first) and \(second) exclude each other"
    case .unknownTopic(let topic, _): "there is no help on \(quoted(topic))"
    case .unknownRule(let name, _): "there is no rule \(quoted(name))"
    case .unknownSetting(let name, _): "there is no setting \(quoted(name))"
    case .invalidSetting(let name, let value, let expected): "\(name) expects \(expected), got \(quoted(value))"
    case .unknownFormat(let name, let expected, _):
      "there is no format \(quoted(name)); there are \(expected.joined(separator: ", "))"
    case .nothingToExport: "there is no result yet to export"
    case .nothingToSave: "no statement has been answered at the prompt yet"
    case .unknownVariable(let name, _): "there is no variable \(quoted("$" + name))"
    case .noSuchRow(let number, 0): "$\(number) is a row of the last answer, and there is none"
    case .noSuchRow(let number, let count):
      "expected a row of the last answer, $1 to $\(count), that names something, got $\(number)"
    case .noSuchArgument(let number, 0): "$\(number) is what the script is given, and it was given nothing"
    case .noSuchArgument(let number, let count):
      "expected what the script was given, $1 to $\(count), got $\(number)"
    case .aliasesNestedTooDeep(let limit): "aliases stand for one another more than \(limit) deep"
    case .isVerb(let name): "\(quoted(name)) is a verb, and cannot stand for other words"
    case .readOnly(let what): "the store was opened to be read only, and \(what) changes it"
    case .unknownEnding(_, let expected):
      "the name ends in no format; there are \(expected.joined(separator: ", "))"
    case .binaryToTerminal(let format): "\(format) is no text, and not for a terminal"
    case .notAllowedInSafeMode(let what): "\(what) is not allowed in safe mode"
    case .looserInSafeMode(let name, let value, let bound):
      "in safe mode \(name) is at most \(bound) and only goes down, got \(quoted(value))"
    case .scriptsNestedTooDeep(let limit): "scripts run one another more than \(limit) deep"
    case .notAsExpected(let expected, let found): "expected \(expected), found \(found)"
    case .nothingToUndo: "there is no merge, split or apart to take back"
    case .nobodyCalledSo(let name, let entity):
      "no statement calls \(quoted(entity)) \(quoted(name)), and nothing can be split off"
    case .nobodyToAsk: "decide without a file asks about each pair at the prompt, and nobody can be asked here"
    case .unchangeable: "this graph is no store, and cannot be changed"
    case .goneMeanwhile(let name): "somebody else changed the store: \(quoted(name)) is not there any more"
    case .fileExists, .nameTaken: "the file exists"
    case .folderExists: "expected nothing where a new folder is to be, found something"
    case .isFolder: "expected a file, got a folder"
    case .notAFile: "expected a regular file, got a device, pipe or socket"
    case .cannotRead(_, let reason): "cannot be read: \(systemMessage(reason))"
    case .cannotWrite(_, let reason): "cannot be written: \(systemMessage(reason))"
    case .isStore: "the file is a graph, over which nothing else is written"
    case .otherColumns(let columns): "expected the columns of the file, \(quoted(columns)), got others"
    case .endingOfNoFormat(_, let ending, let known):
      "expected the ending \(known), or none, got \(quoted(ending))"
    case .endingOfExport(_, let format, _): "answers are not written as \(format), but exports are"
    case .scriptTooLong(_, let limit): "expected a script of at most \(limit) bytes, got more"
    case .notUTF8: "expected UTF-8 text, got other bytes"
    case .noDocuments(let inputs):
      "found no document in \(inputs.map(quoted).joined(separator: ", "))"
    case .unknownDocument(let name, _): "there is no document \(quoted(name)) in the graph"
    case .failedExamples(let failed, 0, let total): "\(failed) of \(total) examples of the schema fail"
    case .failedExamples(let failed, let passing, let total):
      "\(failed) of \(total) examples of the schema fail, and \(passing) marked as pending pass"
    case .missingProgram(let name, _): "pictures are drawn by the program \(quoted(name)), which is not installed"
    case .cannotStart(let name, let reason): "\(quoted(name)) cannot be started: \(systemMessage(reason))"
    case .pictureTooSlow(let seconds): "expected a picture within \(Self.number(seconds)) s, got none"
    case .pictureFailed(let words): "dot did not draw it: \(words.shortened())"
    case .interrupted: "interrupted"
    case .readingInterrupted(let documents, let output, let journal):
      "interrupted when \(documents) of the documents were read; \(output) was not written"
        + (journal.map { ", what was read stands in \($0)" } ?? "")
    case .conflictingPart(_, let id): "a part before it has another document with the id \(quoted(id))"
    case .invalidTable(_, _, _, let expected, let found): "expected \(expected), found \(found)"
    case .partOfOther: "it was made by another version, schema or model, with other --names, or --without other rules"
    case .partsAndStores(let part, let store): "\(quoted(part)) is a part and \(quoted(store)) is none"
    case .closedPipe: "the reader of the output has gone away"
    }
  }

  public var remedy: String? {
    switch self {
    case .unknownCommand(_, let suggestion): suggestion.map(didYouMean) ?? "`tercet help` lists the commands"
    case .unknownOption(_, let command, let suggestion): suggestion.map(didYouMean) ?? see(command)
    case .optionOfOtherCommand(let option, _, let owner): "\(option) belongs to `tercet \(owner)`"
    case .missingValue(let option, _, _): "a value that begins with a dash is written \(option)=VALUE"
    case .unexpectedValue(_, _, let command): see(command)
    case .invalidValue(_, _, _, let suggestion): suggestion.map(didYouMean)
    case .unexpectedOperand(_, "query"): "a statement stands behind -c, in quotes: -c 'neighbors NATO'"
    case .missingOperand(_, let command), .unexpectedOperand(_, let command), .conflictingOptions(_, _, let command):
      see(command)
    case .unknownTopic(_, let suggestion): suggestion.map(didYouMean) ?? "`help` lists the topics"
    case .unknownRule(_, let suggestion): suggestion.map(didYouMean) ?? "`tercet rules --counts FILE` lists the rules"
    case .unknownSetting(_, let suggestion): suggestion.map(didYouMean) ?? "`set` lists the settings"
    case .unknownFormat(_, _, let suggestion): suggestion.map(didYouMean)
    case .unknownVariable(_, let suggestion):
      suggestion.map { didYouMean("$" + $0) } ?? "set NAME = WORDS makes one; a name that begins so stands in quotes"
    case .noSuchRow, .noSuchArgument: "a name that begins so stands in quotes"
    case .readOnly: "leave out --read-only"
    case .isStore: "choose another name"
    case .endingOfExport(let path, let format, let known):
      "ask first, then `export \(format) \(path)`; answers are \(known)"
    case .endingOfNoFormat: "choose one of these; a name without an ending gets what `set format` says"
    case .otherColumns: "write this answer to another file, or take jsonl, which has no columns"
    case .nothingToExport: "ask something first, or export all with `tercet export`"
    case .unknownEnding: "choose one of these, or say which with --format"
    case .binaryToTerminal: "write it into a file or another program"
    case .missingProgram(_, let package):
      "`apt-get install \(package)` brings it; dot and html are written without it"
    case .pictureTooSlow: "draw less with --limit, or give it more time with --timeout"
    case .notAllowedInSafeMode, .looserInSafeMode: "leave out --safe if you trust the script"
    case .fileExists: "choose another name, or remove it; a command replaces it with --force"
    case .nameTaken: "choose another name, or remove it first"
    case .folderExists: "choose another name, or remove what is there"
    case .isFolder: nil
    case .notAFile: "name it with -f, where a pipe is waited for"
    case .cannotRead(_, let reason): reason == ENOENT ? "check the name" : nil
    case .cannotWrite, .nothingToSave, .aliasesNestedTooDeep, .isVerb: nil
    case .scriptTooLong: "split it into several scripts"
    case .notUTF8: "convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
    case .conflictingPart: "give one of the documents another id, and make its part anew"
    case .invalidTable(.names, _, _, _, _): "`tercet help build` tells the columns of --names"
    case .invalidTable(.decisions, _, _, _, _): "`help decide` tells where such a table comes from"
    case .partOfOther: "make the part anew; a journal can be removed, then all is read again"
    case .partsAndStores: "join the parts to a graph first, then merge the graphs"
    case .readingInterrupted(_, _, let journal):
      journal == nil ? "with --resume another run would go on" : "the same command goes on"
    case .noDocuments: "give files of text, folders that hold some, or - for standard input"
    case .unknownDocument(_, let suggestion): suggestion.map(didYouMean) ?? "`why` shows the documents of an edge"
    case .nobodyCalledSo(_, let entity): "`why \(entity)` counts the uses of each name"
    case .nobodyToAsk: "`suggest > pairs.csv` writes a table for answers, `decide pairs.csv` carries them out"
    case .goneMeanwhile: "repeat it if it is still wanted"
    case .failedExamples(_, let passing, _): passing == 0 ? nil : "take tercet:pending off what passes"
    case .invalidSetting, .notAsExpected, .scriptsNestedTooDeep, .nothingToUndo, .unchangeable, .cannotStart,
      .pictureFailed, .interrupted, .closedPipe:
      nil
    }
  }

  public var exitStatus: ExitStatus {
    switch self {
    case .unknownCommand, .unknownOption, .optionOfOtherCommand, .missingValue, .unexpectedValue, .invalidValue,
      .missingOperand, .unexpectedOperand, .conflictingOptions, .unknownTopic, .unknownRule, .fileExists,
      .nameTaken, .folderExists, .unknownEnding, .binaryToTerminal:
      .usage
    case .unknownSetting, .invalidSetting, .unknownFormat, .nothingToExport, .notAllowedInSafeMode,
      .looserInSafeMode, .nothingToSave, .unknownVariable, .noSuchRow, .noSuchArgument, .aliasesNestedTooDeep,
      .isVerb, .readOnly, .isStore, .endingOfExport, .endingOfNoFormat, .otherColumns,
      .scriptsNestedTooDeep, .unknownDocument, .nothingToUndo, .nobodyCalledSo, .nobodyToAsk, .unchangeable,
      .goneMeanwhile,
      .missingProgram, .cannotStart, .pictureTooSlow, .pictureFailed:
      .failed
    case .interrupted, .readingInterrupted: .interrupted
    case .partOfOther, .conflictingPart, .invalidTable: .badData
    case .partsAndStores: .usage
    case .notAsExpected, .failedExamples: .noAnswer
    case .cannotRead(_, let reason):
      reason == ENOENT || reason == EACCES || reason == ENOTDIR ? .noInput : .inputOutput
    case .isFolder, .notAFile, .noDocuments: .noInput
    case .cannotWrite: .inputOutput
    case .scriptTooLong, .notUTF8: .badData
    case .closedPipe: .answered
    }
  }

  /// `60`, `0.5`.
  private static func number(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds))" : "\(seconds)"
  }

  private func of(_ command: String?) -> String { command.map { " of tercet \($0)" } ?? "" }

  private func see(_ command: String?) -> String {
    command.map { "`tercet \($0) --help` shows how it is used" } ?? "`tercet --help` shows how it is used"
  }

  private func didYouMean(_ suggestion: String) -> String { "did you mean \(suggestion)?" }

  private func quoted(_ text: String) -> String { "“\(text.shortened())”" }

  private func systemMessage(_ reason: Int32) -> String {
    guard let message = unsafe strerror(reason) else { return "error \(reason)" }
    return unsafe String(cString: message).lowercased()
  }
}
