public import GraphModel

/// A small graph of events written by hand: roles, adjuncts, an office, events without object, statements of somebody.
public enum EventGraph {
  public static var content: GraphContent {
    var builder = Builder()
    builder.document("d1", "2025-03-03")
    builder.sentence("Acme said it would acquire Beta for $3.2 billion in cash.")
    builder.event(
      "Acme", "acquires", "Beta", [("for", "$3.2 billion")], modality: .expected, by: "Acme", adjuncts: ["in cash"])
    builder.sentence("Merz resigned on Monday.")
    builder.event("Merz", "resign", nil, adjuncts: ["on Monday"])
    builder.sentence("Maduro was arrested in France with Merz.")
    builder.event("Maduro", "be arrested", nil, [("with", "Merz"), ("in", "France")])
    builder.sentence("Prices fell.")
    builder.event("Prices", "fall", nil)
    builder.sentence("Foreign minister Andrii Sybiha of Ukraine spoke.")
    builder.event("Andrii Sybiha", "holds office in", "Ukraine", office: "foreign minister")
    builder.document("d2", "2025-03-04")
    builder.sentence("Russia attacked the convoy in Mali.")
    builder.event("Russia", "attack", "convoy", [("in", "Mali")])
    builder.sentence("Russia attacked the convoy with drones near Gao.")
    builder.event("Russia", "attack", "convoy", [("with", "drones")], adjuncts: ["near Gao"])
    builder.sentence("Merz said Russia left.")
    builder.event("Russia", "leave", nil, by: "Merz")
    builder.sentence("Merz said Russia attacked France.")
    builder.event("Russia", "attack", "France", by: "Merz")
    builder.sentence("Foreign Minister Sybiha and chief diplomat Andrii Sybiha of Ukraine spoke.")
    builder.event("Andrii Sybiha", "holds office in", "Ukraine", office: "Foreign Minister")
    builder.event("Andrii Sybiha", "holds office in", "Ukraine", office: "chief diplomat")
    return builder.content
  }

  /// Puts events together by names; what is new gets an entity of the type `Thing`.
  public struct Builder {
    public var content = GraphContent()
    private var events = 0

    public init() {}

    public mutating func document(_ id: String, _ date: String) {
      content.documents.append(.init(id: id, date: date, text: [], sentences: []))
    }

    public mutating func sentence(_ text: String) {
      let last = content.documents.count - 1
      let start = UInt32(content.documents[last].text.count)
      content.documents[last].text += Array(text.utf8) + [0x20]
      content.documents[last].sentences.append(start..<start + UInt32(text.utf8.count))
      events = 0
    }

    public mutating func event(
      _ subject: String, _ predicate: String, _ object: String?, _ roles: [(String, String)] = [],
      polarity: Polarity = .affirmed, modality: Modality = .certain, by source: String? = nil, office: String? = nil,
      adjuncts: [String] = []
    ) {
      let document = content.documents.count - 1
      var evidence = GraphContent.Evidence(
        document: document, sentence: content.documents[document].sentences.count - 1, subject: range(of: subject),
        predicate: range(of: predicate), object: range(of: object ?? ""), rules: ["active"], confidence: 90,
        event: events, office: office, adjuncts: adjuncts.map { range(of: $0) })
      var statement = GraphContent.Statement(
        subject: entity(subject), predicate: self.predicate(predicate), object: 0, evidence: nil)
      statement.polarity = polarity
      statement.modality = modality
      statement.attribution = source.map { entity($0) }
      if object != nil || roles.isEmpty {
        statement.object = object.map { entity($0) } ?? nothing
        statement.evidence = evidence
        content.statements.append(statement)
      }
      for (role, filler) in roles {
        statement.predicate = self.predicate("\(predicate == "acquires" ? "acquire" : predicate) \(role)", role: role)
        statement.object = entity(filler)
        evidence.object = range(of: filler)
        statement.evidence = evidence
        content.statements.append(statement)
      }
      events += 1
    }

    private var nothing: Int {
      mutating get {
        if let known = content.entities.firstIndex(where: \.isNothing) { return known }
        content.entities.append(.nothing)
        return content.entities.count - 1
      }
    }

    private mutating func entity(_ name: String) -> Int {
      if let known = content.entities.firstIndex(where: { $0.name == name }) { return known }
      content.entities.append(.init(name: name, type: "Thing"))
      return content.entities.count - 1
    }

    private mutating func predicate(_ name: String, role: String? = nil) -> Int {
      if let known = content.predicates.firstIndex(where: { $0.name == name }) { return known }
      let relation = ["acquires": "acquires", "holds office in": "holdsOfficeIn"][name]
      content.predicates.append(.init(name: name, role: role, relation: relation))
      return content.predicates.count - 1
    }

    /// The bytes of `words` in the latest sentence; none at its start where they are not in it.
    private func range(of words: String) -> Range<UInt32> {
      guard let document = content.documents.last, let sentence = document.sentences.last else { return 0..<0 }
      let text = document.text[Int(sentence.lowerBound)..<Int(sentence.upperBound)]
      let wanted = Array(words.utf8)
      for start in text.indices where !wanted.isEmpty && text[start...].starts(with: wanted) {
        return UInt32(start)..<UInt32(start + wanted.count)
      }
      return sentence.lowerBound..<sentence.lowerBound
    }
  }
}
