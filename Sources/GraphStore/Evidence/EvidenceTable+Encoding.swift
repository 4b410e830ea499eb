internal import Bytes
internal import Succinct

extension EvidenceTable {
  /// Collects rows in the order of the file, then writes the section.
  struct Encoder {
    private var rows: [EvidenceRow] = []
    private var settings: [EvidenceModel.Setting] = []
    private var recent = EvidenceModel.Recent()
    /// Where the subjects of the rows of this block stand.
    private var subjects: [Range<Int>] = []
    private var subject = -1

    /// A row before it is put into the form of the store; strings by their numbers in `STRINGS`, or nil.
    struct Row {
      var subject: Int
      var predicate: Int
      var sentence: Int
      var ruleSet: Int
      var confidence: UInt8
      var time: Int?
      var place: Int?
      var quantity: Int?
      /// Whether the quantity is the name of the object.
      var quantityIsObject: Bool
      var spans: EvidenceSpans
      var event: Int?
      var office: Int?
      var wording: Int?
      /// Counted from the start of the sentence.
      var adjuncts: [Range<Int>]
    }

    private let ruleSets: [[Int]]
    private let times: StringRanks
    private let places: StringRanks
    private let quantities: StringRanks
    private let offices: FrequentStrings
    private let wordings: FrequentStrings
    private let model: EvidenceModel

    /// - Parameters:
    ///   - times: numbers of the strings that rows have for their time, one a row; likewise the others.
    ///   - sentences: how many there are.
    init(
      ruleSets: [[Int]], times: [Int], places: [Int], quantities: [Int], offices: [Int], wordings: [Int],
      sentences: Int
    ) {
      self.ruleSets = ruleSets
      self.times = StringRanks(times)
      self.places = StringRanks(places)
      self.quantities = StringRanks(quantities)
      self.offices = FrequentStrings(offices)
      self.wordings = FrequentStrings(wordings)
      model = EvidenceModel(
        sentences: sentences, times: self.times.numbers.count, places: self.places.numbers.count,
        quantities: self.quantities.numbers.count, offices: self.offices.numbers.count,
        wordings: self.wordings.numbers.count)
    }

    /// The section of a store without evidence.
    static var withoutRows: EncodedSection {
      Encoder(ruleSets: [], times: [], places: [], quantities: [], offices: [], wordings: [], sentences: 0)
        .encoded(rowCounts: [])
    }

    /// Adds the next row.
    mutating func append(_ row: Row, in scene: SpanScene) {
      if rows.count % EvidenceModel.blockLength == 0 {
        recent = EvidenceModel.Recent()
        subjects.removeAll(keepingCapacity: true)
        subject = -1
      }
      let reference = recent.row(of: row.sentence)
      var form = EvidenceRow()
      form.sentence = row.sentence
      form.ruleSet = row.ruleSet
      form.confidence = Int(row.confidence)
      form.time = times.rank(row.time)
      form.place = places.rank(row.place)
      form.quantity = row.quantityIsObject ? EvidenceRow.objectName : quantities.rank(row.quantity)
      form.spans = SpanForm(row.spans, in: scene, reference: reference.map { subjects[$0] })
      form.event = row.event ?? -1
      form.office = offices.rank(row.office)
      form.wording = wordings.rank(row.wording)
      form.adjuncts = AdjunctForm(row.adjuncts, in: scene.sentence)
      recent.add(row.sentence, row: subjects.count)
      subjects.append(row.spans.subject)
      rows.append(form)
      settings.append(EvidenceModel.Setting(predicate: row.predicate, continuesSubject: row.subject == subject))
      subject = row.subject
    }

    /// The section.
    ///
    /// - Parameter rowCounts: how many rows each edge has.
    func encoded(rowCounts: [Int]) -> EncodedSection {
      var counts = FrequencyCounts()
      code(&counts) { _ in }
      let (tables, tableBytes) = counts.tables()
      var blocks: [UInt8] = []
      var offsets = [0]
      var encoder = BlockEncoder(tables)
      code(&encoder) { encoder in
        blocks += encoder.finish()
        offsets.append(blocks.count)
      }
      var head = ByteWriter()
      EvidenceStarts.encode(rowCounts, into: &head)
      MonotoneArray.encode(ruleSets.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }, into: &head)
      PackedArray.encode(ruleSets.flatMap { $0.map(UInt64.init) }, into: &head)
      for list in [times, places, quantities] { MonotoneArray.encode(list.numbers, into: &head) }
      for list in [offices, wordings] { PackedArray.encode(list.numbers.map(UInt64.init), into: &head) }
      MonotoneArray.encode(offsets, into: &head)
      return Self.section(head.bytes, tables: tableBytes, blocks)
    }

    /// The digest is that of the section with the tables as they are, not packed.
    private static func section(_ head: [UInt8], tables: [UInt8], _ blocks: [UInt8]) -> EncodedSection {
      let packed = FramePacker(level: 19).pack(tables)
      var writer = ByteWriter()
      writer.append(contentsOf: head)
      writer.append(UInt32(packed.count))
      writer.append(UInt32(0))
      var hash = SHA256()
      hash.update(writer.bytes.dropLast(8) + tables + blocks)
      writer.append(contentsOf: packed)
      writer.append(contentsOf: blocks)
      return EncodedSection(bytes: writer.bytes, digest: hash.digest())
    }

    /// Passes all rows to `coder`, and calls `endOfBlock` behind each block.
    private func code<Coder: EvidenceCoder>(_ coder: inout Coder, endOfBlock: (inout Coder) -> Void) {
      for first in stride(from: 0, to: rows.count, by: EvidenceModel.blockLength) {
        let range = first..<min(first + EvidenceModel.blockLength, rows.count)
        var block = Array(rows[range])
        var recent = EvidenceModel.Recent()
        for row in block.indices { model.code(row, of: &block, settings[first + row], &recent, &coder) }
        endOfBlock(&coder)
      }
    }
  }
}

/// The numbers of the strings that a column has, ascending, and the place of each.
private struct StringRanks {
  let numbers: [Int]
  private let ranks: [Int: Int]

  init(_ all: [Int]) {
    numbers = Set(all).sorted()
    ranks = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
  }

  /// One more than the place of `number`; 0 for nil.
  func rank(_ number: Int?) -> Int { number.flatMap { ranks[$0] }.map { $0 + 1 } ?? 0 }
}

/// The numbers of the strings that a column has, the most frequent first, and the rank of each.
private struct FrequentStrings {
  let numbers: [Int]
  private let ranks: [Int: Int]

  init(_ all: [Int]) {
    var counts: [Int: Int] = [:]
    for number in all { counts[number, default: 0] += 1 }
    numbers = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    ranks = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
  }

  /// One more than the rank of `number`; 0 for nil.
  func rank(_ number: Int?) -> Int { number.flatMap { ranks[$0] }.map { $0 + 1 } ?? 0 }
}
