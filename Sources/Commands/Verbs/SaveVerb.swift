internal import Bytes
internal import GraphQuery
internal import GraphModel

/// `save FILE`
struct SaveVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "save", usage: "save FILE",
    summary:
      "write the statements of this session that were answered as a script, without those that change the store",
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
    let script = session.kept
    if script.lines.isEmpty { throw .statement(CommandError.nothingToSave) }
    try session.refuseExisting(file)
    let text = script.lines.map { $0 + "\n" }.joined()
    do { try AtomicFile.replace(file, with: Array(text.utf8), inPlaceOf: .nothing) } catch { throw .statement(error) }
    let left = script.leftOut == 0 ? "" : "; left out: \(counted(script.leftOut, "change")) of the store"
    try session.tell("wrote \(file): \(counted(script.statements, "statement"))\(left)")
    return .answered
  }
}
