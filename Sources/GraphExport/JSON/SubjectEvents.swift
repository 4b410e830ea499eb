internal import Bytes
internal import GraphModel

/// The events of the edges of one subject: which edge begins the line of each, and what else belongs to it. Takes 28
/// bytes for each statement that knows its event.
struct SubjectEvents {
  private struct Row {
    var document: UInt32
    var sentence: UInt32
    var event: UInt32
    var edge: EdgeID
    /// Whether the edge is that of a role.
    var isRole: Bool
    var range: Range<UInt32>

    /// Of one event those without role first.
    func precedes(_ other: Row) -> Bool {
      if document != other.document { return document < other.document }
      if (sentence, event) != (other.sentence, other.event) { return (sentence, event) < (other.sentence, other.event) }
      return (isRole ? 1 : 0, edge) < (other.isRole ? 1 : 0, other.edge)
    }

    func isOf(_ other: Row) -> Bool {
      document == other.document && sentence == other.sentence && event == other.event
    }
  }

  /// By document, sentence and event.
  private var rows: [Row] = []

  /// Adds a statement; sort before asking.
  mutating func add(_ piece: Evidence, of edge: Edge, isRole: Bool) {
    guard let row = Self.row(piece, edge.id, isRole: isRole) else { return }
    rows.append(row)
  }

  mutating func sort() { rows.sort { $0.precedes($1) } }

  /// What belongs to the line that this statement begins: edges of roles, each with the range of its filler; nil when
  /// another statement begins the line.
  ///
  /// - Complexity: O(log *n*) and the statements of the event.
  func roles(of piece: Evidence, _ edge: EdgeID, isRole: Bool) -> [(edge: EdgeID, range: Range<UInt32>)]? {
    guard var wanted = Self.row(piece, edge, isRole: isRole) else { return [] }
    wanted.isRole = false
    wanted.edge = EdgeID(0)
    let first = rows.indices.first(behind: { rows[$0].precedes(wanted) })
    let event = rows[first...].prefix { $0.isOf(wanted) }
    guard let lead = event.first else { return [] }
    // Of several objects the first has the roles; the others have lines of their own.
    if lead.edge != edge || lead.range != piece.object { return isRole ? nil : [] }
    return event.dropFirst().filter(\.isRole).map { ($0.edge, $0.range) }
  }

  private static func row(_ piece: Evidence, _ edge: EdgeID, isRole: Bool) -> Row? {
    piece.event.map {
      Row(
        document: piece.document.rawValue, sentence: UInt32(clamping: piece.sentence), event: UInt32(clamping: $0),
        edge: edge, isRole: isRole, range: piece.object)
    }
  }
}
