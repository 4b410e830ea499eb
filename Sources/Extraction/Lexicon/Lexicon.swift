import Language
package import SchemaFiles

/// The word lists and frames of the schema, compiled for the rules: membership and effect by lemma.
package struct Lexicon: Sendable {
  package let lightVerbs: Set<String>
  /// Verbs whose subject undergoes what their object names.
  package let receivingVerbs: Set<String>
  /// Nouns behind the name of an organization that say what it is: `movement`.
  package let classNouns: Set<String>
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
  /// Verbs of how much, of which nearly is near enough: `tripled`.
  package let multiplyingVerbs: Set<String>
  package let subjectControlVerbs: Set<String>
  package let reportingVerbs: Set<String>
  /// Verbs of speech that only somebody does: `say`, not `show`.
  package let personalVerbs: Set<String>
  package let inquiryNouns: Set<String>
  package let placeKindNouns: Set<String>
  /// Nouns for what shows somebody who does something: `video`.
  package let depictionNouns: Set<String>
  /// Nouns for what somebody utters: `statement`.
  package let statementNouns: Set<String>
  /// Verbs of whoever utters that: `release`.
  package let utteringVerbs: Set<String>
  /// Nouns that with `this` before them only point to what was told: `reason`.
  package let pointingNouns: Set<String>
  /// Adverbs that behind a negation leave open what is so: `necessarily`.
  package let partialAdverbs: Set<String>
  /// Adverbs by which a condition does not matter: `still`.
  package let regardlessAdverbs: Set<String>
  /// Words for numbers of which several are counted: `millions`.
  package let numberNouns: Set<String>
  /// Verbs of what is seen in a picture of somebody, but which he does not do: `hang`.
  package let depictionVerbs: Set<String>
  /// Nouns of what somebody wants, of which another noun says what it is: `priority`.
  package let aimNouns: Set<String>
  /// Nouns that stand bare behind `by` to tell how: `force`.
  package let mannerNouns: Set<String>
  package let afterwardsAdverbs: Set<String>
  package let droppableAdjectives: Set<String>
  package let nonSubsectiveAdjectives: Set<String>
  /// Words before an office whose holder does not hold the office itself: `deputy`.
  package let lesserOffices: Set<String>
  package let transparentNouns: Set<String>
  package let exemplifiers: Set<String>
  package let doubtNouns: Set<String>
  package let judgingVerbs: Set<String>
  /// Verbs by which a thing gets its name or office.
  package let namingVerbs: Set<String>
  package let complexPrepositions: Set<String>
  package let adverbialPhrases: Set<String>
  /// Meanings of verbs, with their nouns, adjectives and roles.
  package let frames: Frames
  package let participles: Participles
  /// Prepositions before what takes part in an event.
  package let rolePrepositions: Set<String>
  /// Adverbs with which an adjective needs the clause behind it: `too`.
  package let measuringAdverbs: Set<String>
  /// Adverbs with which a role is no longer held: `previously`.
  package let formerAdverbs: Set<String>
  /// Verbs with a noun that makes one sense with them: `take place`.
  package let verbIdioms: Set<String>
  /// Nouns of offices and occupations.
  package let officeNouns: Set<String>
  /// Offices whose `of` tells what they are in charge of: `minister`.
  package let portfolioNouns: Set<String>
  package let soleOffices: Set<String>
  let leaders: LeaderTable
  /// By name of a country: the offices of who leads it.
  package let officesOfCountries: [String: [String]]
  /// By verb before `as` and an office: what becomes of it.
  package let tenureVerbs: [String: Tenure]
  /// Those by which others decide on it, so that the object has or had the office: `appoint`, `sack`.
  package let officeGivers: Set<String>
  /// Those by which the subject has the office that the object had: `succeed`.
  package let successionVerbs: Set<String>
  /// Those that end the office that somebody has where nothing says which: `resign`.
  package let resigningVerbs: Set<String>
  /// Those that may: `retire`, also from a race; and those by which others dismiss: `sack`.
  package let retiringVerbs: Set<String>
  package let dismissingVerbs: Set<String>
  /// Verbs by which somebody becomes a member: `join`; and by which somebody leads: `head`.
  package let joiningVerbs: Set<String>
  package let headingVerbs: Set<String>
  /// Verbs of the death of their subject, or of their object where they have one: `die`, `kill`.
  package let deathVerbs: Set<String>
  /// Adjectives before an office that is over, and before one that is held still: `former`, `outgoing`.
  package let formerAdjectives: Set<String>
  package let currentAdjectives: Set<String>
  /// Adverbs before an office that was held when what is told happened: `then`.
  package let thenAdverbs: Set<String>
  /// Adjectives of holders who live no more: `late`; of those who are still to come: `next`.
  package let lateAdjectives: Set<String>
  package let comingAdjectives: Set<String>
  /// What without an article is the office that somebody has: `left office`.
  package let publicOffices: Set<String>
  /// Verbs of what somebody does in an office: `speak` as mayor.
  package let capacityVerbs: Set<String>
  /// Adverbs with which what was is no more: `no longer`.
  package let endingAdverbs: Set<String>
  /// By noun of an office what its holder is: of `presidency`, president; verbs by which one gets it and hands it on.
  package let officesByNoun: [String: String]
  package let takingVerbs: Set<String>
  package let handingVerbs: Set<String>
  package let losingVerbs: Set<String>
  /// Nouns for the time in which an office is held, and verbs of its end: `term`, `expire`.
  package let termNouns: Set<String>
  package let expiringVerbs: Set<String>
  /// Words before an office that are no part of it: `first female`.
  package let officeQualifiers: Set<String>
  package let askingVerbs: Set<String>
  package let contestVerbs: Set<String>
  package let outcomeVerbs: Set<String>
  package let reasonPrepositions: Set<String>
  package let memberPrepositions: Set<String>
  package let chargingVerbs: Set<String>
  package let bodilessNouns: Set<String>
  /// What somebody leaves who gives up his office: `government`, `job`.
  package let officePlaces: Set<String>
  /// Nouns with a preposition for who had an office before: `predecessor of`.
  package let predecessorWordings: Set<String>
  /// By name of an office the one by which it is joined with the same over documents: of `chairwoman`, `chairman`.
  package let otherOffices: [String: String]
  /// What members of a body are called: `member`.
  package let membershipNouns: Set<String>
  package let sameOffices: Set<String>
  package let nounControlVerbs: Set<String>
  /// The phrases before the source of a clause, as words: `in the words of`.
  package let attributionPhrases: [[String]]
  /// Nouns of what somebody thinks: `in Orban's view`.
  package let viewNouns: Set<String>
  /// Adjectives behind the noun of an office: `attorney general`.
  package let postpositiveAdjectives: Set<String>
  /// Nouns for the members of a body behind its name: `ally` of `NATO allies`.
  package let memberNouns: Set<String>
  /// How such a group is linked to the body; nil where the schema does not say.
  package let membershipLink: String?
  /// The words before a number that say how exact it is, as phrases.
  package let quantityModifiers: Set<String>
  package let singlingAdjectives: Set<String>
  package let sharedNouns: Set<String>
  package let jointAdverbs: Set<String>
  package let makingVerbs: Set<String>
  /// `include`.
  package let listingVerb: String
  package let undividedOffices: Set<String>
  package let woundingVerbs: Set<String>
  package let countedFates: Set<String>
  package let governmentNouns: Set<String>
  package let linkingVerbs: Set<String>
  package let purposeVerbs: Set<String>
  package let partNouns: Set<String>
  package let partAdjectives: Set<String>
  package let basisNouns: Set<String>
  package let jointAdjectives: Set<String>
  /// Nouns for somebody, a group or a body.
  package let actorNouns: Set<String>
  package let resultingVerbs: Set<String>
  package let recordingVerbs: Set<String>
  package let relatingVerbs: Set<String>
  package let schedulingVerbs: Set<String>
  package let voiceNouns: Set<String>
  package let rousingVerbs: Set<String>
  package let timeNouns: Set<String>
  package let beginningVerbs: Set<String>
  /// Words beside the day in a line that tells when a text was published.
  package let publishingWords: Set<String>
  /// Words in lower case that have a capital wherever they stand and yet are no names: `american`, `monday`.
  package let capitalizedWords: Set<String>
  private let effects: EffectTable

  /// Lists that the schema lacks are empty.
  package init(schema: Schema) {
    func set(_ name: String) -> Set<String> { Set(schema.lists[name] ?? []) }
    lightVerbs = set("lightVerb")
    receivingVerbs = set("receivingVerb")
    classNouns = set("classNoun")
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
    multiplyingVerbs = set("multiplyingVerb")
    subjectControlVerbs = set("subjectControlVerb")
    reportingVerbs = set("reportingVerb")
    personalVerbs = set("personalVerb")
    inquiryNouns = set("inquiryNoun")
    placeKindNouns = set("placeKindNoun")
    depictionNouns = set("depictionNoun")
    statementNouns = set("statementNoun")
    utteringVerbs = set("utteringVerb")
    pointingNouns = set("pointingNoun")
    partialAdverbs = set("partialAdverb")
    aimNouns = set("aimNoun")
    regardlessAdverbs = set("regardlessAdverb")
    numberNouns = set("numberNoun")
    depictionVerbs = set("depictionVerb")
    mannerNouns = set("mannerNoun")
    afterwardsAdverbs = set("afterwardsAdverb")
    droppableAdjectives = set("droppableAdjective")
    lesserOffices = set("lesserOffice")
    nonSubsectiveAdjectives = set("nonSubsectiveAdjective")
    transparentNouns = set("transparentNoun")
    exemplifiers = set("exemplifier")
    doubtNouns = set("doubtNoun")
    judgingVerbs = set("judgingVerb")
    namingVerbs = set("namingVerb")
    complexPrepositions = set("complexPreposition")
    adverbialPhrases = set("adverbialPhrase")
    frames = Frames(table: schema.frames)
    participles = Participles(
      forms: schema.lists["irregularVerb"] ?? [], unchanged: schema.lists["unchangedVerb"] ?? [],
      doubling: schema.lists["doublingVerb"] ?? [])
    rolePrepositions = set("rolePreposition")
    measuringAdverbs = set("measuringAdverb")
    formerAdverbs = set("formerAdverb")
    verbIdioms = set("verbIdiom")
    postpositiveAdjectives = set("postpositiveAdjective")
    memberNouns = set("memberNoun")
    membershipLink = set("membershipLink").min()
    officeNouns = set("officeNoun")
    portfolioNouns = set("portfolioNoun")
    soleOffices = set("soleOffice")
    leaders = LeaderTable(schema: schema)
    officesOfCountries = Dictionary(
      schema.names.filter { !$0.offices.isEmpty }.map { ($0.name, $0.offices) }, uniquingKeysWith: { first, _ in first }
    )
    tenureVerbs = Tenure.byVerb(schema.lists["tenureVerb"] ?? [])
    officeGivers = set("officeGiver")
    successionVerbs = set("successionVerb")
    resigningVerbs = set("resigningVerb")
    retiringVerbs = set("retiringVerb")
    dismissingVerbs = set("dismissingVerb")
    joiningVerbs = set("joiningVerb")
    headingVerbs = set("headingVerb")
    deathVerbs = set("deathVerb")
    formerAdjectives = set("formerAdjective")
    currentAdjectives = set("currentAdjective")
    thenAdverbs = set("thenAdverb")
    lateAdjectives = set("lateAdjective")
    comingAdjectives = set("comingAdjective")
    publicOffices = set("publicOffice")
    capacityVerbs = set("capacityVerb")
    endingAdverbs = set("endingAdverb")
    officesByNoun = Self.pairs(schema.lists["nounOfOffice"] ?? [])
    otherOffices = Self.pairs(schema.lists["otherOffice"] ?? [])
    takingVerbs = set("takingVerb")
    handingVerbs = set("handingVerb")
    losingVerbs = set("losingVerb")
    termNouns = set("termNoun")
    expiringVerbs = set("expiringVerb")
    officeQualifiers = set("officeQualifier")
    askingVerbs = set("askingVerb")
    contestVerbs = set("contestVerb")
    outcomeVerbs = set("outcomeVerb")
    reasonPrepositions = set("reasonPreposition")
    memberPrepositions = set("memberPreposition")
    chargingVerbs = set("chargingVerb")
    bodilessNouns = set("bodilessNoun")
    officePlaces = set("officePlace")
    predecessorWordings = set("predecessorWording")
    membershipNouns = set("membershipNoun")
    sameOffices = set("sameOffice")
    nounControlVerbs = set("nounControlVerb").union(set("lightVerb"))
    attributionPhrases = (schema.lists["attributionPhrase"] ?? []).map { $0.split(separator: " ").map(String.init) }
    viewNouns = set("viewNoun")
    quantityModifiers = set("quantityModifier")
    singlingAdjectives = set("singlingAdjective")
    sharedNouns = set("sharedNoun")
    jointAdverbs = set("jointAdverb")
    makingVerbs = set("makingVerb")
    listingVerb = schema.lists["listingVerb"]?.first ?? "be"
    undividedOffices = set("undividedOffice")
    woundingVerbs = set("woundingVerb")
    countedFates = set("countedFate")
    governmentNouns = set("governmentNoun")
    linkingVerbs = set("linkingVerb")
    purposeVerbs = set("purposeVerb")
    partNouns = set("partNoun")
    partAdjectives = set("partAdjective")
    basisNouns = set("basisNoun")
    jointAdjectives = set("jointAdjective")
    let types = EntityTypes(schema: schema)
    actorNouns = Set(
      schema.types.filter { types.isA($0.name, .person, .group, .organization) }.flatMap(\.nouns))
    resultingVerbs = set("resultingVerb")
    recordingVerbs = set("recordingVerb")
    relatingVerbs = set("relatingVerb")
    schedulingVerbs = set("schedulingVerb")
    voiceNouns = set("voiceNoun")
    rousingVerbs = set("rousingVerb")
    timeNouns = set("timeNoun")
    beginningVerbs = set("beginningVerb")
    publishingWords = set("publishingWord")
    capitalizedWords = Set(schema.names.flatMap { $0.demonyms + $0.peoples }.map { $0.lowercased() })
      .union(set("month").union(set("weekday")).map { $0.split(separator: " ").first.map(String.init) ?? $0 })
    effects = EffectTable(schema: schema)
  }

  /// Of entries such as `presidency = president` the second by the first.
  private static func pairs(_ entries: [String]) -> [String: String] {
    let pairs = entries.compactMap { entry -> (String, String)? in
      let parts = entry.split(separator: "=").map { $0.split(separator: " ").joined(separator: " ") }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The effect of a verb or adjective on its open complement (`plan to …`); nil when nothing names it.
  package func effectOnOpenComplement(of lemma: String) -> ComplementEffect? { effects.onOpenComplement[lemma] }

  /// The effect of a verb or adjective on a clause with a subject of its own (`say that …`); nil when nothing names it.
  package func effectOnClause(of lemma: String) -> ComplementEffect? { effects.onClause[lemma] }

  /// The effect of a noun on the clause that completes it (`plan to …`, `fear that …`); nil when nothing names it.
  package func nounEffect(of lemma: String) -> ComplementEffect? { effects.ofNoun[lemma] }

  /// The effect of a verb on an event that is its object (`announce the sale`); nil when no frame tells it.
  package func effectOnObject(of lemma: String) -> ComplementEffect? { effects.onObject[lemma] }

  /// The effect of an adjective on the event before which it stands (`the impending invasion`); nil when no frame tells
  /// it.
  package func effectOnModified(of form: String) -> ComplementEffect? { effects.onModified[form] }
}
