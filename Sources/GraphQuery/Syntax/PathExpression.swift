/// A regular expression over relations: `leads/(memberOf|partOf)*`.
public indirect enum PathExpression: Sendable, Equatable {
  /// A relation by any of its names.
  case relation(NameReference)
  /// `.`: any relation.
  case any
  /// `^p`: the pattern walked from object to subject.
  case inverse(PathExpression)
  case sequence([PathExpression])
  case alternatives([PathExpression])
  /// `* + ? {m,n}`; without a maximum when nil.
  case repeated(PathExpression, minimum: Int, maximum: Int?)

  /// Whether it may be a plain list: `attack/in` is one where it is a role, which the names of a graph tell.
  var mayBePlainList: Bool {
    switch self {
    case .relation, .any: true
    case .alternatives(let parts): parts.allSatisfy(\.mayBePlainList)
    case .sequence(let parts):
      parts.count == 2 && parts.allSatisfy { if case .relation = $0 { true } else { false } }
    case .inverse, .repeated: false
    }
  }

  /// Whether the pattern only lists relations, so that it restricts the edges of a path one by one.
  ///
  /// - Complexity: O(size of the pattern).
  public var isPlainList: Bool {
    switch self {
    case .relation, .any: true
    case .alternatives(let parts): parts.allSatisfy(\.isPlainList)
    case .inverse, .sequence, .repeated: false
    }
  }
}

/// What stands behind `via`.
public struct ViaClause: Sendable, Equatable {
  public var pattern: PathExpression
  public var range: SourceRange

  public init(pattern: PathExpression, range: SourceRange) {
    self.pattern = pattern
    self.range = range
  }
}
