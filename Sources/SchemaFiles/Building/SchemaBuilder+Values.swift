internal import Bytes

extension SchemaBuilder {
  /// Where a part of a statement is written.
  func place(of part: TurtlePlaces.Part, _ index: Int) -> SchemaPlace {
    TurtlePlaces(sources[triples[index].source]).place(of: part, in: triples[index])
  }

  /// A term as a person knows it: its local name, or the property's usual spelling.
  func written(_ term: TermID) -> String {
    if let known = Vocabulary(rawValue: term) { return known.shortName }
    return terms.isBlank(term) ? "[ … ]" : terms.localName(term)
  }

  /// The property as the file writes it, for properties that the vocabulary has not.
  func unknownProperty(_ index: Int, kind: String, allowed: [Vocabulary]) -> SchemaError {
    let property = TurtlePlaces(sources[triples[index].source]).text(of: .predicate, in: triples[index])
    let shown = Vocabulary(rawValue: triples[index].predicate)?.shortName ?? property
    let known = allowed.map(\.shortName)
    return .unknownProperty(
      place(of: .predicate, index), property: shown, kind: kind, nearest: NearestName.name(to: shown, among: known))
  }

  /// The text that a statement gives, never empty.
  func text(_ index: Int) throws(SchemaError) -> String {
    guard case .text(let text, let language) = triples[index].object else {
      throw .expectedText(place(of: .object, index), property: written(triples[index].predicate))
    }
    if let language, language != "en" { throw .language(place(of: .object, index), tag: language) }
    guard text.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else {
      throw .emptyText(place(of: .object, index), property: written(triples[index].predicate))
    }
    return text
  }

  /// Lower-case words with single spaces between.
  func words(_ index: Int) throws(SchemaError) -> String {
    let text = try text(index)
    var previous = UInt8(ascii: " ")
    var isPlain = true
    for byte in text.utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if (isSpace && previous == UInt8(ascii: " ")) || (65...90).contains(byte) || byte < 32 || byte > 127 {
        isPlain = false
        break
      }
      previous = byte
    }
    if isPlain && previous != UInt8(ascii: " ") { return text }
    let expected = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard expected == text else { throw .spelling(place(of: .object, index), text: text, expected: expected) }
    return text
  }

  /// The term to which a statement refers.
  func reference(_ index: Int) throws(SchemaError) -> TermID {
    guard case .term(let term) = triples[index].object else {
      throw .expectedReference(place(of: .object, index), property: written(triples[index].predicate))
    }
    return term
  }

  /// The IRI of something elsewhere on the web.
  func webReference(_ index: Int) throws(SchemaError) -> String {
    let iri = try terms.terms[Int(reference(index))]
    guard iri.hasPrefix("http://") || iri.hasPrefix("https://") else {
      throw .spelling(place(of: .object, index), text: iri, expected: "an IRI that begins with http:// or https://")
    }
    return iri
  }

  /// A reference to a declared type.
  func typeReference(_ index: Int) throws(SchemaError) -> String {
    try reference(index, to: "a type") { $0 == .type }
  }

  /// A reference to a declared relation.
  func relationReference(_ index: Int) throws(SchemaError) -> String {
    try reference(index, to: "a relation") { $0 == .relation }
  }

  private func reference(
    _ index: Int, to kind: String, _ isRight: (Kind) -> Bool
  ) throws(SchemaError) -> String {
    let term = try reference(index)
    if let declaration = declarations[term], isRight(declaration.kind) { return terms.localName(term) }
    throw unknownReference(index, term, kind: kind, isRight)
  }

  func unknownReference(_ index: Int, _ term: TermID, kind: String, _ isRight: (Kind) -> Bool) -> SchemaError {
    let known = declarations.filter { isRight($0.value.kind) }.map { terms.localName($0.key) }.sorted()
    return .unknownReference(
      place(of: .object, index), name: written(term), kind: kind,
      nearest: NearestName.name(to: written(term), among: known))
  }

  /// Sets a field that may have one value.
  func setOnce<Value>(_ field: inout Value?, _ index: Int, _ value: Value) throws(SchemaError) {
    guard field == nil else {
      throw .repeated(
        place(of: .object, index), name: written(triples[index].subject), property: written(triples[index].predicate))
    }
    field = value
  }

  /// A field without which a subject is not complete.
  func required(
    _ field: String?, _ property: Vocabulary, of subject: TermID, _ declaration: Declaration
  ) throws(SchemaError) -> String {
    guard let field else {
      throw .missing(place(of: .subject, declaration.triple), name: written(subject), property: property.shortName)
    }
    return field
  }

  /// Adds a value that must not stand twice among those of one subject.
  func append(_ value: String, to values: inout [String], _ index: Int) throws(SchemaError) {
    if values.contains(value) { throw duplicate(value, index) }
    values.append(value)
  }

  /// The error for a value that an earlier statement of the same subject and property gives.
  func duplicate(_ value: String, _ index: Int) -> SchemaError {
    let earlier = statements(of: triples[index].subject).first { other in
      guard other < index, triples[other].predicate == triples[index].predicate else { return false }
      switch (triples[other].object, triples[index].object) {
      case (.text(let one, _), .text(let two, _)): return one == two
      case (.term(let one), .term(let two)): return one == two
      default: return false
      }
    }
    return .duplicate(place(of: .object, index), text: value, first: place(of: .object, earlier ?? index))
  }
}
