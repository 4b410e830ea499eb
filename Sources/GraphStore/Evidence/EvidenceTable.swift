internal import Bytes
internal import GraphModel
internal import Succinct

/// The evidence of all edges: rows in the order of the edges, in blocks that are coded each by itself. FORMAT.md gives
/// the bytes.
struct EvidenceTable: Sendable {
  let section: PagedView
  let rowCount: Int
  /// False in a store of a version that knows of no events.
  let hasEvents: Bool
  let starts: EvidenceStarts
  private let ruleSetStart: MonotoneArray
  /// Numbers in the table of strings.
  private let ruleStrings: PackedArray
  /// The same, of what is said of time, place and quantity.
  private let times: MonotoneArray
  private let places: MonotoneArray
  private let quantities: MonotoneArray
  /// The same, the most frequent first; nil in a store of a version that knows of no events.
  private let offices: PackedArray?
  private let wordings: PackedArray?
  /// Predicates with a row that tells of an office; nil up to version 3.
  private let officePredicates: MonotoneArray?
  private let offsets: MonotoneArray
  private let firstBlock: Int
  private let cache: EvidenceBlockCache

  init(
    _ section: PagedView, counts: StoreCounts, hasEvents: Bool, tables form: FrequencyTables.Form
  ) throws(BytesError) {
    var offset = 0
    self.section = section
    self.hasEvents = hasEvents
    starts = try EvidenceStarts(section, at: &offset, edges: counts.edges, rows: counts.evidence)
    rowCount = counts.evidence
    ruleSetStart = try MonotoneArray(section, at: &offset)
    ruleStrings = try PackedArray(section, at: &offset)
    times = try MonotoneArray(section, at: &offset)
    places = try MonotoneArray(section, at: &offset)
    quantities = try MonotoneArray(section, at: &offset)
    offices = hasEvents ? try PackedArray(section, at: &offset) : nil
    wordings = hasEvents ? try PackedArray(section, at: &offset) : nil
    officePredicates = form == .columns ? try MonotoneArray(section, at: &offset) : nil
    offsets = try MonotoneArray(section, at: &offset)
    let blocks = (rowCount + EvidenceModel.blockLength - 1) / EvidenceModel.blockLength
    // Each block has at least its state, which bounds the number of rows by the size of the file.
    guard let tables = section.load(offset, as: UInt32.self), offsets.count == blocks + 1,
      ruleStrings.count == ruleSetStart.largest, offset + 8 + Int(tables) <= section.count,
      offsets.largest == section.count - offset - 8 - Int(tables), offsets.largest >= 4 * blocks
    else { throw section.damage("the evidence") }
    let frame = offset + 8..<offset + 8 + Int(tables)
    firstBlock = frame.upperBound
    let model = EvidenceModel(
      sentences: counts.sentences, times: times.count, places: places.count, quantities: quantities.count,
      offices: offices?.count ?? 0, wordings: wordings?.count ?? 0, hasEvents: hasEvents)
    cache = EvidenceBlockCache(
      section: section, tables: frame, form: form,
      contextLimit: EvidenceModel.contextLimit(predicates: counts.predicates), model: model, blocks: blocks)
  }

  /// The rows of block `number`, kept or decoded; nil, with the damage remembered, when they cannot be had.
  ///
  /// - Parameter settings: what the edge of each of these rows adds.
  private func block(_ number: Int, settings: (Range<Int>) -> [EvidenceModel.Setting]) -> [EvidenceRow]? {
    let first = number * EvidenceModel.blockLength
    let rows = first..<min(first + EvidenceModel.blockLength, rowCount)
    let range = offsets.range(number)
    return cache.block(
      number, rows: rows, at: firstBlock + range.lowerBound..<firstBlock + range.upperBound, settings: settings)
  }

  /// Row `row` and the rows before it in its block; nil, with the damage remembered, when they cannot be had.
  func rows(upTo row: Int, settings: (Range<Int>) -> [EvidenceModel.Setting]) -> ArraySlice<EvidenceRow>? {
    guard row >= 0, row < rowCount else {
      section.recordDamage("evidence \(row) of \(rowCount)")
      return nil
    }
    return block(row / EvidenceModel.blockLength, settings: settings)?[...(row % EvidenceModel.blockLength)]
  }

  /// Numbers of the strings of rule set `number`, in order.
  func rules(_ number: Int) -> [Int] {
    guard number >= 0, number < ruleSetStart.count - 1 else {
      section.recordDamage("rule set \(number) is not there")
      return []
    }
    let range = ruleSetStart.range(number)
    guard range.count <= GraphContent.Evidence.mostRules else {
      section.recordDamage("\(range.count) rules of one statement")
      return []
    }
    return range.map { Int(ruleStrings[$0]) }
  }

  /// The number of the string that a row has for its time; nil for none.
  func time(_ row: EvidenceRow) -> Int? { string(row.time, times) }
  func place(_ row: EvidenceRow) -> Int? { string(row.place, places) }
  /// Nil also when it is the name of the object.
  func quantity(_ row: EvidenceRow) -> Int? {
    row.quantity == EvidenceRow.objectName ? nil : string(row.quantity, quantities)
  }

  /// Nil for none.
  func office(_ row: EvidenceRow) -> Int? { word(row.office, offices) }
  /// Whether a row of an edge with `predicate` may tell of an office; up to version 3 it is not known, and true.
  func mayTellOfOffices(_ predicate: Int) -> Bool {
    officePredicates.map { $0.count(in: predicate..<predicate + 1) > 0 } ?? true
  }

  /// Nil for none.
  func wording(_ row: EvidenceRow) -> Int? { word(row.wording, wordings) }

  private func word(_ rank: Int, _ list: PackedArray?) -> Int? {
    guard rank != 0 else { return nil }
    guard let list, rank > 0, rank <= list.count else {
      section.recordDamage("string \(rank) of \(list?.count ?? 0)")
      return nil
    }
    return Int(list[rank - 1])
  }

  private func string(_ place: Int, _ list: MonotoneArray) -> Int? {
    guard place != 0 else { return nil }
    guard place > 0, place <= list.count else {
      section.recordDamage("string \(place) of \(list.count)")
      return nil
    }
    return list[place - 1]
  }
}
