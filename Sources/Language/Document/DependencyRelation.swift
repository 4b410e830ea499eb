/// The dependency relations of the English UD treebanks, subtypes included.
///
/// Source: https://universaldependencies.org/en/dep/
public enum DependencyRelation: UInt8, Sendable, CaseIterable {
  case clausalModifier, relativeClause, adverbialClause, adverbialRelativeClause, adverbialModifier
  case adjectivalModifier, apposition, auxiliary, passiveAuxiliary, caseMarker
  case coordinator, preconjunction, clausalComplement, compound, particle
  case conjunct, copula, clausalSubject, passiveClausalSubject, outerClausalSubject
  case dependent, determiner, predeterminer, discourse, dislocated
  case expletive, fixed, flat, goesWith, indirectObject
  case list, marker, nominalModifier, descriptiveModifier, possessive
  case unmarkedNominalModifier, subject, passiveSubject, outerSubject, numericModifier
  case object, oblique, agent, unmarkedOblique, orphan
  case parataxis, punctuation, reparandum, root, vocative
  case openComplement

  /// The relation as CoNLL-U writes it, such as `nsubj:pass`.
  public var conlluName: String {
    switch self {
    case .clausalModifier: "acl"
    case .relativeClause: "acl:relcl"
    case .adverbialClause: "advcl"
    case .adverbialRelativeClause: "advcl:relcl"
    case .adverbialModifier: "advmod"
    case .adjectivalModifier: "amod"
    case .apposition: "appos"
    case .auxiliary: "aux"
    case .passiveAuxiliary: "aux:pass"
    case .caseMarker: "case"
    case .coordinator: "cc"
    case .preconjunction: "cc:preconj"
    case .clausalComplement: "ccomp"
    case .compound: "compound"
    case .particle: "compound:prt"
    case .conjunct: "conj"
    case .copula: "cop"
    case .clausalSubject: "csubj"
    case .passiveClausalSubject: "csubj:pass"
    case .outerClausalSubject: "csubj:outer"
    case .dependent: "dep"
    case .determiner: "det"
    case .predeterminer: "det:predet"
    case .discourse: "discourse"
    case .dislocated: "dislocated"
    case .expletive: "expl"
    case .fixed: "fixed"
    case .flat: "flat"
    case .goesWith: "goeswith"
    case .indirectObject: "iobj"
    case .list: "list"
    case .marker: "mark"
    case .nominalModifier: "nmod"
    case .descriptiveModifier: "nmod:desc"
    case .possessive: "nmod:poss"
    case .unmarkedNominalModifier: "nmod:unmarked"
    case .subject: "nsubj"
    case .passiveSubject: "nsubj:pass"
    case .outerSubject: "nsubj:outer"
    case .numericModifier: "nummod"
    case .object: "obj"
    case .oblique: "obl"
    case .agent: "obl:agent"
    case .unmarkedOblique: "obl:unmarked"
    case .orphan: "orphan"
    case .parataxis: "parataxis"
    case .punctuation: "punct"
    case .reparandum: "reparandum"
    case .root: "root"
    case .vocative: "vocative"
    case .openComplement: "xcomp"
    }
  }

  /// The relation that CoNLL-U writes as `name`; nil when there is none.
  public init?(conlluName name: some StringProtocol) {
    guard let relation = Self.allCases.first(where: { $0.conlluName == name }) else { return nil }
    self = relation
  }
}
