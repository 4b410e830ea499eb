internal import GraphModel
internal import Synchronization

/// Reads what the rows of an answer show of their entities and edges. What was read last is kept.
final class RowReader<Graph: GraphView>: Sendable {
  let graph: Graph
  private let known = Mutex(Known())
  private let careers = Mutex(Careers())

  private struct Known {
    var entities: [EntityID: Answer.Entity] = [:]
    var predicates: [PredicateID: GraphContent.Predicate] = [:]
    var documents: [DocumentID: DocumentRecord] = [:]
    /// Bytes that they take, about.
    var bytes = 0

    mutating func makeRoom(for name: String, _ more: Int = 160) {
      bytes += name.utf8.count + more
      guard bytes > RowReader.mostBytes else { return }
      entities.removeAll()
      predicates.removeAll()
      documents.removeAll()
      bytes = 0
    }
  }

  /// All are forgotten when they take so many bytes: rows repeat some names very often, the others seldom.
  private static var mostBytes: Int { 4 << 20 }

  init(_ graph: Graph) { self.graph = graph }

  func entity(_ id: EntityID) -> Answer.Entity {
    known.withLock { known in
      if let entity = known.entities[id] { return entity }
      let entity = Answer.Entity(id: id, name: graph.name(of: id), type: graph.type(of: id))
      known.makeRoom(for: entity.name)
      known.entities[id] = entity
      return entity
    }
  }

  func predicate(_ id: PredicateID) -> GraphContent.Predicate {
    known.withLock { known in
      if let predicate = known.predicates[id] { return predicate }
      let predicate = graph.predicate(id)
      known.makeRoom(for: predicate.name)
      known.predicates[id] = predicate
      return predicate
    }
  }

  func document(_ id: DocumentID) -> DocumentRecord {
    known.withLock { known in
      if let document = known.documents[id] { return document }
      let document = graph.document(id)
      known.makeRoom(for: document.name, 8 * document.sentences.count + 320)
      known.documents[id] = document
      return document
    }
  }

  /// What a piece of evidence proves, in words.
  func proof(_ evidence: Evidence) -> Answer.Proof {
    let document = document(evidence.document)
    let hasSentence = document.sentences.indices.contains(evidence.sentence)
    return Answer.Proof(
      document: document.name, title: document.title, date: document.date, source: document.source,
      sentenceNumber: evidence.sentence + 1,
      sentence: graph.sentence(evidence.sentence, of: evidence.document) ?? "",
      sentenceRange: hasSentence ? document.sentences[evidence.sentence] : 0..<0,
      subjectRange: evidence.subject, predicateRange: evidence.predicate, objectRange: evidence.object,
      rules: evidence.rules, confidence: evidence.confidence, time: evidence.time, place: evidence.place,
      quantity: evidence.quantity)
  }

  func statement(_ id: EdgeID) -> Answer.Statement { statement(graph.edge(id)) }

  func statement(_ edge: Edge) -> Answer.Statement {
    let predicate = predicate(edge.predicate)
    return Answer.Statement(
      edge: edge, subject: entity(edge.subject), predicate: predicate.name, relation: predicate.relation,
      role: predicate.role, object: entity(edge.object), attribution: edge.attribution.map { entity($0) },
      ending: ending(of: edge))
  }

  /// Edges of a holder, and sentences of an edge, up to which a row asks for the end of an office: no limit stops it.
  private static var longestCareer: Int { 20_000 }

  /// What sentences of all documents say of the end of the office of which an edge tells; nil where one of them is
  /// held still, as far as they tell, for a holder of more edges than ``longestCareer``, and for other edges.
  ///
  /// - Complexity: O(evidence of the edge); of an office, that of all edges of its holder at the first call.
  private func ending(of edge: Edge) -> String? {
    guard edge.degree != .claim, (1...Self.longestCareer).contains(edge.support),
      graph.degree(of: edge.subject, .both) <= Self.longestCareer, graph.tellsOfOffices(edge.id),
      graph.evidenceWithoutRanges(of: edge.id).contains(where: { CareerReader.tellsOffice($0) })
    else { return nil }
    return careers.withLock { careers in
      let offices = careers.career(of: edge.subject, in: graph).offices(of: edge.id)
      let ends = offices.compactMap { $0.spells.last?.ending }
      return !ends.isEmpty && ends.count == offices.count ? ends.max() : nil
    }
  }

  /// - Parameter alias: one that is to be shown rather than the first.
  func candidate(_ id: EntityID, alias: String? = nil) -> Answer.Candidate {
    let other = alias ?? graph.otherNames(of: id).first { $0.rule != GraphContent.Alias.iriRule }?.name
    return Answer.Candidate(entity: entity(id), degree: graph.degree(of: id, .both), alias: other)
  }

  /// - Parameter text: case folded; an alias that has it is shown.
  func candidate(_ id: EntityID, having text: String) -> Answer.Candidate {
    candidate(id, alias: graph.otherNames(of: id).first { $0.name.lowercased().contains(text) }?.name)
  }
}

extension Spell {
  /// `until 2025-03-09`; `ended by 2025-03-09` where somebody is only called former; `past` where sentences tell of a
  /// time that is over, and none how it ended; nil where it may last.
  fileprivate var ending: String? {
    guard let until else { return lastKnown == nil ? nil : "past" }
    let isOver = TenureMark(among: until.evidence.rules) == .former && until.evidence.time == nil
    return "\(isOver ? "ended by" : "until") \(until.date)"
  }
}
