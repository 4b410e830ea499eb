internal import Bytes
internal import GraphStore

/// The resources of RDF files until all their names and types are known.
///
/// A resource is called by its label (English before none before others), or else by its IRI; one whose label and type
/// another resource has too keeps its IRI. What it is not called by is an alias. Literals are entities of their own, unless
/// they are names.
struct ResourceTable {
  /// The keys of all terms.
  private var terms = ByteInterner()
  /// Whether there were more terms than can be numbered.
  private var isFull = false
  private var labels: [UInt32: Label] = [:]
  private var otherNames: [UInt32: Set<String>] = [:]
  private var classes: [UInt32: String] = [:]
  private var predicates = StringInterner()
  private var edges: [(subject: UInt32, predicate: UInt32, object: UInt32)] = []

  private struct Label: Comparable {
    /// 0 for English, 1 without a language, 2 for others.
    var rank: Int
    var text: String

    static func < (a: Self, b: Self) -> Bool {
      a.rank != b.rank ? a.rank < b.rank : a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
  }

  private enum Vocabulary {
    static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    static let names = [
      "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel",
      "http://schema.org/name", "http://xmlns.com/foaf/0.1/name",
    ]
    static let otherNames = ["http://www.w3.org/2004/02/skos/core#altLabel", "http://schema.org/alternateName"]
    /// What `tercet export` says about statements.
    static let property = "urn:tercet:property:"
    static let reification = [
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
    ]
    static let statement = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"
  }

  /// Adds a statement; false when it is about a statement, which asserts nothing.
  mutating func add(_ statement: RDFStatement) -> Bool {
    if statement.predicate.hasPrefix(Vocabulary.property) || Vocabulary.reification.contains(statement.predicate) {
      return false
    }
    if statement.predicate == Vocabulary.type, case .iri(let name) = statement.object {
      if name == Vocabulary.statement { return false }
      let subject = number(statement.subject)
      // Of several types the first in order, whatever their order in the file.
      classes[subject] = classes[subject].map { min($0, name) } ?? name
      return true
    }
    if case .literal(let text, _, let language) = statement.object {
      if Vocabulary.names.contains(statement.predicate) {
        let rank = language == nil ? 1 : language == "en" || language?.hasPrefix("en-") == true ? 0 : 2
        let subject = number(statement.subject)
        let label = Label(rank: rank, text: text)
        otherNames[subject, default: []].insert(text)
        labels[subject] = labels[subject].map { min($0, label) } ?? label
        return true
      }
      if Vocabulary.otherNames.contains(statement.predicate) {
        otherNames[number(statement.subject), default: []].insert(text)
        return true
      }
    }
    let predicate = UInt32(predicates.intern(statement.predicate))
    edges.append((number(statement.subject), predicate, number(statement.object)))
    return true
  }

  private mutating func number(_ term: RDFStatement.Term) -> UInt32 {
    guard let number = terms.intern(term.key[...]) else {
      isFull = true
      return 0
    }
    return UInt32(number)
  }

  private func term(_ number: UInt32) -> RDFStatement.Term { RDFStatement.Term(key: terms[Int(number)]) }

  /// Puts everything into `table`.
  func move(into table: inout TripleTable) throws(StoreError) {
    if isFull { throw .invalidContent(detail: "the resources are over 4 GiB long together") }
    var isNamed = [Bool](repeating: false, count: terms.count)
    for edge in edges {
      isNamed[Int(edge.subject)] = true
      isNamed[Int(edge.object)] = true
    }
    let uses = try self.uses(isNamed)
    var entities = [UInt32](repeating: 0, count: terms.count)
    for number in isNamed.indices.lazy.filter({ isNamed[$0] }).map({ UInt32($0) }) {
      var choice = choice(number)
      let term = term(number)
      let spelling = Self.spelling(term)
      var aliases = otherNames[number] ?? []
      if uses.isShared(choice), case .iri = term {
        aliases.insert(choice.name)
        choice.name = spelling
      }
      let entity = try table.entity(Array(choice.name.utf8)[...], type: table.type(choice.type))
      entities[Int(number)] = entity
      if case .iri(let iri) = term, !iri.hasPrefix("urn:tercet:entity:") {
        aliases.insert(spelling)
        aliases.insert(Self.localName(iri))
      }
      aliases.remove(choice.name)
      for alias in aliases where !alias.isEmpty {
        table.addAlias(.init(name: alias, rule: GraphContent.Alias.importedRule), to: entity)
      }
    }
    let wordings = predicates.strings.map(wording)
    var isTaken: [String: Int] = [:]
    for wording in wordings { isTaken[wording.name, default: 0] += 1 }
    var relations: [UInt32] = []
    for (iri, wording) in zip(predicates.strings, wordings) {
      let name = isTaken[wording.name, default: 0] > 1 ? iri : wording.name
      let predicate = try table.predicate(Array(name.utf8)[...])
      if let relation = wording.relation { table.setRelation(relation, of: predicate) }
      relations.append(predicate)
    }
    for edge in edges {
      table.append(
        subject: entities[Int(edge.subject)], predicate: relations[Int(edge.predicate)],
        object: entities[Int(edge.object)])
    }
  }

  private struct Choice {
    var name: String
    var type: String

    var key: [UInt8] { Array(name.utf8) + [0xFF] + type.utf8 }
  }

  /// How many resources would be called the same.
  private struct Uses {
    var keys = ByteInterner()
    var counts: [UInt32] = []

    func isShared(_ choice: Choice) -> Bool { keys.number(of: choice.key[...]).map { counts[$0] > 1 } ?? false }
  }

  private func uses(_ isNamed: [Bool]) throws(StoreError) -> Uses {
    var uses = Uses()
    for number in isNamed.indices where isNamed[number] {
      guard let key = uses.keys.intern(choice(UInt32(number)).key[...]) else {
        throw .invalidContent(detail: "the names are over 4 GiB long together")
      }
      if key == uses.counts.count { uses.counts.append(0) }
      uses.counts[key] += 1
    }
    return uses
  }

  /// What a resource is called, as long as no other is called so.
  private func choice(_ number: UInt32) -> Choice {
    let term = term(number)
    switch term {
    case .literal(let text, let datatype, _):
      let type = datatype.map(Self.localName) ?? "string"
      return Choice(name: text, type: type == "string" || type == "langString" ? "Literal" : Self.capitalized(type))
    case .blank, .iri:
      let spelling = Self.spelling(term)
      if let own = Self.parts(spelling, of: "entity"), own.count == 2 { return Choice(name: own[1], type: own[0]) }
      let type = classes[number].map { Self.parts($0, of: "type")?.first ?? Self.localName($0) }
      return Choice(name: labels[number]?.text ?? spelling, type: type ?? "Thing")
    }
  }

  private func wording(_ iri: String) -> (name: String, relation: String?) {
    let number = terms.number(of: RDFStatement.Term.iri(iri).key[...])
    let label = number.flatMap { labels[UInt32($0)]?.text }
    if let relation = Self.parts(iri, of: "relation")?.first { return (label ?? relation, relation) }
    if let words = Self.parts(iri, of: "predicate")?.first { return (words, nil) }
    return (label ?? Self.localName(iri), nil)
  }

  private static func spelling(_ term: RDFStatement.Term) -> String {
    switch term {
    case .iri(let iri): iri
    case .blank(let name): "_:\(name)"
    case .literal(let text, _, _): text
    }
  }

  /// The decoded parts of `urn:tercet:KIND:A:B`; nil for other IRIs.
  private static func parts(_ iri: String, of kind: String) -> [String]? {
    guard iri.hasPrefix("urn:tercet:\(kind):") else { return nil }
    return iri.split(separator: ":", omittingEmptySubsequences: false).dropFirst(3).map { decoded($0) }
  }

  /// What stands behind the last `#`, `/` or `:`, decoded; the whole IRI when nothing does.
  private static func localName(_ iri: String) -> String {
    let end = iri.lastIndex { "#/:".contains($0) }
    let name = end.map { decoded(iri[iri.index(after: $0)...]) } ?? iri
    return name.isEmpty ? iri : name
  }

  /// `text` with `%20` and the like as the bytes that they stand for.
  private static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  private static func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
