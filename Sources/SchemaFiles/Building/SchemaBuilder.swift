/// Makes a ``Schema`` of the statements of all files, or says what is wrong with them.
final class SchemaBuilder {
  /// What a subject is declared to be.
  enum Kind: Equatable {
    case type, relation, list
    case name(type: TermID)
  }

  struct Declaration {
    var kind: Kind
    /// The statement that declares.
    var triple: Int
  }

  let sources: [SchemaSource]
  let terms: TermTable
  let triples: [Triple]
  /// The statements of each subject, as ranges of ``order``; subjects in the order in which they first appear.
  let order: [Int]
  let ranges: [TermID: Range<Int>]
  let subjects: [TermID]

  var declarations: [TermID: Declaration] = [:]
  var schema = Schema()
  /// The canonical name of each declared name.
  var namesByTerm: [TermID: String] = [:]
  /// Line tables of the files that have examples.
  var places: [Int: TurtlePlaces] = [:]
  /// The statement with each noun, wording, model label and canonical name, for the checks between subjects.
  var nouns: [String: Int] = [:]
  var modelLabels: [String: Int] = [:]
  var canonicalNames: [String: Int] = [:]
  /// The statement with each code and each IRI of elsewhere.
  var identities: [String: Int] = [:]
  var relationTerms: [TermID] = []
  var typeTerms: [TermID] = []

  init(sources: [SchemaSource], terms: TermTable, triples: [Triple]) {
    self.sources = sources
    self.terms = terms
    self.triples = triples
    var subjects: [TermID] = []
    var counts = [Int](repeating: 0, count: terms.terms.count)
    for triple in triples {
      if counts[Int(triple.subject)] == 0 { subjects.append(triple.subject) }
      counts[Int(triple.subject)] += 1
    }
    var ranges: [TermID: Range<Int>] = [:]
    ranges.reserveCapacity(subjects.count)
    var next = 0
    var slots = counts
    for subject in subjects {
      let count = counts[Int(subject)]
      ranges[subject] = next..<next + count
      slots[Int(subject)] = next
      next += count
    }
    var order = [Int](repeating: 0, count: triples.count)
    for (index, triple) in triples.enumerated() {
      order[slots[Int(triple.subject)]] = index
      slots[Int(triple.subject)] += 1
    }
    self.order = order
    self.ranges = ranges
    self.subjects = subjects
  }

  func build() throws(SchemaError) -> Schema {
    try declare()
    for triple in triples where triple.predicate == Vocabulary.name.rawValue {
      guard case .name = declarations[triple.subject]?.kind, case .text(let name, _) = triple.object else { continue }
      namesByTerm[triple.subject] = name
    }
    // In the order in which they are declared, whatever files say of them before.
    for (subject, declaration) in declarations.sorted(by: { $0.value.triple < $1.value.triple }) {
      switch declaration.kind {
      case .type: try addType(subject, declaration)
      case .relation: try addRelation(subject, declaration)
      case .list: try addList(subject, declaration)
      case .name(let type): try addName(subject, declaration, type: type)
      }
    }
    try checkTypes()
    try checkRelations()
    return schema
  }

  /// The statements about a subject, in the order of the files.
  func statements(of subject: TermID) -> some Sequence<Int> {
    (ranges[subject] ?? 0..<0).lazy.map { [order] in order[$0] }
  }

  /// Finds out what every subject is.
  private func declare() throws(SchemaError) {
    declarations.reserveCapacity(subjects.count)
    var seen: [String: [String: Int]] = [:]
    for (index, triple) in triples.enumerated() where Vocabulary(rawValue: triple.predicate) == .kind {
      guard case .term(let object) = triple.object else {
        throw .expectedReference(place(of: .object, index), property: "a")
      }
      let kind: Kind? =
        switch Vocabulary(rawValue: object) {
        case .entityType: .type
        case .relation: .relation
        case .symmetricRelation, .transitiveRelation: nil
        case .wordList: .list
        default: .name(type: object)
        }
      guard let kind else { continue }
      if let first = declarations[triple.subject] {
        throw .declaredTwice(
          place(of: .object, index), name: written(triple.subject), first: place(of: .object, first.triple))
      }
      declarations[triple.subject] = Declaration(kind: kind, triple: index)
      // Two IRIs that end alike are one name to everybody else.
      let group: String? =
        switch kind {
        case .type: "type"
        case .relation: "relation"
        case .list: "list"
        case .name: nil
        }
      guard let group else { continue }
      let name = terms.localName(triple.subject)
      if let first = seen[group]?.updateValue(index, forKey: name) {
        throw .declaredTwice(place(of: .subject, index), name: name, first: place(of: .subject, first))
      }
      seen[group, default: [:]][name] = index
    }
    let examples = Set(triples.compactMap(\.exampleTerm))
    for subject in subjects where declarations[subject] == nil {
      guard !examples.contains(subject), let first = statements(of: subject).first(where: { _ in true }) else {
        continue
      }
      throw .undeclared(place(of: .subject, first), name: written(subject))
    }
  }
}

extension Triple {
  /// The blank node or IRI that this statement makes an example.
  fileprivate var exampleTerm: TermID? {
    guard Vocabulary(rawValue: predicate) == .example, case .term(let term) = object else { return nil }
    return term
  }
}
