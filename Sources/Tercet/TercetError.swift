public import Bytes

/// What can go wrong with what was given: a file, a schema, a store, a statement.
///
///     do {
///       let graph = try NewsGraph(path: "news.tercet")
///     } catch {
///       print("\(error.place ?? ""): \(error.message)")
///       if let remedy = error.remedy { print(remedy) }
///     }
public struct TercetError: DiagnosticError, Equatable {
  /// Stable across versions: `store.checksum`.
  public let code: String
  /// `file:line:column`, a path, or the place in a statement; nil where there is none.
  public let place: String?
  /// What was expected and what was found, one sentence without final period.
  public let message: String
  /// What to do next; nil where there is nothing sensible to say.
  public let remedy: String?
  /// The status with which the program `tercet` ends for it.
  public let exitStatus: ExitStatus

  init(_ error: any DiagnosticError) {
    self.init(
      error.code, place: error.place, message: error.message, remedy: error.remedy, exitStatus: error.exitStatus)
  }

  init(_ code: String, place: String? = nil, message: String, remedy: String?, exitStatus: ExitStatus) {
    self.code = code
    self.place = place
    self.message = message
    self.remedy = remedy
    self.exitStatus = exitStatus
  }
}
