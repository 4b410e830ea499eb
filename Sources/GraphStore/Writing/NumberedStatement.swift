internal import GraphModel

/// A statement with its evidence as numbers: those of its parts as they came, then those of the store, by which rows
/// stand in the order of the store when their bytes are compared.
struct NumberedStatement {
  /// What is known of it by evidence.
  struct Evidence {
    var document: UInt32
    var sentence: UInt32
    /// Of subject, predicate and object in the text.
    var ranges: [Range<UInt32>]
    // Strings: one more than the number, 0 for none.
    var rules: [UInt32]
    var confidence: UInt8
    var time: UInt32
    var place: UInt32
    var quantity: UInt32
    var office: UInt32
    var wording: UInt32
    /// One more than the number of the event; 0 for none.
    var event: UInt32
    var adjuncts: [Range<UInt32>]
    /// It follows from the rest, and so has no part in the order.
    var places: SentenceEvidence
  }

  /// What the edge of a statement is.
  struct Edge: Equatable {
    var subject: UInt32
    var symbol: UInt32
    var object: UInt32
    /// One more than the number of who says so; 0 for nobody.
    var source: UInt32
  }

  var edge: Edge
  var evidence: Evidence?

  /// The row with the numbers that its parts have in the store.
  ///
  /// - Parameters:
  ///   - entities: the number of each entity in the store, by that in the row; likewise the others.
  func renumbered(entities: [UInt32], symbols: [UInt32], documents: [UInt32], strings: [UInt32]) -> NumberedStatement {
    func entity(_ number: UInt32) -> UInt32 { entities[Int(number)] }
    func string(_ number: UInt32) -> UInt32 { number == 0 ? 0 : strings[Int(number) - 1] + 1 }
    var row = self
    row.edge = Edge(
      subject: entity(edge.subject), symbol: symbols[Int(edge.symbol)], object: entity(edge.object),
      source: edge.source == 0 ? 0 : entity(edge.source - 1) + 1)
    guard let evidence else { return row }
    row.evidence = Evidence(
      document: documents[Int(evidence.document)], sentence: evidence.sentence, ranges: evidence.ranges,
      rules: evidence.rules.map(string), confidence: evidence.confidence, time: string(evidence.time),
      place: string(evidence.place), quantity: string(evidence.quantity), office: string(evidence.office),
      wording: string(evidence.wording), event: evidence.event, adjuncts: evidence.adjuncts, places: evidence.places)
    return row
  }
}

// Its bytes: in the order in which statements and evidence are compared.
extension NumberedStatement {
  init(_ bytes: [UInt8]) {
    var reader = RowKeyReader(bytes)
    edge = Edge(reading: &reader)
    evidence = reader.isAtEnd ? nil : Evidence(reading: &reader)
  }

  /// Appends all to `row`; a row without evidence is how those of its edge begin.
  func append(to row: inout RowKeyWriter) {
    for number in [edge.subject, edge.symbol, edge.object, edge.source] { row.append(number) }
    evidence?.append(to: &row)
  }
}

extension NumberedStatement.Edge {
  init(reading reader: inout RowKeyReader) {
    subject = reader.number()
    symbol = reader.number()
    object = reader.number()
    source = reader.number()
  }
}

extension NumberedStatement.Evidence {
  fileprivate init(reading reader: inout RowKeyReader) {
    func range(from start: UInt32) -> Range<UInt32> {
      let end = reader.number()
      return start..<max(start, end)
    }
    document = reader.number()
    sentence = reader.number()
    ranges = (0..<3).map { _ in range(from: reader.number()) }
    rules = []
    while true {
      let rule = reader.number()
      if rule == 0 { break }
      rules.append(rule)
    }
    confidence = reader.byte()
    time = reader.number()
    place = reader.number()
    quantity = reader.number()
    office = reader.number()
    wording = reader.number()
    event = reader.number()
    adjuncts = []
    while true {
      let start = reader.number()
      if start == 0 { break }
      adjuncts.append(range(from: start - 1))
    }
    places = SentenceEvidence(reading: &reader)
  }

  fileprivate func append(to row: inout RowKeyWriter) {
    row.append(document)
    row.append(sentence)
    for range in ranges {
      row.append(range.lowerBound)
      row.append(range.upperBound)
    }
    for rule in rules { row.append(rule) }
    row.append(0 as UInt32)
    row.append(confidence)
    for number in [time, place, quantity, office, wording, event] { row.append(number) }
    for range in adjuncts {
      row.append(range.lowerBound + 1)
      row.append(range.upperBound)
    }
    row.append(0 as UInt32)
    places.append(to: &row)
  }
}

extension SentenceEvidence {
  fileprivate init(reading reader: inout RowKeyReader) {
    quantityIsObject = reader.byte() == 1
    spans = SpanPlaces(reading: &reader)
    adjuncts = AdjunctForm(reading: &reader)
  }

  fileprivate func append(to row: inout RowKeyWriter) {
    row.append(quantityIsObject ? 1 : 0 as UInt8)
    spans.append(to: &row)
    adjuncts.append(to: &row)
  }
}
