public import GraphModel

/// One parsed statement. Names are still words: the evaluator looks them up in its graph.
public struct Query: Sendable, Equatable {
  public enum Verb: Sendable, Equatable {
    case neighbors(NeighborsQuery)
    case path(PathQuery)
    case facts(EntityReference)
    case find(text: String)
    case why(EdgeReference)
    /// Why the names of an entity are one.
    case whyEntity(EntityReference)
    case timeline(TimelineQuery)
    case types
    case relations
    case stats
  }

  public var verb: Verb
  /// `limit N`: how many rows or paths to show; nil for the evaluator's own limit.
  public var limit: Int?
  /// `--claims`: whether negated and uncertain statements are shown too; nil for the evaluator's own setting.
  public var showsClaims: Bool?
  public var range: SourceRange

  public init(verb: Verb, limit: Int? = nil, showsClaims: Bool? = nil, range: SourceRange) {
    self.verb = verb
    self.limit = limit
    self.showsClaims = showsClaims
    self.range = range
  }
}

/// An entity as a person wrote it.
public struct EntityReference: Sendable, Equatable {
  /// The name without its quotes, words separated by single spaces; `#12` for an id.
  public var spelling: String
  /// Set when written as `#12`.
  public var id: EntityID?
  public var range: SourceRange

  public init(spelling: String, id: EntityID? = nil, range: SourceRange) {
    self.spelling = spelling
    self.id = id
    self.range = range
  }
}

/// An edge as a person wrote it: `e12`, `12` or `#12`. Answers print `e12`.
public struct EdgeReference: Sendable, Equatable {
  public var id: EdgeID
  public var range: SourceRange

  public init(id: EdgeID, range: SourceRange) {
    self.id = id
    self.range = range
  }
}

/// A word to be looked up, such as the name of a type.
public struct NameReference: Sendable, Equatable {
  public var spelling: String
  public var range: SourceRange

  public init(spelling: String, range: SourceRange) {
    self.spelling = spelling
    self.range = range
  }
}

/// `neighbors E [via REL] [in|out|both] [type T] [since D] [until D] [min N] [depth N] [limit N]`
public struct NeighborsQuery: Sendable, Equatable {
  public var entity: EntityReference
  /// Alternatives of relations; nil for all.
  public var via: ViaClause?
  public var direction = Direction.both
  /// Shows only neighbors of this type; the walk to greater depths is not bound by it.
  public var type: NameReference?
  public var period = Period()
  public var minimumSupport = 0
  public var depth = 1

  public init(entity: EntityReference) { self.entity = entity }
}

/// `path A to B [via REGEX] [max N] [shortest K | all | all shortest] [avoid E,…] [no-hubs N] [without REL] [since D]
/// [until D] [directed] [weighted]`
public struct PathQuery: Sendable, Equatable {
  public enum Selection: Sendable, Equatable {
    /// The first so many in the order (length, edge ids).
    case shortest(Int)
    case allShortest
    /// Every path up to the maximal length.
    case all
  }

  public var start: EntityReference
  public var end: EntityReference
  /// Which relations. A relation, or alternatives of relations, restricts each edge of the path; a pattern with operators
  /// (`/ * + ? {} ^`) is matched by the whole path and reads each relation forwards unless `^` stands before it.
  public var via: ViaClause?
  public var maximalLength: Int?
  public var selection = Selection.shortest(1)
  public var avoided: [EntityReference] = []
  /// No entity between the ends may have more edges than this.
  public var hubDegree: Int?
  public var isDirected = false
  /// Relations that no edge may have; nil for none.
  public var without: ViaClause?
  public var period = Period()
  /// Whether the paths whose edges are best supported come first, not the shortest.
  public var isWeighted = false

  public init(start: EntityReference, end: EntityReference) {
    self.start = start
    self.end = end
  }
}

/// `timeline E [since D] [until D]`
public struct TimelineQuery: Sendable, Equatable {
  public var entity: EntityReference
  public var period = Period()

  public init(entity: EntityReference) { self.entity = entity }
}

/// A period by dates of any precision: `2025`, `2025-04`, `2025-04-03`, both ends included.
public struct Period: Sendable, Equatable {
  public var since: String?
  public var until: String?

  public init(since: String? = nil, until: String? = nil) {
    self.since = since
    self.until = until
  }

  public var isUnbounded: Bool { since == nil && until == nil }
}
