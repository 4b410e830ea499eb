/// What the evidence of a store has in its columns, from which the lists of the section `EVIDENCE` are made: strings by
/// their numbers in `STRINGS`.
struct EvidenceStatistics {
  /// The rules that are a ``TenureMark``.
  private let marks: Set<Int>
  private(set) var rows = 0
  /// The predicates of the rows that tell of an office.
  fileprivate var officePredicates: Set<Int> = []
  fileprivate var ruleSets: [[Int]: Int] = [:]
  fileprivate var times: Set<Int> = []
  fileprivate var places: Set<Int> = []
  fileprivate var quantities: Set<Int> = []
  fileprivate var offices: [Int: Int] = [:]
  fileprivate var wordings: [Int: Int] = [:]

  init(marks: Set<Int>) { self.marks = marks }

  /// Counts a row.
  mutating func add(_ row: EvidenceTable.Encoder.Row) {
    rows += 1
    ruleSets[row.rules, default: 0] += 1
    if let time = row.time { times.insert(time) }
    if let place = row.place { places.insert(place) }
    if let quantity = row.quantity, !row.quantityIsObject { quantities.insert(quantity) }
    if let office = row.office { offices[office, default: 0] += 1 }
    if let wording = row.wording { wordings[wording, default: 0] += 1 }
    if row.office != nil || row.rules.contains(where: marks.contains) { officePredicates.insert(row.predicate) }
  }
}

/// The lists of strings and rules that rows of evidence refer to, and the places in them.
struct EvidenceColumns {
  /// The sets of rules that occur, the most frequent first: small numbers are told by fewer bits.
  let ruleSets: [[Int]]
  private let ruleSetNumbers: [[Int]: Int]
  let times: StringRanks
  let places: StringRanks
  let quantities: StringRanks
  let offices: StringRanks
  let wordings: StringRanks
  /// Ascending.
  let officePredicates: [Int]

  init(_ statistics: EvidenceStatistics) {
    let sorted = statistics.ruleSets.sorted { a, b in
      a.value != b.value ? a.value > b.value : a.key.lexicographicallyPrecedes(b.key)
    }
    ruleSets = sorted.map(\.key)
    ruleSetNumbers = Dictionary(uniqueKeysWithValues: ruleSets.enumerated().map { ($1, $0) })
    times = StringRanks(ascending: statistics.times)
    places = StringRanks(ascending: statistics.places)
    quantities = StringRanks(ascending: statistics.quantities)
    offices = StringRanks(mostFrequent: statistics.offices)
    wordings = StringRanks(mostFrequent: statistics.wordings)
    officePredicates = statistics.officePredicates.sorted()
  }

  func ruleSet(_ rules: [Int]) -> Int { ruleSetNumbers[rules, default: 0] }

  /// The numbers of the strings that a column has, and the place of each.
  struct StringRanks {
    let numbers: [Int]
    private let ranks: [Int: Int]

    fileprivate init(ascending all: Set<Int>) { self.init(all.sorted()) }

    fileprivate init(mostFrequent counts: [Int: Int]) {
      self.init(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
    }

    private init(_ numbers: [Int]) {
      self.numbers = numbers
      ranks = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    }

    /// One more than the place of `number`; 0 for nil.
    func rank(_ number: Int?) -> Int { number.flatMap { ranks[$0] }.map { $0 + 1 } ?? 0 }
  }
}
