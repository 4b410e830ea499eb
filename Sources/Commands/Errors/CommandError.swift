public import Bytes

/// What can go wrong between the command line and the libraries. The wording stands in `CommandError+Wording.swift`.
public enum CommandError: DiagnosticError, Equatable {
  // Arguments.
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, command: String?, suggestion: String?)
  case optionOfOtherCommand(String, command: String?, owner: String)
  case missingValue(option: String, placeholder: String, command: String?)
  case unexpectedValue(option: String, value: String, command: String?)
  case invalidValue(option: String, value: String, expected: String, suggestion: String?)
  case missingOperand(String, command: String)
  case unexpectedOperand(String, command: String)
  case conflictingOptions(String, String, command: String)
  case unknownTopic(String, suggestion: String?)
  case unknownRule(String, suggestion: String?)

  // Statements of the front end.
  case unknownSetting(String, suggestion: String?)
  case invalidSetting(String, value: String, expected: String)
  case unknownFormat(String, expected: [String], suggestion: String?)
  case nothingToExport
  case nothingToSave
  case unknownVariable(String, suggestion: String?)
  /// `$3` where the last answer has `count` rows that can be named.
  case noSuchRow(Int, count: Int)
  /// `$3` in a script that was given `count` words.
  case noSuchArgument(Int, count: Int)
  case aliasesNestedTooDeep(limit: Int)
  /// What an alias is to be called.
  case isVerb(String)
  /// What was to change a store that is only to be read.
  case readOnly(String)
  /// The name of a file to write ends in what is no format.
  case unknownEnding(path: String, expected: [String])
  /// A format that is no text, to a terminal.
  case binaryToTerminal(String)
  case notAllowedInSafeMode(String)
  /// A setting that a script would make bound less, its value, and the one that stands.
  case looserInSafeMode(String, value: String, bound: String)
  case scriptsNestedTooDeep(limit: Int)
  /// What a script expects of the statement before, and what that gave.
  case notAsExpected(String, found: String)
  case nothingToUndo
  /// A name and the entity of which no sentence speaks under it.
  case nobodyCalledSo(String, String)
  /// What a statement asks whoever is at the prompt, where nobody is.
  case nobodyToAsk
  /// The graph asked is no store.
  case unchangeable
  /// Somebody else changed the store, and an entity is not there any more.
  case goneMeanwhile(String)

  // Files and streams.
  case fileExists(String)
  /// The same of what a statement writes, which has no option to replace it.
  case nameTaken(String)
  /// Where a new folder is to be something is already.
  case folderExists(String)
  case cannotRead(path: String, reason: Int32)
  case cannotWrite(path: String, reason: Int32)
  /// The ending of a file for an answer is that of an export.
  case endingOfExport(path: String, format: String, known: String)
  /// The ending of a file for an answer is that of nothing.
  case endingOfNoFormat(path: String, ending: String, known: String)
  /// An answer with other columns is not put behind one with these.
  case otherColumns(String)
  /// An answer is not written over a graph.
  case isStore(String)
  /// A script of more than `limit` bytes.
  case scriptTooLong(path: String, limit: Int)
  case notUTF8(path: String, offset: Int)
  case noDocuments([String])
  case isFolder(String)
  /// What a script names is a pipe or a device, for which a statement does not wait.
  case notAFile(String)
  case unknownDocument(String, suggestion: String?)
  // Other programs.
  /// A program that is not there, and the Debian package that has it.
  case missingProgram(String, package: String)
  case cannotStart(String, reason: Int32)
  case pictureTooSlow(seconds: Double)
  /// What the program that draws says.
  case pictureFailed(String)
  /// ^C ended another program.
  case interrupted
  /// ^C ended the reading of so many documents; `journal` has them.
  case readingInterrupted(documents: Int, output: String, journal: String?)
  /// A file of what documents say that another program, schema or model wrote.
  case partOfOther(String)
  /// A part with a document of which another part has another text.
  case conflictingPart(path: String, id: String)
  /// A table of names or decisions that is none, its line, and what is wrong there.
  case invalidTable(Table, path: String, line: Int, expected: String, found: String)
  /// What a table tells.
  public enum Table: Sendable {
    case names, decisions
  }

  /// Parts and graphs are joined by different commands.
  case partsAndStores(part: String, store: String)

  /// Examples of a schema that fail, and those marked as pending that pass.
  case failedExamples(failed: Int, passing: Int, of: Int)
  /// The reader of standard output has gone away; nothing is said and the program ends quietly.
  case closedPipe
}
