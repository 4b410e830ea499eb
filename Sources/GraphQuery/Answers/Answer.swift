internal import Bytes

/// What a statement gave.
public struct Answer: Sendable {
  public var content: any AnswerContent
  /// What limits and settings left out, in reading order.
  public var notes: [Note] = []
  /// Nil when the search ran to its end.
  public var cutOff: CutOff?
  public var elapsed = Duration.zero

  public init(_ content: any AnswerContent, notes: [Note] = []) {
    self.content = content
    self.notes = notes
  }

  /// Whether there is nothing to show: no row, no path. An ambiguous name counts as no answer.
  public var isEmpty: Bool { content.isEmpty }

  /// Whether neither a bound of work nor a limit of rows left anything out.
  ///
  /// - Complexity: O(number of notes).
  public var isComplete: Bool {
    cutOff == nil
      && !notes.contains {
        switch $0 {
        case .rowsLeftOut, .insideLeftOut: true
        default: false
        }
      }
  }
}

extension Answer {
  /// What an answer does not show.
  public enum Note: Sendable, Equatable {
    /// Rows or paths behind the limit.
    case rowsLeftOut(Int, limit: Int)
    /// Lines on what is in a place behind the limit.
    case insideLeftOut(Int, limit: Int)
    /// More paths exist than were asked for; how many is not known.
    case morePaths(limit: Int)
    /// More rows fit the patterns than are looked at; how many is not known.
    case moreMatches(limit: Int)
    /// Negated, possible, expected, planned, desired and obligatory statements.
    case claimsLeftOut(Int)
    /// Statements that are somebody's word.
    case reportedLeftOut(Int)
    /// Statements without a date, where a period was asked for or a timeline drawn.
    case undatedLeftOut(Int)
    /// Statements that do not hold at the time that was asked for.
    case notThenLeftOut(Int)
    /// Terms of offices that are not held at the time that was asked for.
    case termsOfOtherTimes(Int)
    /// The longest path looked for, where the query did not say.
    case longestPath(Int)
    /// Some walks that prove rows have more edges than are shown.
    case walksCut(Int)
    /// There is no path, and none was looked for through nouns of several documents, such as this one.
    case noPathThrough(Entity)
    /// Of nouns of several documents, such as this one, only what one document says was joined.
    case nounsApart(Entity)
    /// Both ends are the same entity.
    case sameEnds
    /// Descriptions in which the name stands, or sentences that only name it.
    case linksBeside(Int)
    /// Words of a search that no sentence has.
    case wordsNotFound([String])
    /// The graph has nothing of a name, but of another one of the same.
    case readAs(String, Entity)
    /// Some words of a name, the entity that is meant by them, and others that have them.
    case readAsOneOf(String, Entity, [Entity])
    /// Words that no relation of the schema has for a name, and the predicates that tell what they say; beside those
    /// that are called so, if there are any.
    case toldAs(String, [String], isBeside: Bool)
    /// Words, and the relations that tell what they say, none of which the graph has.
    case toldByNone(String, [String])
    /// An alternative of relations that the graph does not have, and what was probably meant.
    case alternativeLeftOut(String, [String])
    /// A canonical name was taken though it is also an alias of others.
    case alsoAliasOf(name: String, others: [Entity])

    /// What a limit may be raised to.
    private static func more(than limit: Int) -> Int { 10 * max(1, min(limit, 100_000_000)) }

    /// One sentence without final period.
    ///
    /// - Complexity: O(length of the sentence).
    public var text: String {
      switch self {
      case .rowsLeftOut(let count, let limit): "\(count) more not shown; limit \(limit + count) shows all"
      case .insideLeftOut(let count, let limit):
        "\(count) more on what is in it not shown; limit \(limit + count) shows all"
      case .morePaths(let limit): "there are more paths; \(limit) shown, limit \(Self.more(than: limit)) shows more"
      case .moreMatches(let limit): "more rows fit; \(limit) shown, limit \(Self.more(than: limit)) shows more"
      case .claimsLeftOut(let count):
        "\(count) negated or uncertain \(count == 1 ? "statement" : "statements") left out; --claims shows them"
      case .reportedLeftOut(let count):
        "\(counted(count, "statement")) on somebody's word left out; set said on shows them"
      case .undatedLeftOut(let count): "\(count) without a date left out"
      case .notThenLeftOut(let count):
        counted(count, "statement") + " of other times left out; without at they are shown"
      case .termsOfOtherTimes(let count): counted(count, "term") + " of other times left out; without at they are shown"
      case .longestPath(QueryLimits.longestPath): "no path longer than \(QueryLimits.longestPath) was looked for"
      case .longestPath(let length): "no path longer than \(length) was looked for; max N sets the bound"
      case .walksCut(let length): "of walks longer than \(length) edges the first \(length) are shown"
      case .noPathThrough(let noun): "no path goes through a noun that several documents use, such as \(noun.name)"
      case .nounsApart(let noun):
        "at a noun that several documents use, such as \(noun.name), only what one of them says was joined"
      case .sameEnds: "both ends are the same entity; neighbors shows what stands around it"
      case .linksBeside(let count):
        counted(count, "description or sentence", "descriptions or sentences")
          + " with the name; neighbors and why show them"
      case .wordsNotFound(let words):
        "no sentence has " + words.map { "“\($0)”" }.joined(separator: ", ")
      case .readAs(let name, let entity): "\(name) is read as \(entity.name)"
      case .readAsOneOf(let name, let entity, let others):
        "\(name) is read as \(entity.name), not as "
          + others.map { "\($0.name) (\($0.idText))" }.joined(separator: ", ")
      case .toldAs(let words, let names, let isBeside):
        "\(words) is \(isBeside ? "also " : "")told as " + names.joined(separator: ", ")
      case .toldByNone(let words, let names):
        "\(words) is told as \(names.joined(separator: ", ")), which no statement of the graph says"
      case .alternativeLeftOut(let name, let suggestions):
        "no relation is called “\(name.shortened())”"
          + (suggestions.isEmpty ? "" : "; did you mean " + suggestions.joined(separator: ", ") + "?")
      case .alsoAliasOf(let name, let others):
        "\(name) also names " + others.map { "\($0.name) (\($0.idText))" }.joined(separator: ", ")
      }
    }
  }
}
