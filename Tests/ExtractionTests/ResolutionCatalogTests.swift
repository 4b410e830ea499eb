import GraphModel
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

@Suite struct ResolutionCatalogTests {
  /// The entities of several texts, each written `name: Type = alias (rule), …`.
  private func entities(_ texts: [String], order: [Int]? = nil) throws -> [String] {
    try Self.entities(texts, order: order).map(line)
  }

  /// The entities of several texts, sorted by name and type.
  private static func entities(_ texts: [String], order: [Int]? = nil) throws -> [GraphContent.Entity] {
    var catalog = EntityCatalog(schema: .world, lexicon: ReferenceLexicon(schema: .world))
    let order = order ?? Array(texts.indices)
    let names = try order.map { try Referents(texts[$0]).result.named }
    for (index, names) in zip(order, names) { _ = catalog.add(names, document: "d\(index)") }
    let resolved = catalog.resolve()
    var namer = EntityNamer(resolved, unknownType: "Concept", .inMemory)
    for (ticket, names) in names.enumerated() {
      try namer.add(names, roots: resolved.roots(of: names, ticket), ticket)
    }
    var owners = NameOwners(.inMemory)
    var entities: [GraphContent.Entity] = []
    try namer.drain { number, entity in
      entities.append(entity)
      try owners.add(entity, number)
    }
    try owners.drain { number, surname in
      entities[number].aliases.append(GraphContent.Alias(name: surname, rule: "surname"))
      entities[number].aliases.sort { $0.name < $1.name }
    } phrase: { _, _ in
    }
    return entities.sorted { ($0.name, $0.type) < ($1.name, $1.type) }
  }

  private func line(_ entity: GraphContent.Entity) -> String {
    let aliases = entity.aliases.filter(\.isName).map { "\($0.name) (\($0.rule))" }.joined(separator: ", ")
    return "\(entity.name): \(entity.type)" + (aliases.isEmpty ? "" : " = \(aliases)")
  }

  @Test func aSurnameOfAnotherDocumentIsTheOnlyPersonWithIt() throws {
    let full = "Mark/PROPN/3/nsubj Rutte/PROPN/1/flat spoke=speak/VERB/0/root"
    let short = "Rutte/PROPN/2/nsubj/B-PERSON left=leave/VERB/0/root"
    #expect(try entities([full, short]) == ["Mark Rutte: Person = Rutte (surname)"])
    let other = "Anna/PROPN/3/nsubj Rutte/PROPN/1/flat spoke=speak/VERB/0/root"
    #expect(try entities([full, short, other]) == ["Anna Rutte: Person", "Mark Rutte: Person", "Rutte: Person"])
  }

  @Test func aSurnameOfSeveralIsThatOfWhomDocumentsSpeakMuchMore() throws {
    let full = "Mark/PROPN/3/nsubj Rutte/PROPN/1/flat spoke=speak/VERB/0/root"
    let other = "Anna/PROPN/3/nsubj Rutte/PROPN/1/flat spoke=speak/VERB/0/root"
    let short = "Rutte/PROPN/2/nsubj/B-PERSON left=leave/VERB/0/root"
    func texts(_ count: Int, _ others: Int) -> [String] {
      [short] + Array(repeating: full, count: count) + Array(repeating: other, count: others)
    }
    #expect(try entities(texts(24, 6)) == ["Anna Rutte: Person", "Mark Rutte: Person = Rutte (surname)"])
    #expect(try entities(texts(23, 6)).contains("Rutte: Person"), "not four times as much")
    #expect(try entities(texts(19, 1)).contains("Rutte: Person"), "too little is told of either")
    let given = texts(24, 1).map { $0.replacing("Rutte", with: "Donald") }
    #expect(try entities(given).contains("Donald: Person"), "a given name may be that of anybody")
  }

  @Test func aShortGivenNameIsTheOnlyPersonWithTheLongOne() throws {
    func text(_ given: String, _ surname: String = "Fox") -> String {
      "\(given)/PROPN/3/nsubj/B-PERSON \(surname)/PROPN/1/flat/I-PERSON spoke=speak/VERB/0/root"
    }
    let found = try entities([text("Joseph"), text("Joe"), text("Joe"), text("Joseph", "Wolf")])
    #expect(
      found == [
        "Joe Fox: Person = Fox (surname), Joseph Fox (nickname)", "Joseph Wolf: Person = Wolf (surname)",
      ])
    #expect(try entities([text("Joseph"), text("John")]).count == 2)
    #expect(try entities([text("Bill"), text("Will")]).count == 2, "short names of one are no names of each other")
    #expect(try entities([text("Alex"), text("Alexander"), text("Alexandra")]).count == 3, "which one is not told")
  }

  @Test func occupationsKeepNamesakesApart() throws {
    let minister = "Minister/PROPN/2/nmod_desc John/PROPN/4/nsubj Fox/PROPN/2/flat spoke=speak/VERB/0/root"
    let coach = "Coach/PROPN/2/nmod_desc Fox/PROPN/3/nsubj left=leave/VERB/0/root"
    let fullCoach = "Coach/PROPN/2/nmod_desc John/PROPN/4/nsubj Fox/PROPN/2/flat spoke=speak/VERB/0/root"
    #expect(try entities([minister, coach]) == ["Fox: Person", "John Fox: Person"])
    let namesakes = try entities([minister, fullCoach, minister])
    #expect(namesakes == ["John Fox: Person", "John Fox (coach): Person = John Fox (homonym)"])
  }

  @Test func anAcronymLearntInOneDocumentHoldsInAll() throws {
    let defining =
      "World/PROPN/3/compound Trade/PROPN/3/compound Agency/PROPN/7/nsubj (/PUNCT/5/punct WTA/PROPN/3/appos )/PUNCT/5/punct met=meet/VERB/0/root"
    let using = "WTA/PROPN/2/nsubj/B-ORGANIZATION left=leave/VERB/0/root"
    #expect(try entities([using, defining]) == ["World Trade Agency: Organization = WTA (acronym)"])
    let other =
      "Water/PROPN/3/compound Tower/PROPN/3/compound Agency/PROPN/7/nsubj (/PUNCT/5/punct WTA/PROPN/3/appos )/PUNCT/5/punct met=meet/VERB/0/root"
    #expect(try entities([using, defining, other]).contains("WTA: Organization"))
  }

  private static let stranger =
    "Water/PROPN/3/compound Tower/PROPN/3/compound Agency/PROPN/7/nsubj (/PUNCT/5/punct WTA/PROPN/3/appos )/PUNCT/5/punct met=meet/VERB/0/root"
  private static let bare = "WTA/PROPN/2/nsubj/B-ORGANIZATION left=leave/VERB/0/root"

  /// Documents which say that the letters stand for words without capitals.
  @Test(arguments: [
    "world/NOUN/3/compound trade/NOUN/3/compound agencies=agency/NOUN/7/nsubj (/PUNCT/5/punct WTA/PROPN/3/appos/B-ORGANIZATION )/PUNCT/5/punct met=meet/VERB/0/root",
    "WTA/PROPN/7/nsubj/B-ORGANIZATION (/PUNCT/5/punct world/NOUN/5/compound trade/NOUN/5/compound agency/NOUN/1/appos )/PUNCT/5/punct met=meet/VERB/0/root",
    "the/DET/5/det willow/NOUN/4/compound tree/NOUN/4/compound agenda/NOUN/8/nsubj (/PUNCT/6/punct WTA/PROPN/4/appos/B-ORGANIZATION )/PUNCT/6/punct met=meet/VERB/0/root",
  ])
  func anAcronymOfOtherWordsIsNoStranger(text: String) throws {
    let found = try entities([Self.bare, text, Self.stranger])
    #expect(found.count == 3, "\(found)")
    #expect(found.contains("WTA: Organization"), "\(found)")
    #expect(found.contains("Water Tower Agency: Organization = WTA (acronym)"), "\(found)")
    #expect(found.contains { $0.hasPrefix("WTA (w") && $0.hasSuffix(" = WTA (homonym)") }, "\(found)")
    // Nobody is there to be taken for it: the letters are the name of whatever has them.
    #expect(try entities([Self.bare, text]) == ["WTA: Organization"])
    #expect(
      try entities([text, Self.stranger])
        == ["WTA: Organization", "Water Tower Agency: Organization = WTA (acronym)"])
  }

  @Test(arguments: [
    ("digital rights management", "Digital Right Managements", true), ("UN Mission", "United Nations Mission", true),
    ("Low-Income Home Program", "Low Income Home Programs", true), ("law of the sea", "law for sea", true),
    ("Office of the U.S. Trade Representative", "United States Trade Representative", true),
    ("State and Local Recovery Funds", "Recovery Fund", true), ("Trade Agency", "Agency", false),
    ("UN Mission in Mali", "UN Mission", false), ("Irish Army", "Irish Arms", false),
    ("Medical Association", "Management Association", false), ("", "Irish Army", false),
  ])
  func spellingsOfOneThing(first: String, second: String, areSame: Bool) {
    #expect(SpelledAcronym(first).isSame(as: SpelledAcronym(second)) == areSame)
    #expect(SpelledAcronym(second).isSame(as: SpelledAcronym(first)) == areSame)
  }

  @Test func anAcronymOfTheSameWordsIsTheName() throws {
    let text =
      "world/NOUN/3/compound trade/NOUN/3/compound agency/NOUN/7/nsubj (/PUNCT/5/punct WTA/PROPN/3/appos/B-ORGANIZATION )/PUNCT/5/punct met=meet/VERB/0/root"
    let named =
      "World/PROPN/3/compound Trade/PROPN/3/compound Agency/PROPN/7/nsubj (/PUNCT/5/punct WTA/PROPN/3/appos )/PUNCT/5/punct met=meet/VERB/0/root"
    #expect(try entities([Self.bare, text, named]) == ["World Trade Agency: Organization = WTA (acronym)"])
    #expect(
      try entities([Self.bare, text, named, Self.stranger]) == [
        "WTA: Organization", "Water Tower Agency: Organization = WTA (acronym)",
        "World Trade Agency: Organization = WTA (acronym)",
      ])
  }

  @Test func aGuessedTypeYieldsToACertainOne() throws {
    let guessed = "Zorg/PROPN/2/nsubj won=win/VERB/0/root"
    let certain = "Zorg/PROPN/2/nsubj/B-ORGANIZATION won=win/VERB/0/root"
    #expect(try entities([guessed, certain]) == ["Zorg: Organization"])
    // The country and the man are certain, each for itself.
    let country = "Jordan/PROPN/2/nsubj won=win/VERB/0/root"
    let man = "Mr./PROPN/2/nmod_desc Jordan/PROPN/3/nsubj won=win/VERB/0/root"
    #expect(try entities([country, man]) == ["Jordan: GeopoliticalEntity", "Jordan: Person"])
  }

  @Test func documentsThatDisagreeOnATypeAreCounted() throws {
    func votes(_ texts: [String]) throws -> [String] {
      try Self.entities(texts).flatMap { entity in
        entity.aliases.filter { !$0.isName && $0.name == entity.name }.map { "\(entity.type): \($0.rule)" }
      }
    }
    let body = "Zorg/PROPN/2/nsubj/B-ORGANIZATION won=win/VERB/0/root"
    let person = "Zorg/PROPN/2/nsubj/B-PERSON won=win/VERB/0/root"
    let man = "Mr./PROPN/2/nmod_desc Zorg/PROPN/3/nsubj won=win/VERB/0/root"
    let nobody = "Zorg/PROPN/2/nsubj won=win/VERB/0/root"
    #expect(
      try votes([body, person, body, nobody, body])
        == ["Organization: type Organization 3?", "Organization: type Person 1?"])
    #expect(try votes([body, body, man]) == ["Person: type Organization 2?", "Person: type Person 1"])
    // One document has one vote, however often it has the name.
    #expect(
      try votes([body, person + " ./PUNCT/2/punct\n" + person, body])
        == ["Organization: type Organization 2?", "Organization: type Person 1?"])
    #expect(try votes([body, body]).isEmpty)
    #expect(try votes([body, nobody]).isEmpty)
  }

  @Test func aCompanyIsNoSurnameUnlessSomebodyIsCalledSo() throws {
    let company = "Fox/PROPN/2/nsubj/B-ORGANIZATION won=win/VERB/0/root"
    let man = "John/PROPN/3/nsubj Fox/PROPN/1/flat won=win/VERB/0/root"
    #expect(try entities([company, man]) == ["Fox: Organization", "John Fox: Person"])
    let called = man + " ./PUNCT/3/punct\nFox/PROPN/2/nsubj/B-PERSON left=leave/VERB/0/root"
    #expect(try entities([company, called]) == ["John Fox: Person = Fox (surname)"])
  }

  @Test func descriptionsHaveNoEntityAndTicketsFindTheirOwn() throws {
    var catalog = EntityCatalog(schema: .world, lexicon: ReferenceLexicon(schema: .world))
    let first = try Referents("Russia/PROPN/2/nsubj met=meet/VERB/0/root the/DET/4/det man/NOUN/2/obj")
    let second = try Referents("Ukraine/PROPN/2/nsubj met=meet/VERB/0/root Russia/PROPN/2/obj")
    let names = [first.result.named, second.result.named]
    let tickets = [catalog.add(names[0], document: "b"), catalog.add(names[1], document: "a")]
    let resolved = catalog.resolve()
    #expect(resolved.roots.count == 2)
    let (one, other) = (
      resolved.roots(of: names[0], tickets[0]).mapValues(\.number),
      resolved.roots(of: names[1], tickets[1]).mapValues(\.number)
    )
    #expect(one.count == 1 && one[0] != nil && one[0] == other[1])
    #expect(other[0] != nil && other[0] != other[1])
    #expect(resolved.root(of: names[1][0], tickets[0]).map(\.number) == other[0])
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func theOrderOfDocumentsDoesNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let given = ["Mark", "Anna", "John", "Donald"]
    let surnames = ["Fox", "Wolf", "Rutte"]
    let titles = ["", "Minister/PROPN/2/nmod_desc ", "Coach/PROPN/2/nmod_desc "]
    let texts = (0..<24).map { _ in
      let surname = surnames[generator.below(3)]
      let title = titles[generator.below(3)]
      let offset = title.isEmpty ? 0 : 1
      if generator.chance(40) {
        return "\(title)\(surname)/PROPN/\(2 + offset)/nsubj/B-PERSON left=leave/VERB/0/root"
      }
      return
        "\(title)\(given[generator.below(4)])/PROPN/\(3 + offset)/nsubj \(surname)/PROPN/\(1 + offset)/flat left=leave/VERB/0/root"
    }
    let expected = try entities(texts)
    #expect(Set(expected.map { $0.split(separator: " = ")[0] }).count == expected.count)
    for _ in 0..<4 {
      #expect(try entities(texts, order: Array(texts.indices).shuffled(using: &generator)) == expected, "seed \(seed)")
    }
  }
}
