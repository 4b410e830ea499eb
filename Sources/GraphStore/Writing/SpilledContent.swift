internal import Bytes
internal import ExternalSort
public import GraphModel

/// Graphs with texts that take more memory than they may: names, texts and statements go to the disk, and are put
/// together when the store is written.
///
///     let all = try SpilledContent(folder: "/tmp", memory: 1 << 28)
///     for part in parts { try all.take(part) }
///     try GraphWriter.encode(all).write(to: "news.tercet")
///
/// What grows beside `memory`: about 100 bytes a document and its id; each string once that is no name (titles, dates,
/// sources, rules, times, places, quantities, offices, wordings); predicates, types and sets of rules. Writing holds
/// the sections of the store but texts and blocks of evidence. After an error it is of no more use.
public final class SpilledContent {
  /// The part of ``memory`` that names take before they go to the disk.
  private static let namesShare = 4
  /// Names in memory are numbered up to 4 GiB, and those of one more content have to have room.
  private static let mostInMemory = 3 << 30

  let folder: String
  let memory: Int
  let names: SpilledNames
  let documents: SpilledDocuments
  /// Statements with the numbers that names have in their part, documents and strings by arrival.
  private let rows: ScratchFile
  /// The statements of each part.
  private var parts: [Range<Int>] = []
  /// The names of the part that is not on the disk, and what stands for all parts: types, predicates, symbols, rules.
  private(set) var table = TripleTable()
  private(set) var strings = ByteInterner()
  private var row = RowKeyWriter()
  private var sentence: (document: UInt32, index: Int, start: UInt32, words: SentenceWords)?
  /// What was decided on who is who; those of what was taken at first.
  public var decisions: [NamingDecision] = []

  /// - Parameters:
  ///   - folder: where the disk is used.
  ///   - memory: bytes that names and sorting may take, about.
  /// - Throws: ``StoreError/file(_:)`` when no file can be made in `folder`.
  /// - Complexity: O(1).
  public init(folder: String, memory: Int) throws(StoreError) {
    self.folder = folder
    self.memory = memory
    do {
      names = try SpilledNames(folder: folder, memory: memory)
      documents = try SpilledDocuments(folder: folder)
      rows = try ScratchFile(folder: folder)
    } catch {
      throw StoreError(error)
    }
  }

  /// Takes a content, which may repeat documents, entities and statements of others; its evidence stands in its own
  /// documents.
  ///
  /// - Throws: ``StoreError/content(_:)`` when it is not valid, as ``GraphContent/normalized()`` says, or a document
  ///   differs from another one of its id; ``StoreError/file(_:)`` when the disk is full.
  /// - Complexity: O(*n*) for the size *n* of the content, O(*k* log *k*) when *k* names go to the disk.
  public func take(_ content: GraphContent) throws(StoreError) {
    do {
      try content.validate()
      try makeRoom()
      let entities = try content.entities.map(add)
      let predicates = try content.predicates.map(add)
      let numbers = try content.documents.map { try documents.add($0, &strings) }
      sentence = nil
      for statement in content.statements {
        let edge = edge(statement.key.map(entity: { entities[$0] }, predicate: { predicates[$0] }))
        guard let evidence = statement.evidence else {
          try add(NumberedStatement(edge: edge))
          continue
        }
        try add(evidence.naming(numbers[evidence.document]), of: edge) {
          let document = content.documents[evidence.document]
          let range = document.sentences[evidence.sentence]
          let text = document.text[Int(range.lowerBound)..<Int(range.upperBound)]
          return (range.lowerBound, Array(text.prefix(SentenceWords.lengthLimit)))
        }
      }
      decisions += content.decisions
    } catch {
      throw StoreError(wrapping: error)
    }
  }

  // MARK: - Rows

  func add(_ entity: GraphContent.Entity) throws -> UInt32 {
    let number = try table.entity(Array(entity.name.utf8)[...], type: table.type(entity.type))
    for alias in entity.aliases { try table.addAlias(Array(alias.name.utf8)[...], rule: alias.rule, to: number) }
    return number
  }

  func add(_ predicate: GraphContent.Predicate) throws -> UInt32 {
    let number = try table.predicate(Array(predicate.name.utf8)[...])
    table.combine(predicate, of: number)
    return number
  }

  func add(_ document: GraphContent.Document) throws -> UInt32 { try documents.add(document, &strings) }

  /// An edge whose entities and predicate have the numbers of the table.
  func edge(_ key: EdgeKey<UInt32, UInt32>) -> NumberedStatement.Edge {
    NumberedStatement.Edge(
      subject: key.subject, symbol: table.symbol(key.predicate, key.kind), object: key.object,
      source: key.source.map { $0 + 1 } ?? 0)
  }

  func add(_ statement: NumberedStatement) throws(BytesError) {
    row.removeAll()
    statement.append(to: &row)
    try rows.appendCounted(row.bytes)
  }

  /// Adds a piece of evidence.
  ///
  /// - Parameter sentence: where its sentence begins, and its first bytes.
  func add(
    _ evidence: EvidenceRecord<UInt32>, of edge: NumberedStatement.Edge,
    sentence read: () throws -> (start: UInt32, bytes: [UInt8])
  ) throws {
    // Statements of one sentence mostly follow one another.
    if sentence?.document != evidence.document || sentence?.index != evidence.sentence {
      let (start, bytes) = try read()
      sentence = (evidence.document, evidence.sentence, start, SentenceWords(bytes))
    }
    guard let sentence else { return }
    let ends = [edge.subject, edge.object].map { Array(TypedName.name(table.key($0))) }
    let places = SentenceEvidence(
      evidence, in: sentence.words, at: sentence.start, subject: ends[0], object: ends[1])
    try add(
      NumberedStatement(
        edge: edge,
        evidence: NumberedStatement.Evidence(
          document: evidence.document, sentence: UInt32(evidence.sentence),
          ranges: [evidence.subject, evidence.predicate, evidence.object],
          rules: try evidence.rules.map { rule throws(ContentError) in try strings.add(rule) },
          confidence: evidence.confidence, time: try strings.add(evidence.time), place: try strings.add(evidence.place),
          quantity: try strings.add(evidence.quantity), office: try strings.add(evidence.office),
          wording: try strings.add(evidence.wording), event: evidence.event.map { UInt32($0) + 1 } ?? 0,
          adjuncts: evidence.adjuncts, places: places)))
  }

  // MARK: - Parts

  /// Puts names on the disk when they take too much memory.
  ///
  /// - Returns: whether it did so: then those of the table are gone.
  @discardableResult
  func makeRoom() throws(BytesError) -> Bool {
    guard table.byteCount > min(memory / Self.namesShare, Self.mostInMemory) else { return false }
    try endPart()
    return true
  }

  /// Puts the names on the disk, and begins another part.
  func endPart() throws(BytesError) {
    try names.take(table)
    table.removeEntities()
    try rows.flush()
    parts.append((parts.last?.upperBound ?? 0)..<rows.count)
  }

  /// Calls `body` with each row of a part.
  func forEachRow(ofPart part: Int, _ body: (NumberedStatement) throws -> Void) throws {
    var reader = ScratchReader(rows, parts[part])
    while !reader.isAtEnd { try body(NumberedStatement(try reader.counted())) }
  }
}
