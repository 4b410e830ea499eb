public import GraphModel

/// A small graph written by hand, with its texts: two documents, an ambiguous name, claims of every kind.
public enum SampleGraph {
  /// Entities 10, statements 12, documents 2.
  public static var content: GraphContent {
    var builder = Builder()
    builder.entity("Mark Rutte", "Person", aliases: ["Rutte": "surname", "NATO Secretary General": "title"])
    builder.entity("NATO", "Organization", aliases: ["North Atlantic Treaty Organization": "acronym"])
    builder.entity("Marco Rubio", "Person", aliases: ["Rubio": "surname"])
    builder.entity("United States", "GeopoliticalEntity", aliases: ["U.S.": "schema", "America": "schema"])
    builder.entity("Ukraine", "GeopoliticalEntity")
    builder.entity("Russia", "GeopoliticalEntity")
    builder.entity("Jordan", "GeopoliticalEntity")
    builder.entity("Jordan", "Person")
    builder.entity("Łódź Institute", "Organization")
    builder.entity("東京会議", "Event")
    builder.predicate("leads", relation: "leads", inverse: "ledBy")
    builder.predicate("member of", relation: "memberOf", inverse: "hasMember")
    builder.predicate("meets", relation: "meets", isSymmetric: true)
    builder.predicate("worry about")
    builder.predicate("represents", relation: "represents")

    builder.document("brussels-1", title: "Ministers gather", date: "2025-04-03", source: "Harbor Wire")
    builder.sentence("NATO Secretary General Mark Rutte met Marco Rubio in Brussels.")
    builder.statement(
      "Mark Rutte", "leads", "NATO", words: ("Mark Rutte", "Secretary General", "NATO"), rules: ["title"])
    builder.statement(
      "Mark Rutte", "meets", "Marco Rubio", words: ("Mark Rutte", "met", "Marco Rubio"), rules: ["active"])
    builder.sentence("Rubio represents the United States, a member of NATO.")
    builder.statement("Marco Rubio", "represents", "United States", words: ("Rubio", "represents", "United States"))
    builder.statement("United States", "member of", "NATO", words: ("United States", "member of", "NATO"))
    builder.sentence("Allies fear that Russia may attack; Ukraine is not a member of NATO.")
    builder.statement("Ukraine", "member of", "NATO", words: ("Ukraine", "member of", "NATO"), polarity: .negated)
    builder.statement("NATO", "worry about", "Russia", words: ("Allies", "fear", "Russia"))

    builder.document("brussels-2", title: "The day after", date: "2025-04-04", source: nil)
    builder.sentence("Rutte leads NATO, and Rubio says Ukraine will join NATO.")
    builder.statement("Mark Rutte", "leads", "NATO", words: ("Rutte", "leads", "NATO"))
    builder.statement(
      "Ukraine", "member of", "NATO", words: ("Ukraine", "join", "NATO"), modality: .planned, attribution: "Marco Rubio"
    )
    builder.sentence("Jordan and the Łódź Institute met at the 東京会議 on Friday.")
    builder.statement("Jordan", "meets", "Łódź Institute", words: ("Jordan", "met", "Łódź Institute"))
    builder.statement("Łódź Institute", "meets", "東京会議", words: ("Łódź Institute", "met", "東京会議"))
    builder.sentence("Russia worries about NATO.")
    builder.statement("Russia", "worry about", "NATO", words: ("Russia", "worries about", "NATO"))
    builder.statement(
      "Russia", "worry about", "Ukraine", words: ("Russia", "worries about", "NATO"), modality: .possible)
    return builder.content
  }

  /// Puts content together by names; a name that was not declared is a mistake of the test.
  public struct Builder {
    public var content = GraphContent()

    public init() {}

    public mutating func entity(_ name: String, _ type: String, aliases: [String: String] = [:]) {
      let names = aliases.sorted { $0.key < $1.key }.map { GraphContent.Alias(name: $0.key, rule: $0.value) }
      content.entities.append(.init(name: name, type: type, aliases: names))
    }

    public mutating func predicate(
      _ name: String, relation: String? = nil, inverse: String? = nil, isSymmetric: Bool = false
    ) {
      content.predicates.append(.init(name: name, relation: relation, inverse: inverse, isSymmetric: isSymmetric))
    }

    public mutating func document(_ id: String, title: String, date: String, source: String?) {
      content.documents.append(.init(id: id, title: title, date: date, source: source, text: [], sentences: []))
    }

    public mutating func sentence(_ text: String) {
      let last = content.documents.count - 1
      if !content.documents[last].text.isEmpty { content.documents[last].text.append(0x20) }
      let start = UInt32(content.documents[last].text.count)
      content.documents[last].text += Array(text.utf8)
      content.documents[last].sentences.append(start..<UInt32(content.documents[last].text.count))
    }

    public mutating func statement(
      _ subject: String, _ predicate: String, _ object: String, words: (String, String, String),
      polarity: Polarity = .affirmed, modality: Modality = .certain, attribution: String? = nil,
      rules: [String] = ["active"]
    ) {
      let last = content.documents.count - 1
      let sentence = content.documents[last].sentences.count - 1
      let evidence = GraphContent.Evidence(
        document: last, sentence: sentence, subject: range(of: words.0), predicate: range(of: words.1),
        object: range(of: words.2), rules: rules, confidence: 90)
      var statement = GraphContent.Statement(
        subject: entity(subject), predicate: content.predicates.firstIndex { $0.name == predicate } ?? 0,
        object: entity(object), evidence: evidence)
      statement.polarity = polarity
      statement.modality = modality
      statement.attribution = attribution.map(entity)
      content.statements.append(statement)
    }

    private func entity(_ name: String) -> Int { content.entities.firstIndex { $0.name == name } ?? 0 }

    /// The bytes of `words` in the latest sentence.
    private func range(of words: String) -> Range<UInt32> {
      guard let document = content.documents.last, let sentence = document.sentences.last else { return 0..<0 }
      let text = document.text[Int(sentence.lowerBound)..<Int(sentence.upperBound)]
      let wanted = Array(words.utf8)
      for start in text.indices where text[start...].starts(with: wanted) {
        return UInt32(start)..<UInt32(start + wanted.count)
      }
      return 0..<0
    }
  }
}
