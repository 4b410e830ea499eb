internal import GraphModel

/// The offices and memberships of one holder: what sentences of all documents say of when each began and ended.
///
/// Nothing ends without a sentence: one that says that the office ends, that the holder leaves the body or dies, that
/// the body dismisses him, or, where he has one office alone, that he resigns. What is denied, planned or expected ends
/// nothing, nor does the word of somebody else than holder and body.
struct Career: Sendable {
  private(set) var offices: [HeldOffice] = []
  /// Offices of which sentences tell without a date alone. Whether they are held on a day nobody knows.
  private(set) var undated: [HeldOffice] = []
  private var ofEdge: [EdgeID: [Int]] = [:]

  /// Bytes that it takes, about.
  var bytes: Int { offices.reduce(100 + 300 * undated.count) { $0 + 200 + 400 * $1.items.count } + 60 * ofEdge.count }

  /// Of the spells of all offices.
  private var endDays: [Int: Int] = [:]

  init(_ reader: CareerReader) {
    offices = reader.joinedOffices()
    let deaths = reader.deaths.isEmpty ? [] : [TenureEnds(reader.deaths)]
    let left = Dictionary(grouping: reader.departures, by: \.body).mapValues { TenureEnds($0.map(\.bound)) }
    for number in offices.indices {
      offices[number].arrange(deaths + (offices[number].body.flatMap { left[$0] }.map { [$0] } ?? []))
      for day in offices[number].endDays { endDays[day, default: 0] += 1 }
    }
    for resignation in reader.resignations.sorted(by: { Self.precedes($0.bound, $1.bound) }) { endOnly(resignation) }
    let dated = offices.reduce(into: Set<OfficeMark>()) { $0.formUnion([OfficeMark(body: $1.body)] + $1.marks) }
    undated = reader.undated.filter { !dated.contains($0.mark ?? OfficeMark(body: $0.body)) }
    for (number, office) in offices.enumerated() {
      for edge in office.edges { ofEdge[edge, default: []].append(number) }
    }
  }

  /// Ends the only office that is held when a sentence says that its holder resigns, or of several the only one of
  /// which the same document tells.
  private mutating func endOnly(_ resignation: CareerReader.Resignation) {
    let bound = resignation.bound
    // Another text may have told by name which one it was.
    let near = DaySpan.serial(bound.day).map { $0 - HeldOffice.daysOfNews...$0 + HeldOffice.daysOfNews }
    if near?.contains(where: { endDays[$0] != nil }) ?? false { return }
    let document = bound.evidence.document
    var held = offices.indices.filter { number in
      !offices[number].isMembership && offices[number].isOpen(on: bound.day, in: document)
        && offices[number].counts(resignation.source)
    }
    if resignation.isOfDocument || held.count > 1 { held = held.filter { offices[$0].isTold(in: document) } }
    guard held.count == 1 else { return }
    for day in offices[held[0]].endDays { endDays[day] = endDays[day].flatMap { $0 > 1 ? $0 - 1 : nil } }
    offices[held[0]].end(bound)
    for day in offices[held[0]].endDays { endDays[day, default: 0] += 1 }
  }

  private static func precedes(_ a: TenureBound, _ b: TenureBound) -> Bool { (a.day, a.edge) < (b.day, b.edge) }

  /// Whether one of the offices of which an edge tells is held on one of `days`; nil for an edge that tells of none.
  ///
  /// - Complexity: O(spells of these offices).
  func holds(_ edge: EdgeID, on days: DaySpan) -> Bool? {
    ofEdge[edge].map { numbers in numbers.contains { offices[$0].spells.contains { $0.holds(on: days) } } }
  }

  /// The offices of which an edge tells; none for other edges.
  func offices(of edge: EdgeID) -> [HeldOffice] { (ofEdge[edge] ?? []).map { offices[$0] } }
}
