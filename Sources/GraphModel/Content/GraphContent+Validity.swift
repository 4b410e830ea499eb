extension GraphContent {
  /// Checks that every reference points into its table and every range into its text.
  ///
  /// - Throws: ``ContentError/invalidContent(detail:)`` for the first that does not, for a string of over
  ///   ``longestString`` bytes, a confidence over 100 hundredths, or a document that is not valid.
  /// - Complexity: O(size of the content).
  package func validate() throws(ContentError) {
    for document in documents { try document.validate() }
    try validateLengths()
    for (row, statement) in statements.enumerated() {
      guard entities.indices.contains(statement.subject), entities.indices.contains(statement.object),
        entities.indices.contains(statement.attribution ?? statement.subject),
        predicates.indices.contains(statement.predicate)
      else { throw .invalidContent(detail: "statement \(row) refers to an entity or predicate that is not there") }
      guard let evidence = statement.evidence else { continue }
      guard documents.indices.contains(evidence.document) else {
        throw .invalidContent(detail: "statement \(row) refers to a sentence that is not there")
      }
      let document = documents[evidence.document]
      try evidence.validate(row, sentences: document.sentences.count, length: document.text.count)
    }
  }
}

extension GraphContent {
  /// The longest string that a store keeps, in bytes: many times what a name or title has, and so short that a block of
  /// 32 names, of which each may be told by a few bytes, takes 2 MiB at most.
  package static let longestString = 1 << 16

  /// - Throws: ``ContentError/invalidContent(detail:)`` when a name of `count` bytes is too long.
  /// - Complexity: O(1).
  package static func checkLength(_ count: Int) throws(ContentError) {
    guard count <= longestString else {
      throw .invalidContent(detail: "a name of \(count) bytes; at most \(longestString) are possible")
    }
  }

  /// Throws when a string is longer than a store can keep.
  private func validateLengths() throws(ContentError) {
    for entity in entities { try entity.validateLengths() }
    for predicate in predicates { try predicate.validateLengths() }
    for document in documents { try document.validateLengths() }
    for case .some(let evidence) in statements.lazy.map(\.evidence) { try evidence.validateLengths() }
  }

  fileprivate static func validate(_ strings: [String?]) throws(ContentError) {
    for case .some(let string) in strings where string.utf8.count > longestString {
      throw .invalidContent(
        detail:
          "“\(string.prefix(40))…” is \(string.utf8.count) bytes long; at most \(longestString) are possible")
    }
  }
}

// What is said of one row alone, for contents that come a row at a time.
extension GraphContent.Entity {
  /// - Throws: ``ContentError/invalidContent(detail:)`` when a string is longer than a store can keep.
  /// - Complexity: O(length of the names).
  package func validateLengths() throws(ContentError) {
    try GraphContent.validate([name, type])
    for alias in aliases { try GraphContent.validate([alias.name, alias.rule]) }
  }
}

extension GraphContent.Predicate {
  /// - Throws: ``ContentError/invalidContent(detail:)`` when a string is longer than a store can keep.
  /// - Complexity: O(length of the strings).
  package func validateLengths() throws(ContentError) { try GraphContent.validate([name, role, relation, inverse]) }
}

extension GraphContent.Document {
  /// - Throws: ``ContentError/invalidContent(detail:)`` when a string is longer than a store can keep.
  /// - Complexity: O(length of the strings).
  package func validateLengths() throws(ContentError) { try GraphContent.validate([id, title, date, source]) }
}

extension EvidenceRecord {
  /// - Throws: ``ContentError/invalidContent(detail:)`` when a string is longer than a store can keep.
  /// - Complexity: O(length of the strings).
  package func validateLengths() throws(ContentError) {
    try GraphContent.validate([time, place, quantity, office, wording] + rules)
  }

  /// Checks all but the lengths of strings.
  ///
  /// - Parameters:
  ///   - row: the number of its statement, which an error names.
  ///   - sentences: how many its document has.
  ///   - length: that of its document's text, in bytes.
  /// - Throws: ``ContentError/invalidContent(detail:)`` for the first thing that is wrong.
  /// - Complexity: O(adjuncts).
  package func validate(_ row: Int, sentences: Int, length: Int) throws(ContentError) {
    guard (0..<sentences).contains(sentence) else {
      throw .invalidContent(detail: "statement \(row) refers to a sentence that is not there")
    }
    for range in [subject, predicate, object] + adjuncts where Int(range.upperBound) > length {
      throw .invalidContent(detail: "statement \(row) points to bytes \(range) of a text of \(length)")
    }
    guard rules.count <= GraphContent.Evidence.mostRules else {
      throw .invalidContent(detail: "statement \(row) has \(rules.count) rules")
    }
    guard adjuncts.count <= GraphContent.Evidence.mostAdjuncts else {
      throw .invalidContent(
        detail:
          "statement \(row) has \(adjuncts.count) adjuncts; at most \(GraphContent.Evidence.mostAdjuncts) are possible"
      )
    }
    guard (0..<GraphContent.Evidence.mostEvents).contains(event ?? 0) else {
      throw .invalidContent(detail: "statement \(row) is of event \(event ?? 0) of its sentence")
    }
    guard confidence <= 100 else {
      throw .invalidContent(detail: "statement \(row) has a confidence of \(confidence) hundredths")
    }
  }
}

extension GraphContent.Evidence {
  /// The rule of what tells only that a name stands in a description.
  package static let linkRule = "link"
  /// How many rules may have fired for one statement: several times what there are.
  package static let mostRules = 1 << 10
  /// How many adjuncts one statement may have: several times what sentences have, and so few that a block of evidence,
  /// whose rows may take no bits at all, stays small.
  package static let mostAdjuncts = 64
  /// How many events a sentence may have: more than a text of 32 MiB has words.
  package static let mostEvents = 1 << 26
}

extension GraphContent.Document {
  /// The longest text of a document that a store keeps, in bytes: what readers of text take.
  package static let longestText = 32 << 20

  /// - Throws: ``ContentError/invalidContent(detail:)`` when the text is longer than ``longestText`` or no UTF-8, or
  ///   the sentences do not follow one another inside it.
  /// - Complexity: O(length of the text).
  package func validate() throws(ContentError) {
    guard text.count <= Self.longestText else {
      throw .invalidContent(
        detail: "the text of document “\(id)” has \(text.count) bytes; at most \(Self.longestText) are possible")
    }
    guard String(validating: text, as: UTF8.self) != nil else {
      throw .invalidContent(detail: "the text of document “\(id)” is not UTF-8")
    }
    var end: UInt32 = 0
    for sentence in sentences {
      guard sentence.lowerBound >= end, sentence.upperBound <= text.count else {
        throw .invalidContent(detail: "the sentences of document “\(id)” do not follow one another inside its text")
      }
      end = sentence.upperBound
    }
  }
}
