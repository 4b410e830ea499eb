internal import Bytes
internal import GraphModel

/// Documents with their texts, and the statements of their sentences, on their way into a store: all of it in memory.
struct TextContent {
  private(set) var content = GraphContent()
  /// By type and name.
  private var entities = ByteInterner()
  private var predicates = StringInterner()
  /// The latest document of each id.
  private var documents: [ByteString: Int] = [:]

  var isEmpty: Bool { content.documents.isEmpty && content.decisions.isEmpty }

  /// The number of the document; nil when it was not read yet.
  func document(_ id: String) -> Int? { documents[ByteString(id)] }

  /// Adds a document, or more of one, or what else stands in the lines of an export with documents.
  mutating func add(_ record: GraphRecord) throws(ImportProblem) {
    switch record {
    case .document(let document):
      do { try document.validate() } catch { throw ImportProblem(error) }
      documents[ByteString(document.id)] = content.documents.count
      content.documents.append(document)
    case .more(let id, let text, let sentences):
      guard let number = document(id) else { throw ImportProblem("expected the start of document “\(id)” before") }
      let length = content.documents[number].text.count + text.count
      guard length <= GraphContent.Document.longestText else {
        throw ImportProblem("the document “\(id)” is too long")
      }
      var end = content.documents[number].sentences.last?.upperBound ?? 0
      for sentence in sentences {
        guard sentence.lowerBound >= end, sentence.upperBound <= length else {
          throw ImportProblem("the sentences of document “\(id)” do not follow one another inside its text")
        }
        end = sentence.upperBound
      }
      content.documents[number].text += text
      content.documents[number].sentences += sentences
    case .predicate(let predicate):
      content.predicates[try number(of: predicate)].combine(predicate)
    case .entity(let entity):
      let place = try number(of: .init(name: entity.name, type: entity.type))
      for alias in entity.aliases { try Self.check([alias.name, alias.rule]) }
      content.entities[place].aliases += entity.aliases
    case .decision(let decision): content.decisions.append(decision)
    }
  }

  /// Adds the statement of a sentence.
  mutating func add(_ row: LabeledStatement) throws(ImportProblem) {
    if let evidence = row.evidence { try check(evidence) }
    var statement = GraphContent.Statement(
      subject: try number(of: row.subject), predicate: try number(of: row.predicate),
      object: try number(of: row.object ?? .init(name: "", type: GraphContent.Entity.nothing.type)),
      evidence: row.evidence)
    statement.polarity = row.polarity
    statement.modality = row.modality
    statement.attribution = try row.speaker.map { speaker throws(ImportProblem) in try number(of: speaker) }
    content.statements.append(statement)
  }

  private mutating func number(of entity: NamingDecision.Entity) throws(ImportProblem) -> Int {
    try Self.check([entity.name, entity.type])
    guard let number = entities.intern((Array(entity.type.utf8) + [0xFF] + Array(entity.name.utf8))[...]) else {
      throw ImportProblem("the names are over 4 GiB long together")
    }
    if number == content.entities.count { content.entities.append(.init(name: entity.name, type: entity.type)) }
    return number
  }

  private mutating func number(of predicate: GraphContent.Predicate) throws(ImportProblem) -> Int {
    try Self.check([predicate.name, predicate.role, predicate.relation, predicate.inverse].compactMap(\.self))
    let number = predicates.intern(predicate.name)
    if number == content.predicates.count { content.predicates.append(predicate) }
    return number
  }

  private static func check(_ strings: [String]) throws(ImportProblem) {
    do throws(ContentError) {
      for string in strings { try GraphContent.checkLength(string.utf8.count) }
    } catch {
      throw ImportProblem(error)
    }
  }

  /// - Throws: when it points to what is not there: then the line is at fault, not the whole graph.
  private func check(_ evidence: GraphContent.Evidence) throws(ImportProblem) {
    let document = content.documents[evidence.document]
    guard document.sentences.indices.contains(evidence.sentence) else {
      throw ImportProblem("expected a \"sentence\" of 1 to \(document.sentences.count)")
    }
    for range in [evidence.subject, evidence.predicate, evidence.object] + evidence.adjuncts
    where Int(range.upperBound) > document.text.count {
      throw ImportProblem("the bytes \(range) are none of the text, which has \(document.text.count)")
    }
    guard evidence.rules.count <= GraphContent.Evidence.mostRules,
      evidence.adjuncts.count <= GraphContent.Evidence.mostAdjuncts,
      0..<GraphContent.Evidence.mostEvents ~= evidence.event ?? 0
    else { throw ImportProblem("the statement has more rules, adjuncts or events than a store keeps") }
    try Self.check(
      [evidence.time, evidence.place, evidence.quantity, evidence.office, evidence.wording].compactMap(\.self)
        + evidence.rules)
  }
}
