package import SchemaFiles

/// The word lists of the schema, compiled for the rules: membership and effect by lemma.
package struct Lexicon: Sendable {
  package let lightVerbs: Set<String>
  package let negations: Set<String>
  package let possibilityModals: Set<String>
  package let obligationModals: Set<String>
  package let futureModals: Set<String>
  package let possibilityAdverbs: Set<String>
  package let hedgeAdverbs: Set<String>
  package let conditionalMarkers: Set<String>
  package let raisingVerbs: Set<String>
  package let factiveVerbs: Set<String>
  package let nearMissAdverbs: Set<String>
  package let subjectControlVerbs: Set<String>
  package let reportingVerbs: Set<String>
  package let droppableAdjectives: Set<String>
  package let reciprocalVerbs: Set<String>
  package let nonSubsectiveAdjectives: Set<String>
  package let transparentNouns: Set<String>
  package let exemplifiers: Set<String>
  package let doubtNouns: Set<String>
  package let judgingVerbs: Set<String>
  package let complexPrepositions: Set<String>
  package let adverbialPhrases: Set<String>
  package let ergativeVerbs: Set<String>
  /// By noun of an event: its verb, with its particle.
  package let verbOfNominalization: [String: String]
  package let soleOffices: Set<String>
  package let sameOffices: Set<String>
  package let nounControlVerbs: Set<String>
  /// The phrases before the source of a clause, as words: `in the words of`.
  package let attributionPhrases: [[String]]
  /// The words before a number that say how exact it is, as phrases.
  package let quantityModifiers: Set<String>
  package let singlingAdjectives: Set<String>
  package let weekdays: [String]
  package let months: [String]
  package let timeNouns: Set<String>
  private let openEffects: [String: ComplementEffect]
  private let clauseEffects: [String: ComplementEffect]
  private let nounEffects: [String: ComplementEffect]

  /// Lists that the schema lacks are empty.
  package init(schema: Schema) {
    func set(_ name: String) -> Set<String> { Set(schema.lists[name] ?? []) }
    lightVerbs = set("lightVerb")
    negations = set("negation")
    possibilityModals = set("possibilityModal")
    obligationModals = set("obligationModal")
    futureModals = set("futureModal")
    possibilityAdverbs = set("possibilityAdverb")
    hedgeAdverbs = set("hedgeAdverb")
    conditionalMarkers = set("conditionalMarker")
    raisingVerbs = set("raisingVerb")
    factiveVerbs = set("factiveVerb")
    nearMissAdverbs = set("nearMissAdverb")
    subjectControlVerbs = set("subjectControlVerb")
    reportingVerbs = set("reportingVerb")
    droppableAdjectives = set("droppableAdjective")
    reciprocalVerbs = set("reciprocalVerb")
    nonSubsectiveAdjectives = set("nonSubsectiveAdjective")
    transparentNouns = set("transparentNoun")
    exemplifiers = set("exemplifier")
    doubtNouns = set("doubtNoun")
    judgingVerbs = set("judgingVerb")
    complexPrepositions = set("complexPreposition")
    adverbialPhrases = set("adverbialPhrase")
    ergativeVerbs = set("ergativeVerb")
    var verbs: [String: String] = [:]
    for entry in schema.lists["nominalization"] ?? [] {
      let words = entry.split(separator: " ", maxSplits: 1)
      if words.count == 2 { verbs[String(words[0])] = String(words[1]) }
    }
    verbOfNominalization = verbs
    soleOffices = set("soleOffice")
    sameOffices = set("sameOffice")
    nounControlVerbs = set("nounControlVerb").union(set("lightVerb"))
    attributionPhrases = (schema.lists["attributionPhrase"] ?? []).map { $0.split(separator: " ").map(String.init) }
    quantityModifiers = set("quantityModifier")
    singlingAdjectives = set("singlingAdjective")
    timeNouns = set("timeNoun")
    weekdays = schema.lists["weekday"] ?? []
    months = schema.lists["month"] ?? []

    nounEffects = Self.table(
      [
        (.negates, ["negativeNoun"]), (.fears, ["fearNoun"]), (.plans, ["planNoun"]), (.desires, ["desireNoun"]),
        (.expects, ["expectationNoun"]), (.obliges, ["obligationNoun"]), (.allows, ["possibilityNoun"]),
        (.reports, ["speechNoun"]), (.implies, ["factNoun"]),
      ], schema)
    let adjectives: [(ComplementEffect, [String])] = [
      (.negates, ["negativeAdjective"]), (.plans, ["planAdjective"]), (.desires, ["desireAdjective"]),
      (.expects, ["expectationAdjective"]), (.obliges, ["obligationAdjective"]), (.allows, ["possibilityAdjective"]),
    ]
    openEffects = Self.table(
      [
        (.negates, ["negativeVerb", "acquittalVerb"]), (.denies, ["denyingVerb"]),
        (.allows, ["doubtingVerb", "permissionVerb"]),
        (.plans, ["planVerb"]), (.desires, ["desireVerb"]), (.expects, ["expectationVerb"]),
        (.obliges, ["obligationVerb"]), (.fears, ["fearVerb"]),
      ] + adjectives + [
        (.believes, ["possibilityVerb"]), (.implies, ["implicativeVerb", "raisingVerb", "verdictVerb"]),
        (.reports, ["reportingVerb", "accusationVerb"]),
      ], schema)
    clauseEffects = Self.table(
      [
        (.denies, ["denyingVerb"]), (.negates, ["negativeVerb"]), (.allows, ["doubtingVerb"]),
        (.expects, ["expectationVerb"]), (.fears, ["fearVerb"]), (.reports, ["reportingVerb"]),
        (.desires, ["desireVerb"]), (.implies, ["factiveVerb"]), (.plans, ["planVerb"]),
        (.obliges, ["obligationVerb"]), (.believes, ["possibilityVerb"]),
      ] + adjectives + [(.implies, ["implicativeVerb"])], schema)
  }

  /// A word in several lists has the effect of the first that names it: the stronger claim on the reader's caution.
  private static func table(_ order: [(ComplementEffect, [String])], _ schema: Schema) -> [String: ComplementEffect] {
    var effects: [String: ComplementEffect] = [:]
    for (effect, lists) in order {
      for list in lists {
        for word in schema.lists[list] ?? [] where effects[word] == nil { effects[word] = effect }
      }
    }
    return effects
  }

  /// The effect of a verb or adjective on its open complement (`plan to …`); nil when no list names it.
  package func effectOnOpenComplement(of lemma: String) -> ComplementEffect? { openEffects[lemma] }

  /// The effect of a verb or adjective on a clause with a subject of its own (`say that …`); nil when no list names it.
  package func effectOnClause(of lemma: String) -> ComplementEffect? { clauseEffects[lemma] }

  /// The effect of a noun on the clause that completes it (`plan to …`, `fear that …`); nil when no list names it.
  package func nounEffect(of lemma: String) -> ComplementEffect? { nounEffects[lemma] }
}
