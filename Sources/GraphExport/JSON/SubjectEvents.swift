internal import Bytes
internal import GraphModel

/// The events of the edges of one subject: which edge begins the line of each, and what else belongs to it. Takes 24
/// bytes for each statement that knows its event.
struct SubjectEvents {
  /// One piece of evidence.
  struct Row {
    fileprivate var document: UInt32
    fileprivate var sentence: UInt32
    fileprivate var event: UInt32
    fileprivate(set) var edge: EdgeID
    /// Whether the edge is that of a role.
    fileprivate var isRole: Bool
    /// The place among the evidence of the edge.
    fileprivate(set) var piece: UInt32

    /// Of one event those without role first.
    func precedes(_ other: Row) -> Bool {
      if document != other.document { return document < other.document }
      if (sentence, event) != (other.sentence, other.event) { return (sentence, event) < (other.sentence, other.event) }
      return (isRole ? 1 : 0, edge, piece) < (other.isRole ? 1 : 0, other.edge, other.piece)
    }

    func isOf(_ other: Row) -> Bool {
      document == other.document && sentence == other.sentence && event == other.event
    }
  }

  /// By document, sentence and event.
  private var rows: [Row] = []

  /// Adds a statement; sort before asking.
  mutating func add(_ evidence: Evidence, _ piece: Int, of edge: EdgeID, isRole: Bool) {
    guard let row = Self.row(evidence, piece, edge, isRole: isRole) else { return }
    rows.append(row)
  }

  mutating func sort() { rows.sort { $0.precedes($1) } }

  /// The statements of roles that belong to the line which this statement begins; nil when another one begins the line.
  ///
  /// - Parameter piece: its place among the evidence of the edge.
  /// - Complexity: O(log *n*) and the statements of the event.
  func roles(of evidence: Evidence, _ piece: Int, _ edge: EdgeID, isRole: Bool) -> [Row]? {
    guard var wanted = Self.row(evidence, piece, edge, isRole: isRole) else { return [] }
    wanted.isRole = false
    (wanted.edge, wanted.piece) = (EdgeID(0), 0)
    let first = rows.indices.first(behind: { rows[$0].precedes(wanted) })
    let event = rows[first...].prefix { $0.isOf(wanted) }
    guard let lead = event.first else { return [] }
    // Of several objects the first has the roles; the others have lines of their own.
    if lead.edge != edge || lead.piece != UInt32(clamping: piece) { return isRole ? nil : [] }
    return event.dropFirst().filter(\.isRole)
  }

  private static func row(_ evidence: Evidence, _ piece: Int, _ edge: EdgeID, isRole: Bool) -> Row? {
    evidence.event.map {
      Row(
        document: evidence.document.rawValue, sentence: UInt32(clamping: evidence.sentence),
        event: UInt32(clamping: $0), edge: edge, isRole: isRole, piece: UInt32(clamping: piece))
    }
  }
}
