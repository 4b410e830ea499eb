internal import Bytes

/// Why a statement did not come to its end.
enum StatementFailure: Error {
  /// Something is wrong with the statement; the session goes on.
  case statement(any DiagnosticError)
  /// A stream cannot be written any more; the program ends.
  case stream(CommandError)

  static func wrap<T>(_ body: () throws(CommandError) -> T) throws(StatementFailure) -> T {
    do { return try body() } catch { throw .statement(error) }
  }

  static func stream<T>(_ body: () throws(CommandError) -> T) throws(StatementFailure) -> T {
    do { return try body() } catch { throw .stream(error) }
  }
}
