internal import Bytes
internal import ExternalSort
internal import GraphModel

/// Documents with their texts and sentences on the disk, each once: about 100 bytes of memory for each.
final class SpilledDocuments {
  /// What of a document stays in memory.
  private struct Record {
    // Numbers of strings, one more than the number, 0 for nil.
    var title: UInt32
    var date: UInt32
    var source: UInt32
    var sentenceCount: UInt32
    /// Number of its first sentence among those of all documents.
    var firstSentence: Int
    /// Where its text stands in the file.
    var text: Range<Int>
    /// Where its sketch begins, in numbers, and how long it is.
    var sketch: (start: Int, count: UInt8)
    var digest: Digest

    func isSame(as other: Record) -> Bool {
      title == other.title && date == other.date && source == other.source && text.count == other.text.count
        && sentenceCount == other.sentenceCount && digest == other.digest
    }
  }

  /// A SHA-256.
  private struct Digest: Equatable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    init(_ bytes: [UInt8]) {
      func word(_ place: Int) -> UInt64 { bytes[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) } }
      words = (word(0), word(8), word(16), word(24))
    }

    static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }
  }

  private var ids = ByteInterner()
  private var records: [Record] = []
  private let texts: ScratchFile
  private let sentences: ScratchFile
  private let sketches: ScratchFile
  private var sentenceCount = 0
  private var sketchLength = 0

  var count: Int { records.count }

  init(folder: String) throws(BytesError) {
    texts = try ScratchFile(folder: folder)
    sentences = try ScratchFile(folder: folder)
    sketches = try ScratchFile(folder: folder)
  }

  /// Takes a valid document.
  ///
  /// - Parameter strings: is given its title, date and source.
  /// - Returns: its number, which is that of its id.
  /// - Throws: ``ContentError/conflictingDocuments(id:)`` when another one with its id differs.
  func add(_ document: GraphContent.Document, _ strings: inout ByteInterner) throws -> UInt32 {
    guard let number = ids.intern(Array(document.id.utf8)[...]) else {
      throw ContentError.invalidContent(detail: "the ids of documents are over 4 GiB long together")
    }
    var record = Record(
      title: try strings.add(document.title), date: try strings.add(document.date),
      source: try strings.add(document.source), sentenceCount: UInt32(document.sentences.count),
      firstSentence: sentenceCount, text: texts.count..<texts.count + document.text.count,
      sketch: (sketchLength, 0), digest: Self.digest(document))
    if number < records.count {
      guard records[number].isSame(as: record) else { throw ContentError.conflictingDocuments(id: document.id) }
      return UInt32(number)
    }
    try texts.append(contentsOf: document.text)
    for sentence in document.sentences {
      try sentences.append(sentence.lowerBound)
      try sentences.append(sentence.upperBound)
    }
    sentenceCount += document.sentences.count
    let sketch = WordShingles(document.text).sketch
    for hash in sketch { try sketches.append(hash) }
    record.sketch.count = UInt8(sketch.count)
    sketchLength += sketch.count
    records.append(record)
    return UInt32(number)
  }

  private static func digest(_ document: GraphContent.Document) -> Digest {
    var bounds = ByteWriter()
    for sentence in document.sentences {
      bounds.append(sentence.lowerBound)
      bounds.append(sentence.upperBound)
    }
    var hash = SHA256()
    hash.update(bounds.bytes)
    hash.update(document.text)
    return Digest(hash.digest())
  }

  /// Makes readable what was added.
  func flush() throws(BytesError) {
    try texts.flush()
    try sentences.flush()
    try sketches.flush()
  }

  /// How many sentences a document has, and how many bytes its text.
  func size(of document: UInt32) -> (sentences: Int, length: Int) {
    let record = records[Int(document)]
    return (Int(record.sentenceCount), record.text.count)
  }

  /// The text of a document.
  func text(of document: UInt32) throws(BytesError) -> [UInt8] { try texts.bytes(records[Int(document)].text) }

  /// What of a document is compared with others; of strings nothing was taken away.
  func story(of document: UInt32, strings: ByteInterner) throws(BytesError) -> StoryText {
    let date = records[Int(document)].date
    return StoryText(
      try text(of: document), date: date == 0 ? nil : String(decoding: strings[Int(date) - 1], as: UTF8.self))
  }

  /// The sketches of the documents in `order`.
  func stories(_ order: [UInt32]) throws(BytesError) -> StoryTable.Encoder {
    var encoder = StoryTable.Encoder()
    for document in order {
      let (start, count) = records[Int(document)].sketch
      var reader = ScratchReader(sketches, 4 * start..<4 * (start + Int(count)))
      encoder.append(sketch: try (0..<count).map { _ throws(BytesError) in try reader.number() })
    }
    return encoder
  }

  /// Where the sentences of a document stand in its text.
  func sentences(of document: UInt32) throws(BytesError) -> [Range<UInt32>] {
    let record = records[Int(document)]
    return try ranges(record.firstSentence..<record.firstSentence + Int(record.sentenceCount))
  }

  /// One sentence of a document: where it begins in the text, and at most so many of its first bytes.
  func sentence(_ index: Int, of document: UInt32, prefix: Int) throws(BytesError) -> (start: UInt32, bytes: [UInt8]) {
    let record = records[Int(document)]
    let number = record.firstSentence + index
    guard let range = try ranges(number..<number + 1).first else { return (0, []) }
    let start = record.text.lowerBound + Int(range.lowerBound)
    return (range.lowerBound, try texts.bytes(start..<start + min(range.count, prefix)))
  }

  private func ranges(_ numbers: Range<Int>) throws(BytesError) -> [Range<UInt32>] {
    var reader = ScratchReader(sentences, 8 * numbers.lowerBound..<8 * numbers.upperBound)
    var ranges: [Range<UInt32>] = []
    for _ in numbers {
      let start = try reader.number()
      ranges.append(start..<(try reader.number()))
    }
    return ranges
  }

  /// The documents in the order of their ids.
  func order() -> [UInt32] { ids.order() }

  /// The tables of the documents in `order`.
  ///
  /// - Parameter strings: the place of each string in the order of the store.
  func encoder(_ order: [UInt32], strings: [UInt32]) -> DocumentTable.Encoder {
    var encoder = DocumentTable.Encoder()
    func string(_ number: UInt32) -> UInt32 { number == 0 ? 0 : strings[Int(number) - 1] + 1 }
    for document in order {
      let record = records[Int(document)]
      encoder.append(
        id: ids[Int(document)], title: string(record.title), date: string(record.date), source: string(record.source),
        sentences: Int(record.sentenceCount), length: record.text.count)
    }
    return encoder
  }
}
