import GraphModel
import Language
import SchemaFiles
import TestSupport
import TreePatterns

@testable import Extraction

/// A hand-parsed text with the rules run on it.
struct Parsed {
  let document: Document
  let clauses: [Clause]
  let events: [Event]

  init(_ block: String, date: String? = nil, schema: Schema = .small) throws {
    document = try Document.fixture(block, date: date)
    let eventFinder = EventFinder(schema: schema)
    let reading = Reading(document)
    clauses = ClauseFinder(reading, lexicon: eventFinder.lexicon).clauses().clauses
    let nobody = DocumentEntities(
      mentions: [], entities: [], entityOfHead: [Int32](repeating: -1, count: document.tokens.count))
    events = eventFinder.events(in: reading, entities: nobody)
  }

  /// The clause whose predicate is the word `form`; nil when there is none.
  func clause(_ form: String) -> Clause? {
    clauses.first { document.form(of: document.tokens[$0.predicate]) == form }
  }

  /// The word at a token index; nil for nil.
  func word(_ token: Int?) -> String? { token.map { document.text(of: document.tokens[$0]) } }

  /// One line an event: `subject | predicate | object` by head words, `-` for no object, its roles, and what qualifies
  /// it.
  var lines: [String] {
    events.map { event in
      let qualifiers = event.qualifiers
      var line =
        "\(word(event.subject.head)!) | \(event.predicate.name) | \(word(event.object?.head) ?? "-")"
      line += event.roles.map { " | \($0.name) \(word($0.filler.head)!)" }.joined()
      if let office = event.office { line += " | office \(office)" }
      if qualifiers.polarity == .negated { line += " | not" }
      if qualifiers.modality != .certain { line += " | \(qualifiers.modality.name)" }
      if let speaker = word(qualifiers.attribution) { line += " | says \(speaker)" }
      if let time = qualifiers.time { line += " | \(time)" }
      return line
    }
  }
}

extension Schema {
  /// The rules over noun phrases as shipped.
  private static let phraseRules = (try? Schema.embedded())?.grammar ?? Grammar()

  /// Word lists and relations enough for the tests of the rules.
  static var small: Schema {
    var schema = Schema()
    var person = EntityType(name: "Person", label: "person", parent: nil)
    person.nouns = ["founder", "member"]
    schema.types = [person]
    schema.lists = [
      "negation": ["n't", "never", "no", "nobody", "not", "without"],
      "possibilityModal": ["can", "could", "may", "might"], "obligationModal": ["must", "should"],
      "futureModal": ["will", "would"], "lightVerb": ["express", "have", "hold", "voice"],
      "reportingVerb": ["say", "state"], "conditionalMarker": ["if", "unless"], "factiveVerb": ["know"],
      "exemplifier": ["such as"], "statementNoun": ["statement"], "utteringVerb": ["release"],
      "transparentNoun": ["number"],
      "rolePreposition": ["about", "by", "from", "in", "of", "on", "over", "to", "with"],
      "timeNoun": ["week"],
      "weekday": ["friday 5", "monday 1", "saturday 6", "sunday 7", "thursday 4", "tuesday 2", "wednesday 3"],
      "dayWord": ["today 0", "yesterday -1"], "timeShift": ["last -1", "next 1", "this 0"], "timePointer": ["ago"],
      "timeUnit": [
        "days day", "month month", "months month", "morning day", "night day", "week week", "weeks week", "year year",
      ],
      "ordinal": ["fifth 5", "first 1", "third 3"], "cardinal": ["three 3", "two 2"],
      "month": ["april 4", "december 12", "feb. 2", "february 2", "june 6", "march 3"],
    ]
    var worry = Relation(name: "worryAbout", label: "worry about")
    worry.wordings = [
      Wording(construction: .verb, lemmas: "express concern over"),
      Wording(construction: .adjective, lemmas: "worried about"),
    ]
    var leads = Relation(name: "leads", label: "leads")
    leads.wordings = [
      Wording(construction: .title, lemmas: "secretary general"), Wording(construction: .noun, lemmas: "chief of"),
    ]
    schema.relations = [leads, worry]
    schema.frames = .small
    schema.grammar = phraseRules
    return schema
  }
}
