import GraphModel

/// The content of Tests/Golden/stores/version-1.tercet. It never changes: the file must open for ever.
enum VersionOneStore {
  static let text = """
    Brussels, 3 April. The chair of the council, Ada Núñez, met Boris Okoye on Thursday. \
    “Okoye does not lead the bank”, Núñez said. She may visit Oslo next week with €40 million.
    """

  static let content: GraphContent = {
    var content = GraphContent()
    content.entities = [
      .init(
        name: "Ada Núñez", type: "Person",
        aliases: [.init(name: "Núñez", rule: "surname"), .init(name: "chair", rule: "title")]),
      .init(name: "Boris Okoye", type: "Person", aliases: [.init(name: "Okoye", rule: "surname")]),
      .init(name: "Oslo", type: "City"),
      .init(name: "bank", type: "Organization", aliases: [.init(name: "Okoye", rule: "metonym")]),
      .init(name: "bank", type: "Concept"),
      .init(name: "", type: "Concept"),
    ]
    content.predicates = [
      .init(name: "meet", relation: "meets", isSymmetric: true),
      .init(name: "lead", relation: "leads", inverse: "ledBy"),
      .init(name: "visit"),
    ]
    content.documents = [
      .init(
        id: "2025-04-03-council", title: "The council meets", date: "2025-04-03", source: "Example Wire",
        text: Array(text.utf8), sentences: [0..<18, 19..<86, 87..<136, 137..<185]),
      .init(id: "empty", text: [], sentences: []),
    ]
    content.statements = [
      statement(0, 0, 1, sentence: 1, ["subject-verb-object"], time: "2025-04-03"),
      statement(1, 0, 0, sentence: 1, ["subject-verb-object", "symmetric"], time: "Thursday"),
      statement(0, 2, 2, sentence: 3, [], modality: .possible, confidence: 60, place: "Oslo", quantity: "€40 million"),
      statement(1, 1, 3, sentence: 2, ["subject-verb-object", "negation"], polarity: .negated, attribution: 0),
      statement(1, 1, 3, sentence: 2, ["copula"], polarity: .negated, attribution: 0, confidence: 1),
      statement(3, 1, 3, sentence: 0, ["loop"], modality: .obligation),
    ]
    return content
  }()

  private static func statement(
    _ subject: Int, _ predicate: Int, _ object: Int, sentence: Int, _ rules: [String], polarity: Polarity = .affirmed,
    modality: Modality = .certain, attribution: Int? = nil, confidence: UInt8 = 90, time: String? = nil,
    place: String? = nil, quantity: String? = nil
  ) -> GraphContent.Statement {
    let base = start(of: sentence)
    var statement = GraphContent.Statement(
      subject: subject, predicate: predicate, object: object,
      evidence: .init(
        document: 0, sentence: sentence, subject: base..<base + 3, predicate: base + 4..<base + 4,
        object: base + 5..<base + 17, rules: rules, confidence: confidence, time: time, place: place,
        quantity: quantity))
    statement.polarity = polarity
    statement.modality = modality
    statement.attribution = attribution
    return statement
  }

  private static func start(of sentence: Int) -> UInt32 { [0, 19, 87, 137][sentence] }
}
