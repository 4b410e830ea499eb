public import GraphModel

/// What a verb found, in values that need no graph to be shown: rows for programs, blocks for people, edges for an
/// export.
public protocol AnswerContent: Sendable {
  /// Whether there is nothing to show: no row, no path.
  var isEmpty: Bool { get }
  /// What is said in place of an empty answer, without final period.
  var emptyText: String { get }
  /// The rows for programs; none where nothing was found.
  var records: [Record] { get }
  /// What people see; nothing where nothing was found.
  var blocks: [AnswerBlock] { get }
  /// What an export of the answer has; nil for an answer without edges or entities.
  var part: AnswerPart? { get }
}

extension AnswerContent {
  public var isEmpty: Bool { false }
  public var emptyText: String { "there is nothing to show" }
  public var part: AnswerPart? { nil }
}

/// The part of the graph that an answer shows.
public struct AnswerPart: Sendable, Equatable {
  public var edges: [EdgeID]
  /// Entities besides those at the ends of ``edges``.
  public var entities: [EntityID]
  /// Those that were asked about.
  public var highlighted: [EntityID]

  public init(edges: [EdgeID], entities: [EntityID] = [], highlighted: [EntityID] = []) {
    self.edges = edges
    self.entities = entities
    self.highlighted = highlighted
  }
}
