extension SchemaBuilder {
  func addType(_ subject: TermID, _ declaration: Declaration) throws(SchemaError) {
    var label: String?
    var type = EntityType(name: terms.localName(subject), label: "")
    for index in statements(of: subject) {
      switch Vocabulary(rawValue: triples[index].predicate) {
      case .kind: try checkKind(index)
      case .label: try setOnce(&label, index, text(index))
      case .comment: try setOnce(&type.comment, index, text(index))
      case .parent: try setOnce(&type.parent, index, typeReference(index))
      case .modelLabel:
        let name = try text(index)
        try claim(name, index, in: &modelLabels)
        type.modelLabels.append(name)
      case .nameKind: type.nameKinds.append(try text(index))
      case .typeNoun:
        let noun = try words(index)
        try claim(noun, index, in: &nouns)
        type.nouns.append(noun)
      default:
        throw unknownProperty(index, kind: "a type", allowed: Vocabulary.typeProperties)
      }
    }
    type.label = try required(label, .label, of: subject, declaration)
    typeTerms.append(subject)
    schema.types.append(type)
  }

  /// Notes a value that only one subject may have.
  func claim(_ value: String, _ index: Int, in claims: inout [String: Int]) throws(SchemaError) {
    guard let first = claims.updateValue(index, forKey: value) else { return }
    throw .duplicate(place(of: .object, index), text: value, first: place(of: .object, first))
  }

  /// Lets no characteristic of relations stand beside another kind.
  private func checkKind(_ index: Int) throws(SchemaError) {
    guard case .term(let object) = triples[index].object else { return }
    switch Vocabulary(rawValue: object) {
    case .symmetricRelation, .transitiveRelation:
      throw .unknownReference(place(of: .object, index), name: written(object), kind: "a kind of type", nearest: nil)
    default: return
    }
  }

  /// No type is above itself.
  func checkTypes() throws(SchemaError) {
    let parents = Dictionary(uniqueKeysWithValues: schema.types.map { ($0.name, $0.parent) })
    for (type, term) in zip(schema.types, typeTerms) {
      var above = type.parent
      var steps = 0
      while let name = above, steps <= parents.count {
        if name == type.name {
          let index = statements(of: term).first { triples[$0].predicate == Vocabulary.parent.rawValue }
          throw .cycle(place(of: .object, index ?? 0), type: name)
        }
        above = parents[name] ?? nil
        steps += 1
      }
    }
  }
}
