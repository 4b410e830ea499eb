internal import GraphQuery

/// What a statement asks for, whether it was typed at the prompt, read from a script or given on the command line.
enum Command: Sendable, Equatable {
  case query(Query)
  case naming(NamingStatement)
  case export(format: String, file: String?)
  /// Both nil: list all settings.
  case set(name: String?, value: String?)
  case run(file: String)
  case history(limit: Int?)
  case help(topic: String?)
  case quit
}
