package import TreePatterns

/// Everything that Schema/ declares: entity types, relations and their wordings, frames, names, the word lists of the
/// rules, and rules over trees.
///
/// A value without behaviour; extraction builds its own look-up tables from it.
public struct Schema: Sendable, Equatable {
  public var types: [EntityType] = []
  public var relations: [Relation] = []
  public var names: [KnownEntity] = []
  /// Word lists by name, such as `reportingVerb`: lower-case lemmas or phrases, sorted.
  public var lists: [String: [String]] = [:]
  public var examples: [Example] = []
  /// The rules over trees; none without a folder `grammar`.
  package var grammar = Grammar()
  /// Meanings of verbs, with their nouns, adjectives and roles.
  public var frames = FrameTable()

  public init() {}

  /// What rules over trees refer to.
  package var ruleVocabulary: RuleVocabulary {
    RuleVocabulary(
      lists: lists.merging(frames.verbsByEffect) { list, _ in list },
      parents: Dictionary(types.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// A type of entity, such as `Person`.
public struct EntityType: Sendable, Equatable {
  /// Name in the schema, such as `GeopoliticalEntity`.
  public var name: String
  public var label: String
  /// The more general type; nil at the top.
  public var parent: String?
  /// Label names of the model (`PERSON`, `GPE`) that mean this type.
  public var modelLabels: [String] = []
  /// Kinds of the index of names that mean this type: `company`.
  public var nameKinds: [String] = []
  /// Nouns whose referents have this type: `minister` → Person, `alliance` → Organization.
  public var nouns: [String] = []
  public var comment: String?

  public init(name: String, label: String, parent: String? = nil) {
    self.name = name
    self.label = label
    self.parent = parent
  }
}

/// A relation of the schema, such as `leads`, with its signature and how English words it.
public struct Relation: Sendable, Equatable {
  /// Name in the schema, camelCase: `memberOf`.
  public var name: String
  /// The words shown in answers: `member of`.
  public var label: String
  public var comment: String?
  /// Names of the entity types allowed as subject and as object; empty for any.
  public var domain: [String] = []
  public var range: [String] = []
  /// The relation that says the same from object to subject; nil when there is none.
  public var inverse: String?
  /// IRIs of properties elsewhere that say nearly the same, in the same direction (`skos:closeMatch`).
  public var closeMatches: [String] = []
  public var isSymmetric = false
  public var isTransitive = false
  public var wordings: [Wording] = []

  public init(name: String, label: String) {
    self.name = name
    self.label = label
  }
}

/// One way in which English expresses a relation.
public struct Wording: Sendable, Equatable, Hashable {
  /// The construction in which ``lemmas`` must stand.
  public enum Construction: String, Sendable, CaseIterable {
    /// `lead`, `meet with`, `take part in`, `express concern over`: subject, verb, object of the verb or of the
    /// preposition. The passive of a wording without preposition is understood.
    case verb
    /// `leader of`: X is (the) leader of Y; Y's leader X; X, leader of Y; Y leader X.
    case noun
    /// `Secretary General`: a title that, beside a person's name, links the person to the organization or country that
    /// modifies it: NATO Secretary General Mark Rutte.
    case title
    /// `worried about`, `afraid of`: X is worried about Y.
    case adjective
  }

  public var construction: Construction
  /// Lemmas in order, lower case, single spaces; a final preposition governs the object.
  public var lemmas: String
  /// Whether the words run from object to subject (`include` words `memberOf` backwards).
  public var isReversed: Bool

  public init(construction: Construction, lemmas: String, isReversed: Bool = false) {
    self.construction = construction
    self.lemmas = lemmas
    self.isReversed = isReversed
  }
}

/// An entity that the schema knows by name: a country, an organization.
public struct KnownEntity: Sendable, Equatable {
  /// The canonical name: `United States`.
  public var name: String
  /// Name of its type in the schema.
  public var type: String
  /// Other names and acronyms: `U.S.`, `America`.
  public var aliases: [String] = []
  /// Adjectives of origin: `American`.
  public var demonyms: [String] = []
  /// Nouns for its people: `Americans`.
  public var peoples: [String] = []
  /// Canonical name of the capital, which may stand for the government: `Washington`.
  public var capital: String?
  /// Offices that lead it: `president`, `prime minister`.
  public var offices: [String] = []
  /// Common nouns that may refer back to it: `alliance` → NATO.
  public var epithets: [String] = []
  /// Canonical names of organizations of which it is a member.
  public var memberships: [String] = []
  /// IRIs by which it is known elsewhere (`owl:sameAs`), of Wikidata.
  public var sameAs: [String] = []
  /// Its codes in capital letters, of two and of three, by ISO 3166-1; nil for what is no country there.
  public var alpha2: String?
  public var alpha3: String?
  /// Where it lies; nil for what lies nowhere, and where nobody said so.
  public var coordinates: Coordinates?
  /// Who leads it, and who did; in the order of the schema.
  public var leaders: [Leader] = []

  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }
}

/// A place on Earth by WGS 84, in degrees as they were written, with a full stop before the fraction.
public struct Coordinates: Sendable, Equatable {
  /// North of the equator, -90 to 90.
  public var latitude: String
  /// East of Greenwich, -180 to 180.
  public var longitude: String

  public init(latitude: String, longitude: String) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A sentence of the schema with the statements that must come out of it.
public struct Example: Sendable, Equatable {
  public var text: String
  /// `subject | predicate | object`, each as the graph names it.
  public var statements: [String]
  /// Where the example stands: `file:line`.
  public var place: String
  /// Why the statements do not come out yet; nil for an example that must pass.
  public var pending: String?

  public init(text: String, statements: [String], place: String, pending: String? = nil) {
    self.text = text
    self.statements = statements
    self.place = place
    self.pending = pending
  }
}
