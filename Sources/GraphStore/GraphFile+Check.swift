internal import Bytes

extension GraphFile {
  /// Reads everything: each checksum, and that the tables obey the rules of FORMAT.md and fit one another.
  ///
  /// - Throws: the first damage found.
  /// - Complexity: O(size of the file); the texts are unpacked one at a time.
  public func check() throws(StoreError) {
    do {
      try container.check()
    } catch {
      throw StoreError(error)
    }
    try checkStrings()
    try checkEntities()
    try checkFoldOrder()
    try checkDocuments()
    try checkEdges()
    try checkReverse()
    if let damage { throw damage }
  }

  private func require(_ condition: Bool, _ detail: @autoclosure () -> String) throws(StoreError) {
    if let damage { throw damage }
    if !condition { throw .damaged(place: container.place, detail: detail()) }
  }

  private func checkStrings() throws(StoreError) {
    try checkOrder(strings, "the strings", allowsRepetition: false)
    try checkOrder(names, "the names", allowsRepetition: true)
    try checkOrder(aliasTable.names, "the aliases", allowsRepetition: false)
    try checkOrder(documents.names, "the document ids", allowsRepetition: false)
  }

  private func checkOrder(_ list: StringList, _ what: String, allowsRepetition: Bool) throws(StoreError) {
    var previous: [UInt8]?
    var wrong: Int?
    list.forEach(in: 0..<list.count) { number, bytes in
      let order = previous.map { byteOrder($0, bytes) } ?? -1
      if order > 0 || (order == 0 && !allowsRepetition) || String(validating: bytes, as: UTF8.self) == nil {
        wrong = number
      }
      previous = bytes
      return wrong == nil
    }
    try require(wrong == nil, "\(what) are out of order or no text at row \(wrong ?? 0)")
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
      if let previous, byteOrder(previous.name, key.name) == 0 {
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

  private func checkFoldOrder() throws(StoreError) {
    var seen = [Bool](repeating: false, count: foldOrder.count)
    var previous: [UInt8]?
    for place in 0..<foldOrder.count {
      let number = Int(foldOrder[place])
      try require(number < seen.count && !seen[number], "the lower-case order names \(number) twice or wrongly")
      seen[number] = true
      let bytes = number < counts.entities ? names.bytes(number) : aliasTable.names.bytes(number - counts.entities)
      let folded = caseFolded(bytes)
      try require(previous.map { byteOrder($0, folded) <= 0 } ?? true, "the lower-case order breaks at \(place)")
      previous = folded
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
    for number in 0..<counts.edges {
      let edge = edge(EdgeID(UInt32(number)))
      try require(previous.map { $0.stands(before: edge) } ?? true, "edge \(number) is out of order")
      previous = edge
      let evidence = evidence(of: edge.id)
      try require(!evidence.isEmpty, "edge \(number) has no evidence")
      for piece in evidence {
        let length = documents.textRange(Int(piece.document.rawValue)).count
        let ends = [piece.subject, piece.predicate, piece.object].map { Int($0.upperBound) }
        try require(
          ends.allSatisfy { $0 <= length } && piece.confidence <= 100
            && documents.sentences(of: Int(piece.document.rawValue)).count > piece.sentence,
          "the evidence of edge \(number)")
      }
    }
  }

  private func checkReverse() throws(StoreError) {
    for entity in 0..<counts.entities {
      var previous = -1
      for place in edges.firstIncoming.range(entity) {
        let edge = Int(edges.incoming[place])
        try require(
          edge > previous && edge < counts.edges && Int(edges.objects[edge]) == entity,
          "the incoming edges of entity \(entity)")
        previous = edge
      }
    }
  }
}

extension Edge {
  /// Whether this edge belongs before `other` in the file.
  fileprivate func stands(before other: Edge) -> Bool {
    if (subject, predicate, object) != (other.subject, other.predicate, other.object) {
      return (subject, predicate, object) < (other.subject, other.predicate, other.object)
    }
    let sources = (attribution.map { Int($0.rawValue) } ?? -1, other.attribution.map { Int($0.rawValue) } ?? -1)
    return (polarity, modality, sources.0) < (other.polarity, other.modality, sources.1)
  }
}
