public import GraphModel

/// What a verb found: rows for programs, blocks for people, edges for an export. Each is made when it is asked for.
public protocol AnswerContent: Sendable {
  /// Whether there is nothing to show: no row, no path.
  var isEmpty: Bool { get }
  /// What is said in place of an empty answer, without final period.
  var emptyText: String { get }
  /// The rows for programs; none where nothing was found.
  var records: AnswerRows<Record> { get }
  /// What people see; nothing where nothing was found.
  ///
  /// - Parameter bounds: of more rows the first are shown, and ``AnswerBlock/undrawn(_:)`` tells of the others.
  /// - Complexity: O(rows within the bounds), each with its names.
  func blocks(within bounds: DrawingBounds) -> [AnswerBlock]
  /// What an export of the answer has; nil for an answer without edges or entities.
  var part: AnswerPart? { get }
}

extension AnswerContent {
  public var isEmpty: Bool { false }
  public var emptyText: String { "there is nothing to show" }
  public var part: AnswerPart? { nil }
  /// What people see, with as many rows as a table has room for.
  ///
  /// - Complexity: O(rows).
  public var blocks: [AnswerBlock] { blocks(within: DrawingBounds()) }
}

/// The part of the graph that an answer shows.
public struct AnswerPart: Sendable, Equatable {
  public var edges: [EdgeID]
  /// Entities besides those at the ends of ``edges``.
  public var entities: [EntityID]
  /// Those that were asked about.
  public var highlighted: [EntityID]

  /// Bytes that it takes.
  public var bytes: Int { 4 * (edges.count + entities.count + highlighted.count) }

  public init(edges: [EdgeID], entities: [EntityID] = [], highlighted: [EntityID] = []) {
    self.edges = edges
    self.entities = entities
    self.highlighted = highlighted
  }
}

extension Answer {
  /// Of a statement that was stopped before it had found anything.
  public struct Nothing: AnswerContent {
    public init() {}

    public var isEmpty: Bool { true }
    public var records: AnswerRows<Record> { [] }
    public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] { [] }
  }
}
