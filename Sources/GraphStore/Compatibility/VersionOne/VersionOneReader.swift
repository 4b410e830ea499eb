internal import Bytes
internal import GraphModel
internal import Succinct

/// Reads a store of version 1 as a whole. FORMAT.md, "Version 1", gives its bytes.
struct VersionOneReader {
  private let sections: StoreSections
  private let place: String?
  private let counts: StoreCounts
  private let strings: FrontCodedList

  /// The content of the version-1 store `container`, every checksum of which is compared.
  ///
  /// - Complexity: O(size of the file).
  static func content(of container: Container) throws(BytesError) -> GraphContent {
    try container.check()
    let reader = try VersionOneReader(container)
    var content = GraphContent()
    content.entities = try reader.entities()
    content.predicates = try reader.predicates()
    content.documents = try reader.documents()
    content.statements = try reader.statements(content)
    if let damage = reader.sections.pages.damage { throw damage }
    return content
  }

  private init(_ container: Container) throws(BytesError) {
    let names = [
      "COUNTS", "STRINGS", "NAMES", "TYPES", "ALIASES", "PREDS", "FORWARD", "QUALIFY", "EVIDENCE", "DOCS", "SENTS",
      "TEXT",
    ]
    sections = try StoreSections(container, required: names)
    place = container.place
    counts = try StoreCounts(sections["COUNTS"])
    guard counts.isPossible else { throw sections["COUNTS"].damage("the numbers of rows") }
    var offset = 0
    strings = try FrontCodedList(sections["STRINGS"], at: &offset)
  }

  /// The string of an optional column; nil for 0.
  private func optional(_ number: UInt64) -> String? { number == 0 ? nil : strings[Int(number) - 1] }

  private func entities() throws(BytesError) -> [GraphContent.Entity] {
    var offset = 0
    let names = try FrontCodedList(sections["NAMES"], at: &offset)
    offset = 0
    let typeNames = try PackedArray(sections["TYPES"], at: &offset)
    let types = try PackedArray(sections["TYPES"], at: &offset)
    offset = 0
    let aliases = sections["ALIASES"]
    let aliasNames = try FrontCodedList(aliases, at: &offset)
    _ = try MonotoneArray(aliases, at: &offset)
    _ = try PackedArray(aliases, at: &offset)
    let firstRow = try MonotoneArray(aliases, at: &offset)
    let rowNames = try PackedArray(aliases, at: &offset)
    let rules = try PackedArray(aliases, at: &offset)
    let rowRules = try PackedArray(aliases, at: &offset)
    // Where there is more than one alias, telling which takes bits.
    guard names.count == counts.entities, types.count == counts.entities, firstRow.count == counts.entities + 1,
      rowNames.count <= counts.entities + 8 * aliases.count
    else {
      throw aliases.damage("the entities")
    }
    return names.all.enumerated().map { number, name in
      GraphContent.Entity(
        name: name, type: strings[Int(typeNames[Int(types[number])])],
        aliases: firstRow.range(number).prefix(rowNames.count).map {
          GraphContent.Alias(name: aliasNames[Int(rowNames[$0])], rule: strings[Int(rules[Int(rowRules[$0])])])
        })
    }
  }

  private func predicates() throws(BytesError) -> [GraphContent.Predicate] {
    var offset = 0
    let section = sections["PREDS"]
    let names = try PackedArray(section, at: &offset)
    let relations = try PackedArray(section, at: &offset)
    let inverses = try PackedArray(section, at: &offset)
    let symmetric = try PackedArray(section, at: &offset)
    guard names.count == counts.predicates else { throw section.damage("the predicates") }
    return (0..<names.count).map {
      GraphContent.Predicate(
        name: strings[Int(names[$0])], relation: optional(relations[$0]), inverse: optional(inverses[$0]),
        isSymmetric: symmetric[$0] == 1)
    }
  }

  private func documents() throws(BytesError) -> [GraphContent.Document] {
    var offset = 0
    let section = sections["DOCS"]
    let names = try FrontCodedList(section, at: &offset)
    let titles = try PackedArray(section, at: &offset)
    let dates = try PackedArray(section, at: &offset)
    let sources = try PackedArray(section, at: &offset)
    let firstSentence = try MonotoneArray(section, at: &offset)
    let firstByte = try MonotoneArray(section, at: &offset)
    offset = 0
    let starts = try MonotoneArray(sections["SENTS"], at: &offset)
    let ends = try MonotoneArray(sections["SENTS"], at: &offset)
    let texts = try TextBlocks(sections["TEXT"], form: .whole)
    guard names.count == counts.documents, firstSentence.count == names.count + 1, firstByte.count == names.count + 1,
      firstByte.largest <= texts.length, starts.count == counts.sentences, ends.count == counts.sentences,
      firstSentence.largest == counts.sentences
    else { throw section.damage("the documents") }
    return (0..<names.count).map { number in
      let text = firstByte.range(number)
      let sentences = firstSentence.range(number).map { sentence -> Range<UInt32> in
        let start = max(starts[sentence], text.lowerBound)
        let end = max(ends[sentence], start)
        return UInt32(clamping: start - text.lowerBound)..<UInt32(clamping: end - text.lowerBound)
      }
      return GraphContent.Document(
        id: names[number], title: optional(titles[number]), date: optional(dates[number]),
        source: optional(sources[number]), text: texts.bytes(text), sentences: sentences)
    }
  }

  private func statements(_ content: GraphContent) throws(BytesError) -> [GraphContent.Statement] {
    var offset = 0
    let forward = sections["FORWARD"]
    let firstEdge = try MonotoneArray(forward, at: &offset)
    let predicates = try PackedArray(forward, at: &offset)
    let objects = try PackedArray(forward, at: &offset)
    let qualifiers = try VersionOneQualifiers(sections["QUALIFY"])
    let evidence = try VersionOneEvidence(sections["EVIDENCE"])
    guard firstEdge.count == counts.entities + 1, firstEdge.largest == counts.edges, objects.count == counts.edges,
      predicates.count == counts.edges, evidence.firstRow.count == counts.edges + 1,
      evidence.rowCount == counts.evidence
    else { throw forward.damage("the edges") }
    let sentences = content.documents.enumerated().flatMap { number, document in
      document.sentences.indices.map { (document: number, sentence: $0) }
    }
    var statements: [GraphContent.Statement] = []
    for subject in 0..<counts.entities {
      for edge in firstEdge.range(subject) {
        let (polarity, modality, source) = qualifiers.qualifiers(of: edge)
        for row in evidence.firstRow.range(edge) {
          let sentence = Int(evidence[row, .sentence])
          guard sentence < sentences.count else { throw sections["EVIDENCE"].damage("the sentence of row \(row)") }
          var statement = GraphContent.Statement(
            subject: subject, predicate: Int(predicates[edge]), object: Int(objects[edge]),
            evidence: self.evidence(evidence, row, sentences[sentence], content))
          statement.polarity = polarity
          statement.modality = modality
          statement.attribution = source
          statements.append(statement)
        }
      }
    }
    return statements
  }

  private func evidence(
    _ columns: VersionOneEvidence, _ row: Int, _ sentence: (document: Int, sentence: Int), _ content: GraphContent
  ) -> GraphContent.Evidence {
    let base = content.documents[sentence.document].sentences[sentence.sentence].lowerBound
    func range(_ start: VersionOneEvidence.Column, _ length: VersionOneEvidence.Column) -> Range<UInt32> {
      let lower = UInt32(truncatingIfNeeded: columns[row, start]) &+ base
      let (upper, overflow) = lower.addingReportingOverflow(UInt32(truncatingIfNeeded: columns[row, length]))
      return lower..<(overflow ? lower : upper)
    }
    return GraphContent.Evidence(
      document: sentence.document, sentence: sentence.sentence, subject: range(.subjectStart, .subjectLength),
      predicate: range(.predicateStart, .predicateLength), object: range(.objectStart, .objectLength),
      rules: columns.rules(columns[row, .ruleSet]).map { strings[$0] },
      confidence: UInt8(clamping: columns[row, .confidence]), time: optional(columns[row, .time]),
      place: optional(columns[row, .place]), quantity: optional(columns[row, .quantity]))
  }
}

/// Polarity, modality and attribution of each edge in a store of version 1.
private struct VersionOneQualifiers {
  private let kinds: PackedArray
  private let kindOfEdge: PackedArray
  private let sources: SourceTable
  private let section: PagedView

  init(_ section: PagedView) throws(BytesError) {
    var offset = 0
    kinds = try PackedArray(section, at: &offset)
    kindOfEdge = try PackedArray(section, at: &offset)
    sources = try SourceTable(section, at: &offset)
    self.section = section
  }

  func qualifiers(of edge: Int) -> (polarity: Polarity, modality: Modality, attribution: Int?) {
    guard let kind = UInt8(exactly: kinds[Int(kindOfEdge[edge])]).flatMap(StatementKind.init) else {
      section.recordDamage("the qualifiers of edge \(edge)")
      return (.affirmed, .certain, nil)
    }
    return (kind.polarity, kind.modality, kind.isAttributed ? sources.source(of: edge) : nil)
  }
}
