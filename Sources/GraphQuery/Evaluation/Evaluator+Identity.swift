internal import GraphModel

extension Evaluator {
  /// The names of an entity with the rules that joined them, and the words that stand for it in its evidence.
  ///
  /// - Complexity: O(evidence of the entity's edges), within the limits of time.
  mutating func identity(of reference: EntityReference) throws(Interruption) -> Answer.Identity {
    let id = try resolve(reference)
    let uses = wordings(of: id)
    let canonical = graph.name(of: id)
    let aliases = graph.aliases(of: id)
    var names = [Self.name(canonical, rule: nil, uses)]
    names += aliases.map { Self.name($0.name, rule: $0.rule, uses) }
    let known = Set([canonical] + aliases.map(\.name))
    let others = uses.filter { !known.contains($0.key) }.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    names += others.map { Self.name($0.key, rule: nil, uses) }
    return Answer.Identity(entity: entity(id), names: names)
  }

  private typealias Uses = [String: (count: Int, first: Answer.Identity.Proof)]

  private static func name(_ text: String, rule: String?, _ uses: Uses) -> Answer.Identity.Name {
    Answer.Identity.Name(text: text, rule: rule, uses: uses[text]?.count ?? 0, proof: uses[text]?.first)
  }

  /// The words of the evidence that stand for the entity.
  private mutating func wordings(of id: EntityID) -> Uses {
    var uses: Uses = [:]
    graph.adjacency(of: id, .both, into: &adjacency)
    var edges = adjacency.map { (edge: $0.edge, isObject: $0.isIncoming) }
    edges.sort { ($0.edge, $0.isObject ? 1 : 0) < ($1.edge, $1.isObject ? 1 : 0) }
    for (edge, isObject) in edges {
      for evidence in graph.evidence(of: edge) {
        guard budget.allows(30) else { return uses }
        let span = isObject ? evidence.object : evidence.subject
        guard let (words, proof) = words(span, evidence) else { continue }
        uses[words, default: (0, proof)].count += 1
      }
    }
    return uses
  }

  private func words(_ span: Range<UInt32>, _ evidence: Evidence) -> (String, Answer.Identity.Proof)? {
    let document = graph.document(evidence.document)
    guard document.sentences.indices.contains(evidence.sentence),
      let sentence = graph.sentence(evidence.sentence, of: evidence.document)
    else { return nil }
    let base = document.sentences[evidence.sentence].lowerBound
    let bytes = Array(sentence.utf8)
    guard span.lowerBound >= base, Int(span.upperBound - base) <= bytes.count, !span.isEmpty else { return nil }
    let words = String(decoding: bytes[Int(span.lowerBound - base)..<Int(span.upperBound - base)], as: UTF8.self)
    let proof = Answer.Identity.Proof(
      document: document.name, sentenceNumber: evidence.sentence + 1, sentence: sentence)
    return (words.split(whereSeparator: \.isWhitespace).joined(separator: " "), proof)
  }
}
