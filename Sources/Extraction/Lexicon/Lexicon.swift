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
  package let extendedCopulas: Set<String>
  package let complexTransitiveVerbs: Set<String>
  package let subjectControlVerbs: Set<String>
  package let reportingVerbs: Set<String>
  package let droppableAdjectives: Set<String>
  package let transparentNouns: Set<String>
  package let exemplifiers: Set<String>
  package let weekdays: [String]
  package let months: [String]
  package let timeNouns: Set<String>
  private let effects: [String: ComplementEffect]
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
    extendedCopulas = set("extendedCopula")
    complexTransitiveVerbs = set("complexTransitiveVerb")
    subjectControlVerbs = set("subjectControlVerb")
    reportingVerbs = set("reportingVerb")
    droppableAdjectives = set("droppableAdjective")
    transparentNouns = set("transparentNoun")
    exemplifiers = set("exemplifier")
    timeNouns = set("timeNoun")
    weekdays = schema.lists["weekday"] ?? []
    months = schema.lists["month"] ?? []

    nounEffects = Self.table(
      [
        (.negates, ["negativeNoun"]), (.denies, ["denyingNoun"]), (.expects, ["expectationNoun"]),
        (.plans, ["planNoun"]), (.desires, ["desireNoun"]), (.obliges, ["obligationNoun"]), (.fears, ["fearNoun"]),
        (.allows, ["possibilityNoun"]), (.reports, ["reportingNoun"]), (.implies, ["factNoun"]),
      ], schema)
    effects = Self.table(
      [
        (.negates, ["negativeVerb"]), (.denies, ["denyingVerb"]),
        (.expects, ["expectationVerb", "expectationAdjective"]),
        (.plans, ["planVerb", "planAdjective"]), (.desires, ["desireVerb", "desireAdjective"]),
        (.obliges, ["obligationVerb"]), (.fears, ["fearVerb"]), (.believes, ["possibilityVerb"]),
        (.allows, ["possibilityAdjective"]), (.reports, ["reportingVerb"]),
        (.implies, ["implicativeVerb", "raisingVerb"]),
      ], schema)
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

  /// The effect of `lemma` on its complement; nil when no list names it.
  package func effect(of lemma: String) -> ComplementEffect? { effects[lemma] }

  /// The effect of a noun on the clause that completes it (`plan to …`, `fear that …`); nil when no list names it.
  package func nounEffect(of lemma: String) -> ComplementEffect? { nounEffects[lemma] }
}
