internal import GraphQuery

/// What a script expects of the statement before.
enum Expectation: Equatable {
  case rows(Int)
  case empty
  /// That it failed.
  case error
  case text(String, isThere: Bool)

  /// Whether a statement that found nothing is as expected.
  var isOfNothing: Bool {
    switch self {
    case .empty, .rows(0), .text(_, isThere: false): true
    default: false
    }
  }
}

/// A verb that looks at what the statement before gave.
protocol ExpectingVerb: SessionVerb {
  var expectation: Expectation { get }
}

extension Session {
  /// What `statement` expects of the one before; nil for a statement that expects nothing.
  func expectation(of statement: ScannedStatement) -> Expectation? {
    let parsed = try? StatementParser.parse(statement.text, at: statement.start, verbs: verbTable.session)
    return (parsed?.verb as? any ExpectingVerb)?.expectation
  }
}
