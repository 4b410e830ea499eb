internal import Bytes
internal import GraphModel
internal import GraphQuery
internal import GraphStore

extension DecideVerb {
  /// Asks at the prompt about the pairs that `verb` finds, one after the other. Each decision is in the store when the
  /// next pair is shown.
  func ask<Graph: GraphView>(
    about verb: SuggestVerb, limit: Int?, in session: Session<Graph>
  ) throws(StatementFailure) -> Session<Graph>.Outcome {
    guard session.canAsk else { throw .statement(CommandError.nobodyToAsk) }
    guard session.changeNaming != nil else { throw .statement(CommandError.unchangeable) }
    let found = try answer(to: verb, limit: limit ?? Session<Graph>.allRows, in: session)
    if session.cancellation.isCancelled { return .interrupted }
    guard let rows = (found as? Answer.Suggestions)?.rows, !rows.isEmpty else {
      try session.tell(found.emptyText, .plain)
      return .empty
    }
    var queue = PairQueue(
      rows.map { PairQueue.Pair(entity: $0.entity.naming, other: $0.other.naming, rule: $0.rule) })
    // A pager would stand between a pair and its question.
    let pager = session.standardOutput.pager
    session.standardOutput.pager = nil
    defer { session.standardOutput.pager = pager }
    session.hasAnswered = true
    let each = rows.count == 1 ? "" : "each "
    try session.tell("\(counted(rows.count, "pair")), \(each)likely one; ? tells what to answer")
    var isDone = false
    while !isDone, !session.cancellation.isCancelled, let (number, pair) = queue.take() {
      isDone = try !ask(about: pair, number, &queue, in: session)
    }
    try session.tellDecided(merged: queue.merged, apart: queue.keptApart, left: queue.open)
    return queue.last == nil ? .empty : .answered
  }

  /// What `verb` finds.
  private func answer<Graph: GraphView>(
    to verb: SuggestVerb, limit: Int, in session: Session<Graph>
  ) throws(StatementFailure) -> any AnswerContent {
    session.evaluator.limits = session.settings.limits
    let answer: Answer
    do throws(QueryError) {
      answer = try session.evaluator.answer(Query(verb, limit: limit), session.clock)
    } catch {
      throw .statement(error)
    }
    try session.refuseDamage()
    if let cutOff = answer.cutOff { _ = try session.outcome(of: cutOff) }
    return answer.content
  }

  /// Shows a pair, asks until an answer can be read, and does what it says.
  ///
  /// - Returns: whether to go on.
  private func ask<Graph: GraphView>(
    about pair: PairQueue.Pair, _ number: Int, _ queue: inout PairQueue, in session: Session<Graph>
  ) throws(StatementFailure) -> Bool {
    let place = "\(number) of \(queue.pairs.count)"
    // Nobody's time to think counts as that of the statement.
    session.beginStatement()
    guard let row = try row(pair, place, in: session) else {
      queue.leave(pair)
      return true
    }
    try session.write([RenderedLine.empty])
    let blocks = row.blocks(number: number, of: queue.pairs.count)
    try session.write(AnswerRenderer(style: session.style).lines(blocks))
    let (entity, other) = (row.entity.naming, row.other.naming)
    while let line = try session.reply(to: PairReply.question(width: session.style.width)) {
      switch PairReply(line) {
      case .same: return try decide(.merge(entity, into: other), pair, number, &queue, place, in: session)
      case .two: return try decide(.apart(entity, from: other), pair, number, &queue, place, in: session)
      case .later:
        queue.leave(pair)
        return true
      case .undo:
        if try takeBack(&queue, in: session) { return true }
      case .quit: return false
      case .help: try session.write(PairReply.explanation.map { StyledText($0) })
      case nil: try session.write([StyledText("“\(line.shortened())” is no answer; ? tells what to answer")])
      }
    }
    return false
  }

  /// The pair as it is in the graph now; nil, which is told, where one of both is not there any more.
  private func row<Graph: GraphView>(
    _ pair: PairQueue.Pair, _ place: String, in session: Session<Graph>
  ) throws(StatementFailure) -> Answer.Suggestions.Row? {
    var ids: [EntityID] = []
    for entity in [pair.entity, pair.other] {
      guard let id = session.graph.entity(entity.name, type: entity.type) else {
        try session.tell(Session<Graph>.gone(entity.name, place))
        return nil
      }
      ids.append(id)
    }
    session.evaluator.limits = session.settings.limits
    let row = session.evaluator.suggestion(of: ids[0], and: ids[1], rule: pair.rule, session.clock)
    try session.refuseDamage()
    return row
  }

  /// Carries a decision out and tells what is the case now.
  private func decide<Graph: GraphView>(
    _ step: NamingStep, _ pair: PairQueue.Pair, _ number: Int, _ queue: inout PairQueue, _ place: String,
    in session: Session<Graph>
  ) throws(StatementFailure) -> Bool {
    guard let change = try session.carryOut(step, place) else {
      queue.leave(pair)
      return true
    }
    // What another program decided meanwhile is not to be taken back here.
    if change.effect == .made { queue.note(step, number: number) } else { queue.leave(pair) }
    try session.tell(Session<Graph>.sentence(change.decision, change.effect))
    return true
  }

  /// Takes the last decision of these back, unless somebody else has decided since.
  ///
  /// - Returns: whether it did.
  private func takeBack<Graph: GraphView>(
    _ queue: inout PairQueue, in session: Session<Graph>
  ) throws(StatementFailure) -> Bool {
    guard let last = queue.last else {
      try session.write([StyledText("nothing is decided yet")])
      return false
    }
    if session.hasChangedMeanwhile { try session.readAnew() }
    guard let latest = session.graph.decisions.last, last.isStep(of: latest) else {
      try session.write([
        StyledText("another program has decided or taken back since; behind q, undo goes on from there")
      ])
      return false
    }
    guard let change = try session.carryOut(.undo, "") else { return false }
    try session.tell(Session<Graph>.sentence(change.decision, change.effect))
    queue.takeBack()
    return true
  }
}

extension Answer.Entity {
  fileprivate var naming: NamingDecision.Entity { NamingDecision.Entity(name: name, type: type) }
}

extension NamingStep {
  /// Whether `decision` is what came of this step.
  fileprivate func isStep(of decision: NamingDecision) -> Bool {
    switch self {
    case .merge(let entity, let other):
      decision.kind == .merge && decision.entity == entity && decision.other == other
    case .apart(let entity, let other):
      decision.kind == .split && decision.names.isEmpty && decision.entity == entity && decision.other == other
    case .split, .undo: false
    }
  }
}
