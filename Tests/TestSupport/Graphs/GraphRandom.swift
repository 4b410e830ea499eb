public import GraphModel

/// Graphs drawn from a seed, with everything that is awkward: names of one byte, in many scripts, with quotes and line
/// ends, very long or equal but for their bytes; loops, parallel edges, claims, aliases shared by several entities.
public struct RandomGraph {
  private var random: SeededGenerator
  private let size: Int

  /// A graph of about `size` entities and three times as many statements; `size` may be 0.
  public static func content(seed: UInt64, size: Int) -> GraphContent {
    var maker = RandomGraph(random: SeededGenerator(seed: seed), size: size)
    return maker.make()
  }

  /// The same content with the rows of every table in another order and some rows said twice.
  public static func shuffled(_ content: GraphContent, seed: UInt64) -> GraphContent {
    var random = SeededGenerator(seed: seed)
    var result = GraphContent()
    let entities = content.entities.indices.shuffled(using: &random)
    let predicates = content.predicates.indices.shuffled(using: &random)
    let documents = content.documents.indices.shuffled(using: &random)
    result.entities = entities.map { content.entities[$0] }
    for entity in result.entities.indices { result.entities[entity].aliases.shuffle(using: &random) }
    result.predicates = predicates.map { content.predicates[$0] }
    result.documents = documents.map { content.documents[$0] }
    let entityPlaces = places(entities)
    let predicatePlaces = places(predicates)
    let documentPlaces = places(documents)
    result.statements = content.statements.map {
      var statement = $0
      statement.subject = entityPlaces[$0.subject]
      statement.predicate = predicatePlaces[$0.predicate]
      statement.object = entityPlaces[$0.object]
      statement.attribution = $0.attribution.map { entityPlaces[$0] }
      if let evidence = $0.evidence { statement.evidence?.document = documentPlaces[evidence.document] }
      return statement
    }
    result.statements += result.statements.prefix(result.statements.count / 3)
    result.statements.shuffle(using: &random)
    result.decisions = (content.decisions + content.decisions.prefix(1)).shuffled(using: &random)
    return result
  }

  private static func places(_ order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { places[row] = place }
    return places
  }

  private mutating func make() -> GraphContent {
    var content = GraphContent()
    content.entities = unique((0..<size).map { _ in name() }).flatMap { name -> [GraphContent.Entity] in
      let types = Self.types.shuffled(using: &random).prefix(random.chance(10) ? 2 : 1)
      return types.map { GraphContent.Entity(name: name, type: $0, aliases: aliases()) }
    }
    if random.chance(50), !content.entities.contains(where: \.isNothing) { content.entities.append(.nothing) }
    content.predicates = unique((0..<size / 4 + 1).map { _ in word() + (random.chance(50) ? " of" : "") }).map {
      GraphContent.Predicate(
        name: $0, role: $0.hasSuffix(" of") && random.chance(80) ? "of" : nil,
        relation: random.chance(50) ? word() : nil, inverse: random.chance(20) ? word() : nil,
        isSymmetric: random.chance(10))
    }
    content.documents = unique((0..<size / 8 + 1).map { _ in name() }).map { document($0) }
    guard !content.entities.isEmpty, content.documents.contains(where: { !$0.sentences.isEmpty }) else {
      return content
    }
    for _ in 0..<size * 3 {
      let statement = statement(in: content)
      content.statements += repeatElement(statement, count: random.chance(5) ? 2 : 1)
      if random.chance(30), var again = content.statements.randomElement(using: &random) {
        again.evidence = evidence(in: content)
        content.statements.append(again)
      }
    }
    while random.chance(30) { content.decisions.append(decision(content.decisions.count + 1)) }
    return content
  }

  private mutating func decision(_ serial: Int) -> NamingDecision {
    NamingDecision(
      serial: serial, kind: random.chance(50) ? .merge : .split, entity: .init(name: name(), type: word()),
      other: .init(name: name(), type: word()), names: (0..<random.below(3)).map { _ in name() })
  }

  private mutating func statement(in content: GraphContent) -> GraphContent.Statement {
    let subject = entity(in: content)
    var statement = GraphContent.Statement(
      subject: subject, predicate: random.below(content.predicates.count),
      object: random.chance(4) ? subject : entity(in: content), evidence: evidence(in: content))
    if random.chance(8) { statement.evidence = nil }
    if random.chance(15) { statement.polarity = .negated }
    if random.chance(25) { statement.modality = Modality.allCases.randomElement(using: &random) ?? .certain }
    if random.chance(30) { statement.attribution = entity(in: content) }
    return statement
  }

  /// A few entities have most of the edges.
  private mutating func entity(in content: GraphContent) -> Int {
    let count = content.entities.count
    return random.chance(30) ? random.below(min(count, 3)) : random.below(count)
  }

  private mutating func evidence(in content: GraphContent) -> GraphContent.Evidence {
    var number = random.below(content.documents.count)
    while content.documents[number].sentences.isEmpty { number = (number + 1) % content.documents.count }
    let document = content.documents[number]
    let sentence = random.below(document.sentences.count)
    let bounds = random.chance(95) ? document.sentences[sentence] : 0..<UInt32(document.text.count)
    return GraphContent.Evidence(
      document: number, sentence: sentence, subject: range(in: bounds), predicate: range(in: bounds),
      object: range(in: bounds), rules: (0..<random.below(4)).map { _ in Self.rules[random.below(Self.rules.count)] },
      confidence: UInt8(random.below(101)), time: random.chance(40) ? Self.times.randomElement(using: &random) : nil,
      place: random.chance(10) ? name() : nil, quantity: random.chance(10) ? "\(random.below(900)) million" : nil,
      event: random.chance(80) ? random.below(random.chance(90) ? 4 : 900) : nil,
      office: random.chance(15) ? word() : nil, wording: random.chance(20) ? word() : nil,
      adjuncts: random.chance(30) ? (0..<random.below(4)).map { _ in range(in: bounds) } : [])
  }

  private mutating func range(in bounds: Range<UInt32>) -> Range<UInt32> {
    let ends = [0, 0].map { _ in bounds.lowerBound + UInt32(random.below(bounds.count + 1)) }.sorted()
    return ends[0]..<ends[1]
  }

  private mutating func document(_ id: String) -> GraphContent.Document {
    var text: [UInt8] = []
    var sentences: [Range<UInt32>] = []
    for _ in 0..<random.below(12) {
      if random.chance(60) { text += Array(" \n".utf8) }
      let start = UInt32(text.count)
      for _ in 0..<random.below(20) { text += Array("\(word()) ".utf8) }
      if random.chance(80) { sentences.append(start..<UInt32(text.count)) }
    }
    if random.chance(3) { text += Array(String(repeating: "The quick brown fox. ", count: 4000).utf8) }
    return GraphContent.Document(
      id: id, title: random.chance(70) ? name() : nil, date: random.chance(70) ? Self.times[random.below(5)] : nil,
      source: random.chance(30) ? word() : nil, text: text, sentences: sentences)
  }

  private mutating func aliases() -> [GraphContent.Alias] {
    (0..<(random.chance(60) ? 0 : random.below(4))).map { _ in
      GraphContent.Alias(
        name: random.chance(50) ? Self.sharedAliases[random.below(Self.sharedAliases.count)] : name(),
        rule: Self.rules[random.below(Self.rules.count)])
    }
  }

  private mutating func name() -> String {
    if random.chance(6) { return Self.awkward[random.below(Self.awkward.count)] }
    if random.chance(1) { return String(repeating: word(), count: 300) }
    return (0...random.below(3)).map { _ in word() }.joined(separator: " ")
  }

  private mutating func word() -> String {
    let syllables = ["ba", "Ko", "né", "ÅL", "ra", "to", "Ší", "mi", "на", "東", "STAN", "x", "ri"]
    return (0...random.below(3)).map { _ in syllables[random.below(syllables.count)] }.joined()
  }

  /// `strings` without repetition, told apart by their bytes.
  private func unique(_ strings: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return strings.filter { seen.insert(Array($0.utf8)).inserted }
  }

  private static let types = ["Person", "Place", "Organization", "Concept", "Amount"]
  private static let rules = ["subject-verb-object", "passive", "title", "acronym", "surname", "schema"]
  private static let times = [
    "2025-04-02", "2025-04", "2024", "2023-12-31", "next week", "2025-04-01/2025-04-03", "last year", "12:30",
  ]
  private static let sharedAliases = ["the alliance", "U.S.", "U.S", "NATO", "Nato", "minister", "", "É", "E\u{301}"]
  private static let awkward = [
    "", " ", "a", "A", "é", "e\u{301}", "\"quoted\" 'name'", "line\nend", "tab\tand \\ slash", "\0", "İstanbul", "ΣΑΣ",
    "👩‍👩‍👧", "\u{FEFF}mark", "ﬁn", "{<|>}", "名前", String(repeating: "long ", count: 2000), "-1", "#42", "ß", "ẞ",
  ]
}
