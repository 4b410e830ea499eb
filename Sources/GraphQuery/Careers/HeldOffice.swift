internal import GraphModel

/// One office of one holder in one body, over all documents.
struct HeldOffice: Sendable {
  /// Whose it is; nil where no sentence tells.
  var body: EntityID?
  /// In the words of the text; nil where none names it: `heads the agency`.
  var name: String?
  /// The name by which it is the same in all texts: `chairman` of `chairwoman`.
  private(set) var key: String?
  /// Whether it is a membership, which nobody gives up by resigning.
  var isMembership = false
  /// Whether it is another than its last words name: that of a deputy.
  var isLesser = false
  /// Whether one person at a time has it.
  var isSole = false
  /// The relations of its edges.
  var predicates: Set<PredicateID> = []
  /// The edges whose sentences tell of it, in the order in which they were read.
  var edges: [EdgeID] = []
  var items: [TenureItem] = []
  /// Ends that are not of this office alone: of the holder's life, and of all that he is in the body.
  private var ends: [TenureEnds] = []
  private(set) var spells: [Spell] = []

  init(body: EntityID?, name: String?, key: String?) {
    self.body = body
    self.name = name
    self.key = key
  }

  mutating func add(_ item: TenureItem, _ edge: Edge) {
    items.append(item)
    tell(edge)
  }

  /// Keeps an edge whose sentence tells of it.
  mutating func tell(_ edge: Edge) {
    predicates.insert(edge.predicate)
    // Pieces of one edge come one after the other.
    if edges.last != edge.id { edges.append(edge.id) }
  }

  /// Takes what another row tells of the same office; its name where this has none.
  mutating func take(_ other: HeldOffice) {
    items += other.items.filter { $0.kind != .ends || counts($0.source) }
    predicates.formUnion(other.predicates)
    let known = Set(edges)
    edges += other.edges.filter { !known.contains($0) }
    isMembership = isMembership || other.isMembership
    isLesser = isLesser || other.isLesser
    isSole = isSole || other.isSole
    name = name ?? other.name
    key = key ?? other.key
  }

  /// Whether the word of `source` may end it: that of the body, or, for nil, of the text or the holder.
  func counts(_ source: EntityID?) -> Bool { source == nil || source == body }

  /// Makes the spells of what was told, and of ends that are of other offices, too.
  ///
  /// The word of somebody who is neither the holder nor the body ends nothing.
  ///
  /// - Complexity: O(*n* (log *n* + log *m*)) for its *n* items and *m* of these ends.
  mutating func arrange(_ ends: [TenureEnds]) {
    self.ends = ends
    arrange()
  }

  private mutating func arrange() {
    spells = [Spell](items.filter { $0.kind != .ends || counts($0.source) }, ends)
  }

  /// Ends it by a sentence that tells of no office.
  mutating func end(_ bound: TenureBound) {
    items.append(TenureItem(kind: .ends, bound: bound, last: bound.day))
    arrange()
  }

  /// Whether nothing has ended it, and it has begun by a day, or a sentence of the document tells of it.
  func isOpen(on day: String, in document: DocumentID) -> Bool {
    guard let last = spells.last, last.until == nil, last.lastKnown == nil, let first = last.firstDay else {
      return false
    }
    return first <= day || isTold(in: document)
  }

  /// The days on which sentences have ended it, since 1970-01-01.
  var endDays: [Int] { spells.compactMap { $0.until.flatMap { DaySpan.serial($0.day) } } }

  /// So long texts tell of one event.
  static let daysOfNews = 14

  /// Whether a sentence of `document` tells of it.
  func isTold(in document: DocumentID) -> Bool {
    ends.contains { $0.documents.contains(document) } || items.contains { $0.bound.evidence.document == document }
  }

  /// By which words it may be told: its key, and those at the end of it, for the foreign minister is a minister, the
  /// deputy is none; none without a key.
  var names: [Substring] {
    guard let key else { return [] }
    let spaces = isLesser ? [] : key.utf8.indices.filter { key.utf8[$0] == UInt8(ascii: " ") }
    return [key[...]] + spaces.map { key[key.utf8.index(after: $0)...] }
  }

  /// Its body with its key; nil without a key.
  var mark: OfficeMark? { key.map { OfficeMark(body: body, words: $0[...]) } }

  /// Its body with each of its names.
  var marks: [OfficeMark] { names.map { OfficeMark(body: body, words: $0) } }
}
