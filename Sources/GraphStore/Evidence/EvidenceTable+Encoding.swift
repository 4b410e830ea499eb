internal import Bytes
internal import Succinct

extension EvidenceTable {
  /// Writes the section from rows in the order of the file, which it goes through twice.
  struct Encoder {
    /// A row before it is put into the form of the store; strings by their numbers in `STRINGS`, or nil.
    struct Row {
      var subject: Int
      var predicate: Int
      var sentence: Int
      var rules: [Int]
      var confidence: UInt8
      var time: Int?
      var place: Int?
      var quantity: Int?
      /// Whether the quantity is the name of the object.
      var quantityIsObject: Bool
      /// Where the subject stands, counted from anywhere in the text.
      var subjectRange: Range<Int>
      var spans: SpanPlaces
      var event: Int?
      var office: Int?
      var wording: Int?
      var adjuncts: AdjunctForm
    }

    /// Calls the function that it is given with each row, in their order.
    typealias Rows = (_ body: (Row) throws -> Void) throws -> Void

    private let columns: EvidenceColumns
    private let model: EvidenceModel

    /// - Parameters:
    ///   - statistics: of all rows.
    ///   - sentences: how many there are.
    init(_ statistics: EvidenceStatistics, sentences: Int) {
      columns = EvidenceColumns(statistics)
      model = EvidenceModel(
        sentences: sentences, times: columns.times.numbers.count, places: columns.places.numbers.count,
        quantities: columns.quantities.numbers.count, offices: columns.offices.numbers.count,
        wordings: columns.wordings.numbers.count)
    }

    /// The section of a store without evidence.
    static func withoutRows() throws -> EncodedSection {
      try Encoder(EvidenceStatistics(marks: []), sentences: 0).encoded(EvidenceStarts.Builder(), into: SectionOutput())
      { _ in }
    }

    /// The section.
    ///
    /// - Parameters:
    ///   - starts: which rows each edge has.
    ///   - output: gets the blocks.
    /// - Throws: what `rows` throws, and when the disk is full.
    func encoded(
      _ starts: consuming EvidenceStarts.Builder, into output: consuming SectionOutput, _ rows: @escaping Rows
    ) throws -> EncodedSection {
      var counts = FrequencyCounts()
      try code(rows, by: &counts) { _ in }
      let (tables, tableBytes) = counts.tables()
      var output = output
      var offsets = [0]
      var encoder = BlockEncoder(tables)
      try code(rows, by: &encoder) { encoder in
        try output.append(encoder.finish())
        offsets.append(output.count)
      }
      var head = ByteWriter()
      starts.finish(into: &head)
      MonotoneArray.encode(columns.ruleSets.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }, into: &head)
      PackedArray.encode(columns.ruleSets.flatMap { $0.map(UInt64.init) }, into: &head)
      for list in [columns.times, columns.places, columns.quantities] {
        MonotoneArray.encode(list.numbers, into: &head)
      }
      for list in [columns.offices, columns.wordings] {
        PackedArray.encode(list.numbers.map(UInt64.init), into: &head)
      }
      MonotoneArray.encode(columns.officePredicates, into: &head)
      MonotoneArray.encode(offsets, into: &head)
      return try Self.section(head.bytes, tables: tableBytes, try output.finished())
    }

    /// The digest is that of the section with the tables as they are, not packed.
    private static func section(
      _ head: [UInt8], tables: [UInt8], _ blocks: EncodedPart
    ) throws(BytesError) -> EncodedSection {
      let packed = FramePacker(level: 19).pack(tables)
      var hash = SHA256()
      hash.update(head)
      hash.update(tables)
      try blocks.forEachPiece { piece throws(BytesError) in hash.update(piece) }
      var writer = ByteWriter()
      writer.append(contentsOf: head)
      writer.append(UInt32(packed.count))
      writer.append(UInt32(0))
      writer.append(contentsOf: packed)
      return EncodedSection(parts: [.memory(writer.bytes), blocks], digest: hash.digest())
    }

    /// Passes all rows to `coder`, and calls `endOfBlock` behind each block.
    private func code<Coder: EvidenceCoder>(
      _ rows: @escaping Rows, by coder: inout Coder, endOfBlock: (inout Coder) throws -> Void
    ) throws {
      var block = Block()
      try rows { row in
        block.append(row, columns)
        if block.rows.count == EvidenceModel.blockLength {
          block.code(model, &coder)
          try endOfBlock(&coder)
        }
      }
      if !block.rows.isEmpty {
        block.code(model, &coder)
        try endOfBlock(&coder)
      }
    }
  }
}

/// The rows of one block.
private struct Block {
  private(set) var rows: [EvidenceRow] = []
  private var settings: [EvidenceModel.Setting] = []
  private var recent = EvidenceModel.Recent()
  /// Where the subjects of the rows stand.
  private var subjects: [Range<Int>] = []
  private var subject = -1

  mutating func append(_ row: EvidenceTable.Encoder.Row, _ columns: EvidenceColumns) {
    let reference = recent.row(of: row.sentence)
    var form = EvidenceRow()
    form.sentence = row.sentence
    form.ruleSet = columns.ruleSet(row.rules)
    form.confidence = Int(row.confidence)
    form.time = columns.times.rank(row.time)
    form.place = columns.places.rank(row.place)
    form.quantity = row.quantityIsObject ? EvidenceRow.objectName : columns.quantities.rank(row.quantity)
    form.spans = row.spans.form(isAsReference: reference.map { subjects[$0] } == row.subjectRange)
    form.event = row.event ?? -1
    form.office = columns.offices.rank(row.office)
    form.wording = columns.wordings.rank(row.wording)
    form.adjuncts = row.adjuncts
    recent.add(row.sentence, row: subjects.count)
    subjects.append(row.subjectRange)
    rows.append(form)
    settings.append(EvidenceModel.Setting(predicate: row.predicate, continuesSubject: row.subject == subject))
    subject = row.subject
  }

  /// Passes the rows to `coder`; then a new block begins.
  mutating func code<Coder: EvidenceCoder>(_ model: EvidenceModel, _ coder: inout Coder) {
    recent = EvidenceModel.Recent()
    for row in rows.indices { model.code(row, of: &rows, settings[row], &recent, &coder) }
    recent = EvidenceModel.Recent()
    rows.removeAll(keepingCapacity: true)
    settings.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
    subject = -1
  }
}
