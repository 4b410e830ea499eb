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
  /// Whether the decision was taken back.
  var isTakenBack: Bool
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
    let record = Self.record(change.decision, isTakenBack: change.isTakenBack)
    switch format {
    case .auto, .table: try write([StyledText(Self.sentence(change.decision, isTakenBack: change.isTakenBack))])
    case .json, .jsonl, .tsv, .csv, .markdown, .html, .line: try write([record].lines(format, style))
    }
    try tell("written to \(storeName)" + (change.isTakenBack ? "" : "; undo takes it back"))
    return .answered
  }

  /// Carries out a step of many; tells where it stands when what it speaks of is not there, and goes on.
  ///
  /// - Returns: whether it was done.
  func carryOut(_ step: NamingStep?, _ place: String) throws(StatementFailure) -> Bool {
    guard let changeNaming, let step else { throw .statement(CommandError.unchangeable) }
    do {
      replaceGraph(try changeNaming(step).graph)
      return true
    } catch CommandError.goneMeanwhile(let name) {
      try tell("\(place): there is no “\(name)” of this type; left")
      return false
    } catch {
      throw .statement(error as? any DiagnosticError ?? CommandError.unchangeable)
    }
  }

  private func naming(_ entity: EntityID) -> NamingDecision.Entity {
    NamingDecision.Entity(name: graph.name(of: entity), type: graph.type(of: entity))
  }

  /// What is the case now.
  private static func sentence(_ decision: NamingDecision, isTakenBack: Bool) -> String {
    let isMerged = (decision.kind == .merge) != isTakenBack
    let again = isTakenBack ? " again" : ""
    return isMerged
      ? "\(decision.entity.name) is \(decision.other.name)\(again)"
      : "\(decision.entity.name) is an entity of its own\(again), apart from \(decision.other.name)"
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
