internal import GraphQuery
internal import GraphModel

extension Session {
  /// Paths for a person: each as one line where that is wide enough, and below it the sentence of each edge.
  func lines(of paths: Answer.Paths, _ style: OutputStyle) -> [String] {
    let showsSentences = settings.showsSentences ?? (paths.paths.count <= Self.fewPaths)
    return paths.paths.flatMap { path in
      path.lines(from: paths.start, style) + (showsSentences ? sentences(of: path, style) : [])
    }
  }

  /// Up to so many paths are shown with their sentences unless a setting says otherwise.
  private static var fewPaths: Int { 3 }

  /// `e12  the sentence (document, date)` for each edge.
  private func sentences(of path: Answer.Paths.Path, _ style: OutputStyle) -> [String] {
    let width = path.steps.map(\.statement.idText.count).max() ?? 0
    return path.steps.flatMap { step -> [String] in
      guard let proof = proof(of: step.statement.edge.id) else { return [] }
      let id = step.statement.idText
      var text = proof.marked(style, brackets: false)
      text.append(" (\([proof.document, proof.date].compactMap { $0 }.joined(separator: ", ")))", .faint)
      let indent = String(repeating: " ", count: width + 4)
      var lines = text.wrapped(to: style.width, indent: indent).map { $0.rendered(color: style.color) }
      let head = StyledText("  " + id + String(repeating: " ", count: width - id.count + 2), .faint)
      lines[0] = head.rendered(color: style.color) + lines[0].dropFirst(indent.count)
      return lines
    }
  }

  /// The first piece of evidence of an edge.
  private func proof(of edge: EdgeID) -> Answer.Explanation.Proof? {
    let nowhere = SourceRange(SourcePosition(), SourcePosition())
    let query = Query(verb: .why(EdgeReference(id: edge, range: nowhere)), range: nowhere)
    guard case .why(let explanation)? = try? evaluator.answer(query).body else { return nil }
    return explanation.proofs.first
  }
}
