internal import GraphModel

/// Reads what the evidence of a holder's edges says of offices.
struct CareerReader {
  private let holder: EntityID
  private let nothing: EntityID?
  /// Offices by body and words, in the order in which they are met; the relation tells apart those without words.
  private var offices: [HeldOffice] = []
  private var numbers: [Key: Int] = [:]
  private(set) var deaths: [TenureBound] = []
  /// From which bodies the holder goes, and who dismisses him.
  private(set) var departures: [(body: EntityID, bound: TenureBound)] = []
  /// Ends of which nothing tells whose; some are of an office of which the same document tells.
  private(set) var resignations: [Resignation] = []
  /// Offices of which a sentence tells without a date, each with the edge of it.
  private(set) var undated: [HeldOffice] = []
  /// By body and name: which one of these.
  private var undatedNumbers: [Key: Int] = [:]

  /// An end of which nothing tells whose.
  struct Resignation {
    var bound: TenureBound
    /// Whether it is of an office of which the same document tells.
    var isOfDocument: Bool
    /// Who says so, where that is neither the text nor the holder.
    var source: EntityID?
  }

  private struct Key: Hashable {
    var body: EntityID?
    var name: String?
    var predicate: PredicateID?
  }

  init(of holder: EntityID, nothing: EntityID?) {
    self.holder = holder
    self.nothing = nothing
  }

  /// Whether a piece of evidence tells that its subject has or had an office, or is a member.
  static func tellsOffice(_ piece: Evidence) -> Bool {
    guard let mark = TenureMark(among: piece.rules) else { return piece.office != nil }
    switch mark {
    case .former, .undated: return false
    case .leads, .joins, .past: return true
    case .begins, .ends, .leaves, .retires, .dismisses, .expels, .current, .belongs, .dies, .killed:
      return piece.office != nil
    }
  }

  /// Whether from a piece of evidence alone no day follows on which an office is held: it tells that it is over, or of
  /// a time that nobody knows.
  static func tellsNoDay(_ piece: Evidence) -> Bool {
    switch TenureMark(among: piece.rules) {
    case .former, .undated: true
    case .ends: piece.office != nil
    default: false
    }
  }

  /// Reads a piece of evidence of an edge of the holder.
  ///
  /// - Parameters:
  ///   - isRole: whether the object takes part in the event as a role alone: Beta of `left Acme for Beta`.
  ///   - documentDate: of its document; nil where none is known.
  mutating func read(_ piece: Evidence, of edge: Edge, isRole: Bool, documentDate: String?) {
    let mark = TenureMark(among: piece.rules)
    let time = TenureTime(piece.time, documentDate: documentDate)
    if edge.object == holder, edge.subject != holder {
      guard !isRole, counts(edge), let end = time.ending(edge.id, piece) else { return }
      switch mark {
      // `died of a stroke`: the stroke killed him, as the schema words it.
      case .killed, .dies: deaths.append(end)
      case .expels: departures.append((edge.subject, end))
      case .dismisses:
        departures.append((edge.subject, end))
        resignations.append(Resignation(bound: end, isOfDocument: true))
      default: break
      }
      return
    }
    switch mark {
    case .dies: if counts(edge), let end = time.ending(edge.id, piece) { deaths.append(end) }
    case .ends where piece.office == nil:
      guard edge.object == nothing || isRole, let end = time.ending(edge.id, piece) else { return }
      resignations.append(Resignation(bound: end, isOfDocument: false, source: source(of: edge)))
    case .retires:
      guard let end = time.ending(edge.id, piece) else { return }
      resignations.append(Resignation(bound: end, isOfDocument: true, source: source(of: edge)))
    case .leaves:
      guard edge.object != nothing, !isRole, counts(edge), let end = time.ending(edge.id, piece) else { return }
      departures.append((edge.object, end))
    case .killed, .dismisses, .expels: break
    case .undated: addUndated(piece, edge, mark)
    case .former:
      guard let end = time.ending(edge.id, piece) else { return addUndated(piece, edge, mark) }
      let item = TenureItem(kind: .ends, bound: end, last: end.day, source: source(of: edge))
      add(item, piece.office.flatMap { TenureMark.withoutFirstWord($0.lowercased()) }, edge, mark)
    case .current:
      addTold(piece, time, piece.office.flatMap { TenureMark.withoutFirstWord($0.lowercased()) }, edge, mark)
    case .begins, .ends, .past, .leads, .joins, .belongs: addTold(piece, time, piece.office?.lowercased(), edge, mark)
    case nil: if piece.office != nil { addTold(piece, time, piece.office?.lowercased(), edge, mark) }
    }
  }

  /// Whether an edge may end something: the text says so, or the one whom it concerns.
  private func counts(_ edge: Edge) -> Bool {
    switch edge.degree {
    case .fact: true
    case .reported: edge.attribution == edge.subject || edge.attribution == edge.object
    case .claim: false
    }
  }

  /// Who says so, where that is neither the text, nor the holder, nor the object.
  private func source(of edge: Edge) -> EntityID? { counts(edge) ? nil : edge.attribution }

  private mutating func addTold(
    _ piece: Evidence, _ time: TenureTime, _ name: String?, _ edge: Edge, _ mark: TenureMark?
  ) {
    let items = time.items(edge.id, piece, mark)
    if items.isEmpty, mark != .ends { addUndated(piece, edge, mark) }
    for var item in items {
      item.source = source(of: edge)
      add(item, name, edge, mark)
    }
  }

  /// Keeps an office in the words of the text, once a body and name.
  private mutating func addUndated(_ piece: Evidence, _ edge: Edge, _ mark: TenureMark?) {
    let (body, name) = (edge.object == nothing ? nil : edge.object, piece.office?.lowercased())
    let place = Key(body: body, name: name, predicate: nil)
    if let known = undatedNumbers[place] {
      undated[known].tell(edge)
    } else {
      let plain = mark == .former || mark == .current ? name.flatMap(TenureMark.withoutFirstWord) : name
      var office = HeldOffice(body: body, name: name, key: TenureMark.otherName(among: piece.rules) ?? plain)
      office.isMembership = mark == .joins || mark == .belongs
      office.tell(edge)
      undatedNumbers[place] = undated.count
      undated.append(office)
    }
  }

  private mutating func add(_ item: TenureItem, _ name: String?, _ edge: Edge, _ mark: TenureMark?) {
    let body = edge.object == nothing ? nil : edge.object
    let key = Key(
      body: body, name: TenureMark.otherName(among: item.bound.evidence.rules) ?? name,
      predicate: name == nil ? edge.predicate : nil)
    let number = numbers[key] ?? offices.count
    if number == offices.count {
      numbers[key] = number
      offices.append(HeldOffice(body: body, name: name, key: key.name))
    }
    offices[number].add(item, edge)
    if mark == .joins || mark == .belongs { offices[number].isMembership = true }
    if item.bound.evidence.rules.contains(TenureMark.lesserOffice) { offices[number].isLesser = true }
    if item.bound.evidence.rules.contains(TenureMark.soleOffice) { offices[number].isSole = true }
  }

  // MARK: - Rows of one office

  /// The offices, each once: what is told without words, with fewer of them, or without the body is added to the only
  /// office that it can mean.
  ///
  /// - Complexity: O(offices × words of their names), if few are told by the same words in the same documents.
  func joinedOffices() -> [HeldOffice] {
    var rows = OfficeRows(offices)
    rows.fold(
      by: { $0.name == nil ? OfficeMark(body: $0.body) : nil },
      told: { $0.name != nil ? [OfficeMark(body: $0.body)] : [] }
    ) { row, other in other.isMembership == row.isMembership }
    rows.fold(by: { $0.name != nil && $0.body != nil ? $0.mark : nil }, told: { $0.body != nil ? $0.marks : [] }) {
      row, other in !other.predicates.isDisjoint(with: row.predicates)
    }
    rows.fold(
      by: { $0.name != nil && $0.body == nil ? $0.key : nil },
      told: { $0.body != nil ? [$0.key].compactMap(\.self) : [] }
    ) { _, _ in true }
    rows.fold(by: { $0.name != nil && $0.body == nil ? $0.key?[...] : nil }, told: { $0.body != nil ? $0.names : [] }) {
      row, other in row.items.contains { other.isTold(in: $0.bound.evidence.document) }
    }
    return rows.rows
  }
}
