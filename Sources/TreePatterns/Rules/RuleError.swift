public import Bytes

/// Why rules were refused, or why an example of them fails. Files with an error are refused as a whole.
public enum RuleError: DiagnosticError, Equatable {
  /// Something else stands where one of several things may stand.
  case unexpected(place: String, expected: String, got: String)
  /// A name that nothing declares; `kind` says what was expected.
  case unknown(place: String, kind: String, name: String, nearest: String?)
  case duplicate(place: String, kind: String, name: String, first: String)
  case tooMany(place: String, what: String, limit: Int)
  /// An action of a node that has no word, or several.
  case wrongNode(place: String, name: String, reason: String)
  /// A rule without an action, an example or a counter-example.
  case incomplete(place: String, rule: String, lacks: String)

  public var code: String {
    switch self {
    case .unexpected: "rules.syntax"
    case .unknown: "rules.unknown"
    case .duplicate: "rules.duplicate"
    case .tooMany: "rules.size"
    case .wrongNode: "rules.node"
    case .incomplete: "rules.incomplete"
    }
  }

  public var place: String? {
    switch self {
    case .unexpected(let place, _, _), .unknown(let place, _, _, _), .duplicate(let place, _, _, _),
      .tooMany(let place, _, _), .wrongNode(let place, _, _), .incomplete(let place, _, _):
      place
    }
  }

  public var message: String {
    switch self {
    case .unexpected(_, let expected, let got): "expected \(expected), got \(got)"
    case .unknown(_, let kind, let name, let nearest):
      "expected \(kind), got \(name)\(nearest.map { "; did you mean \($0)?" } ?? "")"
    case .duplicate(_, let kind, let name, let first): "expected one \(kind) \(name), which already stands at \(first)"
    case .tooMany(_, let what, let limit): "expected at most \(limit) \(what), got more"
    case .wrongNode(_, let name, let reason): "expected a node with one word, got \(name), \(reason)"
    case .incomplete(_, let rule, let lacks): "expected the rule \(rule) to have \(lacks), found none"
    }
  }

  public var remedy: String? {
    switch self {
    case .tooMany: "split the rule, or leave something out"
    default: "Schema/README.md tells on one page what a rule may say"
    }
  }

  public var exitStatus: ExitStatus { .badData }
}
