internal import Bytes
internal import GraphQuery
internal import GraphModel

/// `save FILE`
struct SaveVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "save", usage: "save FILE", summary: "write the statements of this session that were answered as a script",
    operands: [.file], examples: ["save tour.tq"], allowsMark: true)
  static let isKept = false

  var file: String

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard words.count == 1 else { throw parser.wrongWords }
    file = words[0]
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    if session.isSafe { throw .statement(CommandError.notAllowedInSafeMode("writing a file")) }
    if session.asked.isEmpty { throw .statement(CommandError.nothingToSave) }
    do throws(CommandError) { try ExportTarget.refuseExisting(file, isForced: false) } catch { throw .statement(error) }
    let text = session.asked.map { $0 + "\n" }.joined()
    do { try AtomicFile.replace(file, with: Array(text.utf8), inPlaceOf: .nothing) } catch { throw .statement(error) }
    try session.tell("wrote \(file): \(counted(session.asked.count, "statement"))")
    return .answered
  }
}
