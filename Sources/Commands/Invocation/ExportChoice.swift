internal import GraphExport
internal import GraphModel
internal import GraphQuery
internal import GraphStore

/// What of a graph is exported, as options say it.
enum ExportChoice {
  case whole
  /// What lies around entities.
  case around([String], depth: Int)
  /// What a statement answers.
  case answer(String)

  /// - Throws: ``CommandError/conflictingOptions(_:_:command:)`` for two choices.
  init(_ arguments: ParsedArguments) throws(CommandError) {
    let given = ["around", "path", "query"].filter { arguments.value($0) != nil }
    if given.count > 1 { throw .conflictingOptions("--\(given[0])", "--\(given[1])", command: "export") }
    let depth = try arguments.integer("depth", in: 0...100) ?? 1
    switch given.first {
    case "around": self = .around(arguments.all("around"), depth: depth)
    case "path":
      let ends = arguments.all("path").suffix(2).map(Self.operand)
      let moment = arguments.value("at").map { " at \($0)" } ?? ""
      self = .answer("path \(ends.joined(separator: " to "))\(moment)")
    case "query" where arguments.value("at") != nil:
      throw .conflictingOptions("--query", "--at", command: "export")
    case "query": self = .answer(arguments.value("query") ?? "")
    default: self = .whole
    }
  }

  /// A name as statements have it; `#12` stays an id.
  static func operand(_ name: String) -> String {
    let isID = name.hasPrefix("#") && UInt32(name.dropFirst()) != nil
    return isID ? name : NameSpelling.quotation(name)
  }
}

extension Invocation {
  /// What `choice` names; nil when a name is ambiguous or a statement has no edges to give, which is said.
  func part(_ choice: ExportChoice, of graph: StoredGraph) throws -> Subgraph? {
    var degrees = StatementDegrees.all
    // A statement answers what it answers elsewhere.
    var showsClaims = true
    if case .answer = choice { showsClaims = false }
    if !arguments.isOn("claims", otherwise: showsClaims) { degrees.remove(.claims) }
    if !arguments.isOn("said", otherwise: true) { degrees.remove(.reported) }
    let limits = QueryLimits(degrees: degrees, memory: .max)
    var evaluator = Evaluator(graph: graph, limits: limits, cancellation: program.interrupt.cancellation)
    evaluator.otherNames = KnownNames.others(of:)
    evaluator.relationWordings = KnownWordings.relations(of:)
    switch choice {
    case .whole:
      guard let days = try evaluator.resolved(try moment()) else { return .whole(showing: degrees) }
      return Subgraph(edges: evaluator.edges(showing: degrees, holdingOn: days), showing: degrees)
    case .around(let names, let depth):
      var parts: [Neighborhood] = []
      let days = try evaluator.resolved(try moment())
      for name in names {
        // The evaluator looks names up with all their variants.
        let facts = try evaluator.answer(try Query(parsing: "facts \(ExportChoice.operand(name)) limit 1"))
        if try tellAmbiguity(of: facts) { return nil }
        guard let facts = facts.content as? Answer.Facts else { continue }
        let near = evaluator.neighborhood(of: facts.entity.id, depth: depth, showing: degrees, on: days)
        if let note = near.note { try tell("note: \(note.text)") }
        parts.append(near)
      }
      return Subgraph(parts, showing: degrees)
    case .answer(let statement):
      let answer = try evaluator.answer(try Query(parsing: statement))
      if try tellAmbiguity(of: answer) { return nil }
      guard let part = Subgraph(answer), !answer.isEmpty else {
        try tell("the statement has no answer that could be exported")
        return nil
      }
      for note in answer.notes { try tell("note: \(note.text)") }
      return part
    }
  }

  /// What `--at` says; nil where it is not given.
  private func moment() throws(CommandError) -> Moment? {
    guard let text = arguments.value("at") else { return nil }
    guard let moment = Moment(text) else {
      throw .invalidValue(option: "--at", value: text, expected: Moment.form, suggestion: nil)
    }
    return moment
  }

  /// Whether a name of the statement means several entities, which are told.
  private func tellAmbiguity(of answer: Answer) throws -> Bool {
    guard let ambiguity = answer.content as? Answer.Ambiguity else { return false }
    try tell("“\(ambiguity.reference.spelling)” names several entities; choose one by its id, such as #12:")
    for line in AnswerRenderer(style: messageStyle).lines(ambiguity.blocks) { try program.messages.writeLine(line) }
    return true
  }
}
