internal import GraphQuery

/// The verbs of the statements.
enum Vocabulary {
  static let session: [any StatementVerb.Type] = [
    ExportVerb.self, SetVerb.self, RunVerb.self, HistoryVerb.self, HelpVerb.self, QuitVerb.self,
  ]

  /// Every verb, in the order of help.
  static let all: [any StatementVerb.Type] = VerbList.queries + VerbList.naming + session

  static var names: [String] { all.map { $0.syntax.name } }
  static var namesAndAliases: [String] { all.flatMap { [$0.syntax.name] + $0.syntax.aliases } }

  /// The syntax of the verb called `word`; nil when there is none.
  static func syntax(of word: String) -> VerbSyntax? { all.named(word)?.syntax }

  /// Reads a statement, whether it was typed at the prompt, stands in a script or was given on the command line.
  static func read(_ statement: ScannedStatement) throws(StatementFailure) -> ParsedStatement {
    do throws(QueryError) {
      return try StatementParser.parse(statement.text, at: statement.start, verbs: all)
    } catch {
      throw .statement(error)
    }
  }
}
