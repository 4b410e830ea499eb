internal import GraphQuery
internal import GraphStore

extension Session {
  func export(format: String, file: String?) throws(StatementFailure) -> Outcome {
    throw .statement(CommandError.nothingToExport)
  }
}
