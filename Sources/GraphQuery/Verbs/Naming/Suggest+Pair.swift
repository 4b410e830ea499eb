public import GraphModel

extension Evaluator {
  /// Two entities as ``SuggestVerb`` shows them, as they are in the graph now.
  ///
  /// - Parameters:
  ///   - rule: why they are likely one, as ``Answer/Suggestions/Row/rule`` had it.
  ///   - clock: that of the statement; what there is no time for is left out.
  /// - Returns: the pair, the better connected one second.
  /// - Complexity: O(edges of both).
  public mutating func suggestion(
    of first: EntityID, and second: EntityID, rule: String, _ clock: StatementClock
  ) -> Answer.Suggestions.Row {
    begin(showing: limits.degrees, clock)
    let shared = self.shared(first, second)?.count ?? 0
    return suggestion(first, second, rule, shared: shared)
  }
}

extension Answer.Suggestions.Row {
  /// What people see who are asked about the pair.
  ///
  /// - Parameters:
  ///   - number: counted from 1.
  ///   - count: how many pairs there are.
  /// - Complexity: O(length of names and sentences).
  public func blocks(number: Int, of count: Int) -> [AnswerBlock] {
    var line = AnswerText("\(number) of \(count)  ", .faint)
    line.append(names)
    return [.line(line), .paragraph(AnswerText(grounds, .faint))] + sentences
  }

  /// Both names with their types.
  var names: AnswerText {
    var line = AnswerText(entity.name, .entity)
    line.append(" (\(entity.type))  ", .faint)
    line.append(other.name, .entity)
    line.append(" (\(other.type))", .faint)
    return line
  }

  /// `letters, 3 neighbors shared`.
  var grounds: String {
    "\(rule), " + (shared == 0 ? "nothing shared" : "\(counted(shared, "neighbor")) shared")
  }

  /// A sentence of each.
  var sentences: [AnswerBlock] {
    [proof, otherProof].compactMap { $0 }.map { .paragraph(AnswerText("\($0.document): \($0.sentence)")) }
  }
}
