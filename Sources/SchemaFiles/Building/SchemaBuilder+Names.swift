extension SchemaBuilder {
  func addName(_ subject: TermID, _ declaration: Declaration, type: TermID) throws(SchemaError) {
    var name: String?
    guard declarations[type]?.kind == .type else {
      throw unknownReference(declaration.triple, type, kind: "a type") { $0 == .type }
    }
    var entity = KnownEntity(name: "", type: terms.localName(type))
    for index in statements(of: subject) {
      switch Vocabulary(rawValue: triples[index].predicate) {
      case .kind: continue
      case .name: try setOnce(&name, index, text(index))
      case .alias: try append(text(index), to: &entity.aliases, index)
      case .demonym: try append(text(index), to: &entity.demonyms, index)
      case .people: try append(text(index), to: &entity.peoples, index)
      case .capital: try setOnce(&entity.capital, index, nameReference(index))
      case .office: try append(words(index), to: &entity.offices, index)
      case .epithet: try append(words(index), to: &entity.epithets, index)
      case .memberOf: try append(nameReference(index), to: &entity.memberships, index)
      case .sameAs:
        try append(webReference(index), to: &entity.sameAs, index)
        try claim(entity.sameAs[entity.sameAs.count - 1], index, in: &identities)
      case .alpha2: try setOnce(&entity.alpha2, index, code(index, letters: 2))
      case .alpha3: try setOnce(&entity.alpha3, index, code(index, letters: 3))
      case .coordinates: try setOnce(&entity.coordinates, index, coordinates(index))
      case .leader:
        let leader = try leader(index)
        if entity.leaders.contains(leader) { throw try duplicate(text(index), index) }
        entity.leaders.append(leader)
      default:
        throw unknownProperty(index, kind: "a name", allowed: Vocabulary.nameProperties)
      }
    }
    entity.name = try required(name, .name, of: subject, declaration)
    let index = statements(of: subject).first { triples[$0].predicate == Vocabulary.name.rawValue }
    try claim(entity.name, index ?? declaration.triple, in: &canonicalNames)
    schema.names.append(entity)
  }

  /// A code of ISO 3166-1, which no other entity has.
  private func code(_ index: Int, letters count: Int) throws(SchemaError) -> String {
    let code = try text(index)
    guard code.utf8.count == count, code.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else {
      throw .spelling(place(of: .object, index), text: code, expected: "\(count) capital letters of ISO 3166-1")
    }
    try claim(code, index, in: &identities)
    return code
  }

  /// `62.0000,10.0000`: degrees north and east.
  private func coordinates(_ index: Int) throws(SchemaError) -> Coordinates {
    let text = try text(index)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let isPlace =
      parts.count == 2
      && zip(parts, [90.0, 180.0]).allSatisfy { part, most in
        part.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
          && part.utf8.last.map { 0x30...0x39 ~= $0 } == true && Double(part).map { abs($0) <= most } == true
      }
    guard isPlace else {
      throw .spelling(
        self.place(of: .object, index), text: text, expected: "degrees north and east such as \"59.91,10.75\"")
    }
    return Coordinates(latitude: String(parts[0]), longitude: String(parts[1]))
  }

  /// `prime minister: Jonas Gahr Støre, 2021-10-14/2026-01-17`.
  private func leader(_ index: Int) throws(SchemaError) -> Leader {
    let text = try text(index)
    guard let leader = Leader(text) else {
      throw .spelling(
        place(of: .object, index), text: text,
        expected: "office, holder, first day and last known day such as \"king: Harald V, 1991-01-17/2026-01-17\"")
    }
    return leader
  }

  /// The canonical name of the entity to which a statement refers.
  private func nameReference(_ index: Int) throws(SchemaError) -> String {
    let term = try reference(index)
    if let name = namesByTerm[term] { return name }
    throw unknownReference(index, term, kind: "a name") { if case .name = $0 { true } else { false } }
  }
}
