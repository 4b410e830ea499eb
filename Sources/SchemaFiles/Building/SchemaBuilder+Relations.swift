extension SchemaBuilder {
  func addRelation(_ subject: TermID, _ declaration: Declaration) throws(SchemaError) {
    var label: String?
    var relation = Relation(name: terms.localName(subject), label: "")
    var examples: [Int] = []
    for index in statements(of: subject) {
      let property = Vocabulary(rawValue: triples[index].predicate)
      switch property {
      case .kind:
        let kind = try Vocabulary(rawValue: reference(index))
        relation.isSymmetric = relation.isSymmetric || kind == .symmetricRelation
        relation.isTransitive = relation.isTransitive || kind == .transitiveRelation
      case .label: try setOnce(&label, index, text(index))
      case .comment: try setOnce(&relation.comment, index, text(index))
      case .domain: try append(typeReference(index), to: &relation.domain, index)
      case .range: try append(typeReference(index), to: &relation.range, index)
      case .inverse: try setOnce(&relation.inverse, index, relationReference(index))
      case .closeMatch: try append(webReference(index), to: &relation.closeMatches, index)
      case .example: examples.append(index)
      default:
        guard let wording = property?.wording else {
          throw unknownProperty(index, kind: "a relation", allowed: Vocabulary.relationProperties)
        }
        try relation.wordings.append(
          Wording(construction: wording.construction, lemmas: words(index), isReversed: wording.isReversed))
      }
    }
    relation.label = try required(label, .label, of: subject, declaration)
    for index in examples { try addExample(index) }
    if examples.isEmpty && !relation.wordings.isEmpty {
      throw .missing(
        place(of: .subject, declaration.triple), name: relation.name, property: Vocabulary.example.shortName)
    }
    relationTerms.append(subject)
    schema.relations.append(relation)
  }

  private func addExample(_ index: Int) throws(SchemaError) {
    let subject = try reference(index)
    var sentence: String?
    var facts: [String] = []
    var pending: String?
    for inner in statements(of: subject) {
      switch Vocabulary(rawValue: triples[inner].predicate) {
      case .exampleText: try setOnce(&sentence, inner, text(inner))
      case .exampleStatement:
        let fact = try text(inner)
        let parts = fact.split(separator: " | ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ part in part.contains { $0 != " " && $0 != "|" } }) else {
          throw .malformedStatement(place(of: .object, inner), text: fact)
        }
        try append(fact, to: &facts, inner)
      case .examplePending: try setOnce(&pending, inner, text(inner))
      default:
        throw unknownProperty(inner, kind: "an example", allowed: Vocabulary.exampleProperties)
      }
    }
    let missing: Vocabulary? = sentence == nil ? .exampleText : facts.isEmpty ? .exampleStatement : nil
    guard let sentence, missing == nil else {
      let property = (missing ?? .exampleText).shortName
      throw .missing(place(of: .object, index), name: "the example", property: property)
    }
    let source = triples[index].source
    let lines = places[source] ?? TurtlePlaces(sources[source])
    places[source] = lines
    let place = lines.place(of: .object, in: triples[index])
    schema.examples.append(
      Example(text: sentence, statements: facts, place: "\(place.file):\(place.line)", pending: pending))
  }

  /// Inverses point back; wordings belong to one relation, construction and direction.
  func checkRelations() throws(SchemaError) {
    let positions = Dictionary(uniqueKeysWithValues: schema.relations.enumerated().map { ($1.name, $0) })
    var owners: [Wording: [Int]] = [:]
    for (number, relation) in schema.relations.enumerated() {
      if let inverse = relation.inverse, let other = positions[inverse],
        schema.relations[other].inverse != relation.name
      {
        let index = statement(of: number) { $0 == .inverse }
        throw .inverseNotMutual(place(of: .object, index), relation: relation.name, inverse: inverse)
      }
      try checkDirections(number)
      for wording in relation.wordings {
        for other in owners[wording] ?? []
        where Set(schema.relations[other].domain) == Set(relation.domain)
          && Set(schema.relations[other].range) == Set(relation.range)
        {
          let index = statement(of: number, wording)
          throw .sharedWording(
            place(of: .object, index), words: wording.lemmas, relation: relation.name,
            other: schema.relations[other].name)
        }
        owners[wording, default: []].append(number)
      }
    }
  }

  private func checkDirections(_ number: Int) throws(SchemaError) {
    let relation = schema.relations[number]
    var seen: Set<Wording> = []
    seen.reserveCapacity(relation.wordings.count)
    for wording in relation.wordings {
      if !seen.insert(wording).inserted {
        let indices = statements(of: relationTerms[number]).filter { isWording($0, wording) }
        throw duplicate(wording.lemmas, indices.last ?? 0)
      }
      var reversed = wording
      reversed.isReversed.toggle()
      if seen.contains(reversed) {
        throw .bothDirections(
          place(of: .object, statement(of: number, wording)), words: wording.lemmas, relation: relation.name,
          construction: wording.construction)
      }
    }
  }

  private func isWording(_ index: Int, _ wording: Wording) -> Bool {
    guard let property = Vocabulary(rawValue: triples[index].predicate)?.wording,
      case .text(let text, _) = triples[index].object
    else { return false }
    return property == (wording.construction, wording.isReversed) && text == wording.lemmas
  }

  private func statement(of number: Int, _ wording: Wording) -> Int {
    statements(of: relationTerms[number]).first { isWording($0, wording) } ?? 0
  }

  private func statement(of number: Int, where isRight: (Vocabulary) -> Bool) -> Int {
    statements(of: relationTerms[number]).first { Vocabulary(rawValue: triples[$0].predicate).map(isRight) ?? false }
      ?? 0
  }
}
