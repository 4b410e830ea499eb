internal import Bytes
internal import GraphModel

extension GraphFile {
  /// Reads everything: each checksum, and that the tables obey the rules of FORMAT.md and fit one another.
  ///
  /// - Parameter folder: where the texts are unpacked for it, in a nameless file; without one, each piece of evidence
  ///   of a graph with long texts unpacks a block of them.
  /// - Throws: the first damage found.
  /// - Complexity: O(size of the file).
  public func check(in folder: String? = nil) throws(StoreError) {
    do {
      try container.check()
    } catch {
      throw StoreError(error)
    }
    if let folder { unpackTexts(into: folder) }
    try checkStrings()
    try checkEntities()
    try checkSymbols()
    try checkDocuments()
    try checkEdges()
    try checkReverse()
    try checkDecisions()
    if let damage { throw damage }
  }

  private func require(_ condition: Bool, _ detail: @autoclosure () -> String) throws(StoreError) {
    if let damage { throw damage }
    if !condition { throw .damaged(place: container.place, detail: detail()) }
  }

  private func checkStrings() throws(StoreError) {
    try checkOrder(strings, "the strings", { ByteString($0) }, allowsRepetition: false)
    try checkOrder(names, "the names", { FoldedString($0) }, allowsRepetition: true)
    try checkOrder(aliasTable.names, "the aliases", { FoldedString($0) }, allowsRepetition: false)
    try checkOrder(documents.names, "the document ids", { ByteString($0) }, allowsRepetition: false)
  }

  private func checkOrder<Key: Comparable>(
    _ list: StringList, _ what: String, _ key: (String) -> Key, allowsRepetition: Bool
  ) throws(StoreError) {
    var previous: Key?
    var seen = 0
    var isRight = true
    list.forEachBlock { start, block in
      for place in 0..<block.count where isRight {
        let bytes = unsafe block.withBytes(place) { unsafe Array($0) }
        guard let string = String(validating: bytes, as: UTF8.self) else { return false }
        let key = key(string)
        isRight = previous.map { allowsRepetition ? $0 <= key : $0 < key } ?? true
        // A separator at the wrong place hides strings.
        if isRight, place == 0 { isRight = list.places(of: bytes).contains(start) }
        previous = key
        seen += 1
      }
      return isRight
    }
    try require(isRight && seen == list.count, "\(what) are out of order or no text at row \(seen)")
  }

  private func checkSymbols() throws(StoreError) {
    var previous: Symbol?
    for number in 0..<symbols.count {
      let symbol = Symbol(predicate: symbols.predicate(of: number), kind: symbols.kind(of: number))
      try require(
        symbol.predicate < counts.predicates && previous.map { $0 < symbol } ?? true, "symbol \(number) is out of order"
      )
      previous = symbol
    }
  }

  private func checkEntities() throws(StoreError) {
    var predicate: String?
    for number in 0..<counts.predicates {
      let name = self.predicate(PredicateID(UInt32(number))).name
      try require(predicate == nil || byteOrder(predicate, name) < 0, "predicate \(number) is out of order")
      predicate = name
    }
    var previous: (name: String, type: String)?
    for number in 0..<counts.entities {
      let entity = EntityID(UInt32(number))
      let key = (name: name(of: entity), type: type(of: entity))
      if let previous, previous.name.utf8.elementsEqual(key.name.utf8) {
        try require(byteOrder(previous.type, key.type) < 0, "entity \(number) is out of order")
      }
      previous = key
      var alias: (name: Int, rule: Int)?
      for row in aliasTable.rows(of: number) {
        try require(
          row.name < aliasTable.names.count && alias.map { $0 < row } ?? true, "the aliases of entity \(number)")
        try require(
          aliasTable.owners(of: row.name).contains(number), "alias \(row.name) does not name entity \(number)")
        alias = row
      }
    }
  }

  private func checkDocuments() throws(StoreError) {
    for number in 0..<counts.documents {
      let id = DocumentID(UInt32(number))
      let record = document(id)
      let text = text(of: id)
      let whole = documents.textRange(number)
      try require(
        text.count == whole.count && String(validating: text, as: UTF8.self) != nil,
        "the text of document \(number)")
      try require(
        stories.map { $0.sketch(of: number) == Array(WordShingles(text).sketch) } ?? true,
        "the sketch of document \(number)")
      let story = story(of: number)
      try require(self.story(of: story) == story, "the story of document \(number)")
      var end = whole.lowerBound
      for sentence in documents.sentences(of: number) {
        let range = documents.sentenceRange(sentence)
        try require(
          range.lowerBound >= end && range.upperBound <= whole.upperBound, "the sentences of document \(number)")
        end = range.upperBound
      }
      try require(record.sentenceCount == documents.sentences(of: number).count, "the sentences of document \(number)")
    }
  }

  private func checkEdges() throws(StoreError) {
    var previous: Edge?
    var walk = edges.runWalk(0..<edges.runCount)
    var run = edges.next(&walk)
    for number in 0..<counts.edges {
      while let edges = run, edges.upperBound <= number { run = self.edges.next(&walk) }
      let edge = edge(
        EdgeID(UInt32(number)), inRun: run?.contains(number) == true ? walk.run : edges.run(ofEdge: number))
      try require(previous.map { $0.key < edge.key } ?? true, "edge \(number) is out of order")
      previous = edge
      let evidence = evidence(of: edge.id)
      for piece in evidence {
        let length = documents.textRange(Int(piece.document.rawValue)).count
        let ends = ([piece.subject, piece.predicate, piece.object] + piece.adjuncts).map { Int($0.upperBound) }
        try require(
          ends.allSatisfy { $0 <= length } && piece.confidence <= 100
            && documents.sentences(of: Int(piece.document.rawValue)).count > piece.sentence
            && (!piece.tellsOfOffice || evidenceTable.mayTellOfOffices(Int(edge.predicate.rawValue))),
          "the evidence of edge \(number)")
      }
    }
  }

  private func checkDecisions() throws(StoreError) {
    let decisions = decisions
    try require(decisions == NamingDecision.sorted(decisions), "the decisions are out of order")
    let unpacker = FrameUnpacker(dictionary: nil)
    for (number, record) in decisions.flatMap(\.records).enumerated() {
      let isWhole = unsafe unpacker.withUnpacked(
        ByteView(copying: record), atMost: StoredFrame.largestContent, { _ in true })
      try require(isWhole == true, "record \(number) of the decisions cannot be unpacked")
    }
  }

  private func checkReverse() throws(StoreError) {
    for entity in 0..<counts.entities {
      var previous = -1
      var wrong: Int?
      edges.forEachIncoming(entity) { run, edge in
        let isRight =
          edge > previous && edge < counts.edges && edges.object(ofEdge: edge) == entity
          && edges.edges(ofRun: run).contains(edge)
        if !isRight { wrong = edge }
        previous = edge
      }
      try require(wrong == nil, "the incoming edges of entity \(entity)")
    }
  }
}
