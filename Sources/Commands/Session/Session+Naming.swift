internal import Bytes
internal import GraphQuery
internal import GraphModel

/// What a session asks of its store; entities by name, because the store may have changed since it was opened.
enum NamingStep: Sendable {
  case merge(NamingDecision.Entity, into: NamingDecision.Entity)
  case apart(NamingDecision.Entity, from: NamingDecision.Entity)
  case split(String, from: NamingDecision.Entity)
  case undo
}

/// What came of a ``NamingStep``.
struct NamingChange<Graph: GraphView> {
  /// The graph after it.
  var graph: Graph
  var decision: NamingDecision
  var effect: Effect

  enum Effect {
    case made, takenBack
    /// It stands already, and nothing was written.
    case stood
  }
}

extension Session {
  /// Carries out a decision on who is who and tells what it was.
  func decide(_ verb: any NamingVerb, text: String) throws(StatementFailure) -> Outcome {
    let name = type(of: verb).syntax.name
    if isSafe { throw .statement(CommandError.notAllowedInSafeMode(name)) }
    if isReadOnly { throw .statement(CommandError.readOnly(name)) }
    evaluator.limits = settings.limits
    let target: NamingTarget
    do throws(QueryError) {
      target = try evaluator.target(of: verb)
    } catch {
      throw .statement(error)
    }
    if let damage = damage() { throw .statement(damage) }
    let step: NamingStep
    switch target {
    case .ambiguous(let ambiguity):
      try tell(ambiguity, in: text)
      return .empty
    case .merge(let entity, let other): step = .merge(naming(entity), into: naming(other))
    case .apart(let entity, let other): step = .apart(naming(entity), from: naming(other))
    case .split(let name, let entity): step = .split(name, from: naming(entity))
    case .undo: step = .undo
    case .stopped: return try outcome(of: clock.cutOff ?? .cancelled)
    }
    guard let changeNaming else { throw .statement(CommandError.unchangeable) }
    let change: NamingChange<Graph>
    do {
      change = try changeNaming(step)
    } catch {
      throw .statement(error as? any DiagnosticError ?? CommandError.unchangeable)
    }
    replaceGraph(change.graph)
    let record = Self.record(change.decision, isTakenBack: change.effect == .takenBack)
    switch format {
    case .auto, .table: try write([StyledText(Self.sentence(change.decision, change.effect))])
    case .json, .jsonl, .tsv, .csv, .markdown, .html, .line: try write([record].lines(format, style))
    }
    switch change.effect {
    case .made: try tell("written to \(storeName); undo takes it back")
    case .takenBack: try tell("written to \(storeName)")
    case .stood: try tell("nothing is written")
    }
    return .answered
  }

  /// Carries out a step of many; tells where it stands when what it speaks of is not there, and goes on.
  ///
  /// - Returns: what came of it; nil where it was not done.
  func carryOut(_ step: NamingStep, _ place: String) throws(StatementFailure) -> NamingChange<Graph>? {
    guard let changeNaming else { throw .statement(CommandError.unchangeable) }
    do {
      let change = try changeNaming(step)
      replaceGraph(change.graph)
      return change
    } catch CommandError.goneMeanwhile(let name) {
      try tell(Self.gone(name, place))
      return nil
    } catch {
      throw .statement(error as? any DiagnosticError ?? CommandError.unchangeable)
    }
  }

  /// What is told at `place`, of many, where nothing is called `name`.
  static func gone(_ name: String, _ place: String) -> String {
    "\(place): there is no “\(name)” of this type; left"
  }

  /// Tells what came of many decisions.
  ///
  /// - Parameter standing: how many of them stood already.
  func tellDecided(merged: Int, apart: Int, left: Int, standing: Int = 0) throws(StatementFailure) {
    try tell(
      "\(counted(merged, "pair")) made one, \(apart) kept two, \(left) left for later"
        + (standing > 0 ? ", \(standing) decided so already" : "")
        + (merged + apart > 0 ? "; undo takes one back at a time" : ""))
  }

  private func naming(_ entity: EntityID) -> NamingDecision.Entity {
    NamingDecision.Entity(name: graph.name(of: entity), type: graph.type(of: entity))
  }

  /// What is the case now.
  static func sentence(_ decision: NamingDecision, _ effect: NamingChange<Graph>.Effect) -> String {
    let isTakenBack = effect == .takenBack
    let isSameName = decision.entity.name == decision.other.name
    let names = [decision.entity, decision.other].map { isSameName ? "\($0.name) (\($0.type))" : $0.name }
    if isTakenBack, decision.kind == .split, decision.names.isEmpty {
      return "whether \(names[0]) is \(names[1]) is open again"
    }
    if effect == .stood {
      return decision.kind == .merge
        ? "\(names[0]) is \(names[1]) already" : "\(names[0]) and \(names[1]) are kept two already"
    }
    let isMerged = (decision.kind == .merge) != isTakenBack
    let again = isTakenBack ? " again" : ""
    return isMerged
      ? "\(names[0]) is \(names[1])\(again)"
      : "\(names[0]) is an entity of its own\(again), apart from \(names[1])"
  }

  private static func record(_ decision: NamingDecision, isTakenBack: Bool) -> Record {
    var record = Record()
    record.add("decision", .text(decision.kind == .merge ? "merge" : decision.names.isEmpty ? "apart" : "split"))
    record.add("taken_back", .text(isTakenBack ? "yes" : "no"))
    record.add("entity", .text(decision.entity.name))
    record.add("entity_type", .text(decision.entity.type))
    record.add("other", .text(decision.other.name))
    record.add("other_type", .text(decision.other.type))
    record.add("names", .list(decision.names))
    return record
  }
}
