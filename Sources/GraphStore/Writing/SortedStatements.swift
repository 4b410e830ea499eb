internal import Bytes
internal import ExternalSort
internal import GraphModel

/// The statements of a store in their order on the disk, and what has to be known of them before they are written.
struct SortedStatements {
  private let file: ScratchFile
  private let symbols: [Symbol]
  private let firstSentence: [Int]
  let statistics: EvidenceStatistics
  private let shape: EvidenceStarts.Builder.Shape
  /// By ``EdgeLists/key(subject:symbol:object:source:)``.
  let edges: KeySorter

  /// Takes out all rows of `rows`.
  ///
  /// - Parameters:
  ///   - marks: as ``StringTable/tenureMarks``.
  ///   - firstSentence: that of each document.
  ///   - edges: an empty sorter.
  init(
    _ rows: ByteSorter, symbols: [Symbol], marks: Set<Int>, firstSentence: [Int], sortingBy edges: KeySorter,
    folder: String
  ) throws {
    let file = try ScratchFile(folder: folder)
    self.file = file
    self.symbols = symbols
    self.firstSentence = firstSentence
    self.edges = edges
    var counter = EdgeCounter()
    var statistics = EvidenceStatistics(marks: marks)
    var shape = EvidenceStarts.Builder.Shape()
    try rows.drain { bytes in
      let statement = NumberedStatement(Array(bytes))
      if let count = counter.add(statement.edge, hasEvidence: statement.evidence != nil) { shape.add(rows: count) }
      if counter.isNew {
        let edge = statement.edge
        try edges.append(
          EdgeLists.key(subject: edge.subject, symbol: edge.symbol, object: edge.object, source: edge.source))
      }
      if let row = EvidenceTable.Encoder.Row(statement, symbols, firstSentence) { statistics.add(row) }
      try file.appendCounted(bytes)
    }
    if let count = counter.finish() { shape.add(rows: count) }
    try file.flush()
    self.statistics = statistics
    self.shape = shape
  }

  /// Calls `body` with each piece of evidence.
  func forEach(_ body: (EvidenceTable.Encoder.Row) throws -> Void) throws {
    var reader = ScratchReader(file, 0..<file.count)
    while !reader.isAtEnd {
      if let row = EvidenceTable.Encoder.Row(NumberedStatement(try reader.counted()), symbols, firstSentence) {
        try body(row)
      }
    }
  }

  /// Which rows each edge has.
  func starts() throws -> EvidenceStarts.Builder {
    var starts = EvidenceStarts.Builder(shape)
    var counter = EdgeCounter()
    var reader = ScratchReader(file, 0..<file.count)
    while !reader.isAtEnd {
      var row = RowKeyReader(try reader.counted())
      let edge = NumberedStatement.Edge(reading: &row)
      if let count = counter.add(edge, hasEvidence: !row.isAtEnd) { starts.append(rows: count) }
    }
    if let count = counter.finish() { starts.append(rows: count) }
    return starts
  }
}

/// Counts the pieces of evidence of each edge.
private struct EdgeCounter {
  private var edge: NumberedStatement.Edge?
  private var rows = 0
  /// Whether the row added last is the first of its edge.
  private(set) var isNew = false

  /// Adds the next row.
  ///
  /// - Returns: how many pieces of evidence the edge before it has, when it is of another one.
  mutating func add(_ edge: NumberedStatement.Edge, hasEvidence: Bool) -> Int? {
    var finished: Int?
    isNew = edge != self.edge
    if isNew {
      finished = finish()
      self.edge = edge
      rows = 0
    }
    rows += hasEvidence ? 1 : 0
    return finished
  }

  /// How many pieces of evidence the last edge has; nil when there was none.
  func finish() -> Int? { edge == nil ? nil : rows }
}

extension EvidenceTable.Encoder.Row {
  /// Nil for a statement without evidence.
  fileprivate init?(_ row: NumberedStatement, _ symbols: [Symbol], _ firstSentence: [Int]) {
    guard let evidence = row.evidence else { return nil }
    /// Numbers are one more, 0 for none.
    func number(_ value: UInt32) -> Int? { value == 0 ? nil : Int(value) - 1 }
    let subject = evidence.ranges[0]
    self.init(
      subject: Int(row.edge.subject), predicate: symbols[Int(row.edge.symbol)].predicate,
      sentence: firstSentence[Int(evidence.document)] + Int(evidence.sentence),
      rules: evidence.rules.map { Int($0) - 1 },
      confidence: evidence.confidence, time: number(evidence.time), place: number(evidence.place),
      quantity: number(evidence.quantity), quantityIsObject: evidence.places.quantityIsObject,
      subjectRange: Int(subject.lowerBound)..<Int(subject.upperBound), spans: evidence.places.spans,
      event: number(evidence.event), office: number(evidence.office), wording: number(evidence.wording),
      adjuncts: evidence.places.adjuncts)
  }
}
