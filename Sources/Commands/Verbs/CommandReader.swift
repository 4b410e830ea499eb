internal import Bytes
internal import GraphQuery

/// Reads a statement: the front end's own verbs here, all others by GraphQuery's parser.
enum CommandReader {
  static func read(_ statement: ScannedStatement) throws(StatementFailure) -> Command {
    let words = Words(statement.text)
    if let first = words.list.first, !first.isQuoted, let row = verb(first.text), row.isNaming {
      do throws(QueryError) {
        return .naming(try QueryParser.parseNaming(statement))
      } catch {
        throw .statement(error)
      }
    }
    guard let first = words.list.first, let row = verb(first.text), row.isOfFrontEnd else {
      do throws(QueryError) {
        let others = VerbRow.all.filter { $0.isOfFrontEnd || $0.isNaming }.flatMap { [$0.name] + $0.aliases }
        return .query(try QueryParser.parse(statement, otherVerbs: others))
      } catch {
        throw .statement(error)
      }
    }
    do throws(CommandError) {
      return try command(row, words.list.dropFirst().map(\.text))
    } catch {
      throw .statement(error)
    }
  }

  /// A leading period or backslash, as other shells write their own verbs, is accepted.
  private static func verb(_ word: String) -> VerbRow? {
    VerbRow.named(word) ?? (word.hasPrefix(".") || word.hasPrefix("\\") ? VerbRow.named(String(word.dropFirst())) : nil)
  }

  private static func command(_ row: VerbRow, _ arguments: [String]) throws(CommandError) -> Command {
    switch (row.name, arguments.count) {
    case ("export", 1...2): return .export(format: arguments[0], file: arguments.count == 2 ? arguments[1] : nil)
    case ("set", 0): return .set(name: nil, value: nil)
    case ("set", 2...): return .set(name: arguments[0], value: arguments.dropFirst().joined(separator: " "))
    case ("run", 1): return .run(file: arguments[0])
    case ("history", 0): return .history(limit: nil)
    case ("history", 1):
      if let limit = Int(arguments[0]), limit > 0 { return .history(limit: limit) }
    case ("help", 0): return .help(topic: nil)
    case ("help", 1): return .help(topic: arguments[0])
    case ("quit", 0): return .quit
    default: break
    }
    throw .invalidStatement(verb: row.name, expected: row.usage)
  }
}
