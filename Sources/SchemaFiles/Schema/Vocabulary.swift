/// The terms that have a meaning for the reader; see Schema/README.md.
enum Vocabulary: Int32, CaseIterable {
  // Kinds of subjects.
  case entityType, relation, symmetricRelation, transitiveRelation, wordList
  // Properties.
  case kind, label, comment
  case parent, modelLabel, nameKind, typeNoun
  case domain, range, inverse, closeMatch
  case verb, noun, title, adjective, reverseVerb, reverseNoun, reverseTitle, reverseAdjective
  case example, exampleText, exampleStatement, examplePending
  case name, alias, demonym, people, capital, office, epithet, memberOf, sameAs, alpha2, alpha3,
    coordinates, leader
  case word

  static let tercet = "urn:tercet:schema#"
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let owl = "http://www.w3.org/2002/07/owl#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"

  /// Usual prefix, namespace and local name.
  private var parts: (prefix: String, namespace: String, local: String) {
    switch self {
    case .entityType: ("owl", Self.owl, "Class")
    case .relation: ("owl", Self.owl, "ObjectProperty")
    case .symmetricRelation: ("owl", Self.owl, "SymmetricProperty")
    case .transitiveRelation: ("owl", Self.owl, "TransitiveProperty")
    case .wordList: ("tercet", Self.tercet, "WordList")
    case .kind: ("rdf", Self.rdf, "type")
    case .label: ("rdfs", Self.rdfs, "label")
    case .comment: ("rdfs", Self.rdfs, "comment")
    case .parent: ("rdfs", Self.rdfs, "subClassOf")
    case .modelLabel: ("tercet", Self.tercet, "modelLabel")
    case .nameKind: ("tercet", Self.tercet, "nameKind")
    case .typeNoun: ("tercet", Self.tercet, "typeNoun")
    case .domain: ("rdfs", Self.rdfs, "domain")
    case .range: ("rdfs", Self.rdfs, "range")
    case .inverse: ("owl", Self.owl, "inverseOf")
    case .closeMatch: ("skos", Self.skos, "closeMatch")
    case .verb: ("tercet", Self.tercet, "verb")
    case .noun: ("tercet", Self.tercet, "noun")
    case .title: ("tercet", Self.tercet, "title")
    case .adjective: ("tercet", Self.tercet, "adjective")
    case .reverseVerb: ("tercet", Self.tercet, "reverseVerb")
    case .reverseNoun: ("tercet", Self.tercet, "reverseNoun")
    case .reverseTitle: ("tercet", Self.tercet, "reverseTitle")
    case .reverseAdjective: ("tercet", Self.tercet, "reverseAdjective")
    case .example: ("tercet", Self.tercet, "example")
    case .exampleText: ("tercet", Self.tercet, "text")
    case .exampleStatement: ("tercet", Self.tercet, "statement")
    case .examplePending: ("tercet", Self.tercet, "pending")
    case .name: ("skos", Self.skos, "prefLabel")
    case .alias: ("skos", Self.skos, "altLabel")
    case .demonym: ("tercet", Self.tercet, "demonym")
    case .people: ("tercet", Self.tercet, "people")
    case .capital: ("tercet", Self.tercet, "capital")
    case .office: ("tercet", Self.tercet, "office")
    case .epithet: ("tercet", Self.tercet, "epithet")
    case .memberOf: ("tercet", Self.tercet, "memberOf")
    case .sameAs: ("owl", Self.owl, "sameAs")
    case .alpha2: ("tercet", Self.tercet, "alpha2")
    case .alpha3: ("tercet", Self.tercet, "alpha3")
    case .coordinates: ("tercet", Self.tercet, "coordinates")
    case .leader: ("tercet", Self.tercet, "leader")
    case .word: ("tercet", Self.tercet, "word")
    }
  }

  var iri: String { parts.namespace + parts.local }
  /// As errors write it: `rdfs:label`.
  var shortName: String { parts.prefix + ":" + parts.local }

  /// The construction and direction of a wording property; nil for the others.
  var wording: (construction: Wording.Construction, isReversed: Bool)? {
    switch self {
    case .verb: (.verb, false)
    case .noun: (.noun, false)
    case .title: (.title, false)
    case .adjective: (.adjective, false)
    case .reverseVerb: (.verb, true)
    case .reverseNoun: (.noun, true)
    case .reverseTitle: (.title, true)
    case .reverseAdjective: (.adjective, true)
    default: nil
    }
  }

  static let typeProperties: [Vocabulary] = [.kind, .label, .comment, .parent, .modelLabel, .nameKind, .typeNoun]
  static let relationProperties: [Vocabulary] =
    [.kind, .label, .comment, .domain, .range, .inverse, .closeMatch, .example] + allCases.filter { $0.wording != nil }
  static let nameProperties: [Vocabulary] =
    [
      .kind, .name, .alias, .demonym, .people, .capital, .office, .epithet, .memberOf, .sameAs, .alpha2, .alpha3,
      .coordinates, .leader,
    ]
  static let listProperties: [Vocabulary] = [.kind, .comment, .word]
  static let exampleProperties: [Vocabulary] = [.exampleText, .exampleStatement, .examplePending]
}
