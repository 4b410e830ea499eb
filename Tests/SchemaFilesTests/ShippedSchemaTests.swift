import SchemaFiles
import Testing

/// What must hold of the schema that is linked into the program.
@Suite struct ShippedSchemaTests {
  static let loaded = Result { try Schema.embedded() }
  let schema: Schema

  init() throws { schema = try Self.loaded.get() }

  private func relation(_ name: String) throws -> Relation {
    try #require(schema.relations.first { $0.name == name })
  }

  private func name(_ name: String) throws -> KnownEntity { try #require(schema.names.first { $0.name == name }) }

  /// The lists that the rules ask for by name.
  @Test func listsOfTheRulesArePresent() {
    let names = [
      "conditionalMarker", "doublingVerb", "droppableAdjective", "exemplifier", "factiveVerb", "futureModal",
      "hedgeAdverb", "honorific", "lightVerb", "month", "negation", "nonSubsectiveAdjective", "obligationModal",
      "possibilityAdverb", "possibilityModal", "raisingVerb", "reportingVerb", "singlingAdjective",
      "subjectControlVerb",
      "timeNoun", "transparentNoun", "unchangedVerb", "weekday",
    ]
    #expect(names.filter { schema.lists[$0, default: []].isEmpty } == [])
  }

  @Test func listsAreLowerCaseAndSorted() {
    for (name, words) in schema.lists {
      #expect(words == words.map { $0.lowercased() }, "\(name)")
      #expect(words == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(name)")
      #expect(Set(words).count == words.count, "\(name)")
    }
  }

  @Test(arguments: ["irregularNoun", "irregularVerb", "month", "weekday"])
  func entryIsAPair(_ list: String) {
    for entry in schema.lists[list, default: []] { #expect(entry.split(separator: " ").count == 2, "\(entry)") }
  }

  @Test func everyWordedRelationHasTwoExamples() {
    for relation in schema.relations where !relation.wordings.isEmpty {
      let count = schema.examples.count { example in
        example.statements.contains { $0.contains(" | \(relation.label) | ") }
      }
      #expect(count >= 2, "\(relation.name)")
    }
  }

  @Test func labelsAreUnique() {
    #expect(Set(schema.relations.map(\.label)).count == schema.relations.count)
    #expect(Set(schema.types.map(\.label)).count == schema.types.count)
  }

  @Test func examplesSpeakOfRelations() {
    let labels = Set(schema.relations.map(\.label))
    for example in schema.examples {
      for statement in example.statements {
        let predicate = statement.split(separator: " | ")[1]
        #expect(labels.contains(String(predicate)), "\(example.place): \(statement)")
      }
    }
  }

  @Test func verbWordingsHaveNoArticles() {
    let articles: Set<Substring> = ["a", "an", "the"]
    for relation in schema.relations {
      for wording in relation.wordings where wording.construction == .verb {
        #expect(articles.isDisjoint(with: wording.lemmas.split(separator: " ")), "\(wording.lemmas)")
      }
    }
  }

  @Test func everyModelLabelMeansAType() {
    let labels = [
      "PERSON", "ORGANIZATION", "GPE", "LOCATION", "GROUP", "EVENT", "DATE", "MONEY", "PERCENT", "QUANTITY", "MISC",
    ]
    #expect(Set(schema.types.flatMap(\.modelLabels)) == Set(labels))
  }

  @Test func ministersHoldOfficeAndDoNotLead() throws {
    let leads = try relation("leads")
    #expect(leads.label == "leads")
    let titles = Set(leads.wordings.filter { $0.construction == .title }.map(\.lemmas))
    #expect(titles.isSuperset(of: ["secretary general", "president", "prime minister", "chief executive", "governor"]))
    #expect(
      titles.isDisjoint(with: ["foreign minister", "secretary of state", "vice president", "foreign policy chief"]))
    let office = try relation("holdsOfficeIn")
    let offices = Set(office.wordings.filter { $0.construction == .title }.map(\.lemmas))
    #expect(
      offices.isSuperset(of: ["foreign minister", "secretary of state", "vice president", "foreign policy chief"]))
  }

  @Test(arguments: [
    "be worried about", "have concern over", "have concern about", "have concern regarding", "have unease regarding",
    "have unease about", "have unease over", "have fear about", "fear", "be anxious about", "be concerned about",
    "be concerned by", "have anxiety over", "worry about", "worry over", "have worry about",
    "have discomfort regarding",
  ])
  func isAWorry(_ words: String) throws {
    let worry = try relation("worryAbout")
    #expect(worry.label == "worry about")
    #expect(worry.wordings.contains(Wording(construction: .verb, lemmas: words)))
  }

  @Test func namesOfStates() throws {
    let states = try name("United States")
    #expect(states.type == "GeopoliticalEntity")
    #expect(Set(states.aliases).isSuperset(of: ["U.S.", "US", "USA", "America", "United States of America"]))
    #expect(states.demonyms == ["American"] && states.capital == "Washington")
    #expect(states.memberships.contains("NATO") && states.offices == ["president"])
    #expect(try name("United Kingdom").aliases.contains("Britain"))
    #expect(try name("Netherlands").demonyms == ["Dutch"])
    #expect(try name("NATO").epithets == ["alliance"])
    #expect(try !name("United Kingdom").memberships.contains("European Union"))
  }

  @Test(arguments: [("NATO", 32), ("European Union", 27), ("G7", 7), ("Eurozone", 21), ("ASEAN", 11)])
  func membersAreComplete(_ organization: String, _ count: Int) {
    #expect(schema.names.count { $0.memberships.contains(organization) } == count)
  }

  @Test func capitalsAreNames() {
    let names = Set(schema.names.map(\.name))
    for entity in schema.names {
      if let capital = entity.capital { #expect(names.contains(capital), "\(entity.name)") }
      #expect(names.isSuperset(of: entity.memberships), "\(entity.name)")
      #expect(!entity.aliases.contains(entity.name), "\(entity.name)")
    }
  }

  /// Codes and ids of countries, of which each has both codes or none.
  @Test func identities() throws {
    let germany = try name("Germany")
    #expect(germany.alpha2 == "DE" && germany.alpha3 == "DEU")
    #expect(germany.sameAs == ["http://www.wikidata.org/entity/Q183"])
    // One word for two, and two that have no code.
    let ids = try ["Georgia", "Georgia State", "Kosovo", "European Union", "Netherlands", "Ivory Coast"].map {
      try name($0)
    }
    #expect(ids.map(\.alpha2) == ["GE", nil, nil, nil, "NL", "CI"])
    #expect(
      ids.map { $0.sameAs.map { $0.split(separator: "/").last ?? "" } }
        == [["Q230"], ["Q1428"], ["Q1246"], ["Q458"], ["Q55"], ["Q1008"]])
    for entity in schema.names {
      #expect((entity.alpha2 == nil) == (entity.alpha3 == nil), "\(entity.name)")
      #expect(entity.alpha2 == nil || !entity.sameAs.isEmpty, "\(entity.name)")
    }
    // Every state of the United Nations, of which their bodies are members as well, has a code.
    let members = schema.names.filter {
      $0.type == "GeopoliticalEntity" && $0.memberships.contains("United Nations")
    }
    #expect(members.count == 193 && members.allSatisfy { $0.alpha2 != nil })
  }

  /// Every state of the United Nations and every capital lies somewhere.
  @Test func coordinates() throws {
    let oslo = try name("Oslo")
    #expect(oslo.coordinates == Coordinates(latitude: "59.9127", longitude: "10.7461"))
    #expect(oslo.sameAs == ["https://sws.geonames.org/3143244/"])
    for entity in schema.names
    where entity.type == "GeopoliticalEntity" && entity.memberships.contains("United Nations") {
      #expect(entity.coordinates != nil, "\(entity.name)")
      guard let capital = entity.capital else { continue }
      #expect(try name(capital).coordinates != nil, "\(capital)")
    }
  }

  /// Every leader has an office that one person at a time holds, from a day on to the day of the list, and no two have
  /// one office of a country on one day.
  @Test func leaders() throws {
    let oslo = try name("Norway")
    #expect(
      oslo.leaders.contains(
        Leader(title: "prime minister", name: "Jonas Gahr Støre", since: "2021-10-14", until: "2026-01-17")))
    let offices = Set(schema.lists["soleOffice"] ?? [])
    let led = schema.names.filter { !$0.leaders.isEmpty }
    #expect(led.count > 170)
    for country in led {
      for leader in country.leaders {
        #expect(offices.contains(leader.title), "\(country.name): \(leader)")
        let others = country.leaders.filter { $0 != leader && $0.title == leader.title }
        #expect(others.allSatisfy { $0.since > leader.until || $0.until < leader.since }, "\(country.name): \(leader)")
      }
    }
  }

  /// Without what names are elsewhere the schema is the same.
  @Test func schemaForTexts() throws {
    var whole = try Self.loaded.get()
    for number in whole.names.indices {
      whole.names[number].sameAs = []
      (whole.names[number].alpha2, whole.names[number].alpha3) = (nil, nil)
      whole.names[number].coordinates = nil
    }
    let short = try Schema.embeddedForTexts()
    #expect(short.names == whole.names && short.lists == whole.lists && short.relations == whole.relations)
    #expect(short.types == whole.types)
  }

  @Test func namesAloneAreTheNames() throws {
    var names = try Self.loaded.get().names
    for number in names.indices { names[number].leaders = [] }
    #expect(try Schema.embeddedNames() == names)
  }

  @Test func listsAloneAreTheLists() throws {
    #expect(try Schema.embeddedLists() == Self.loaded.get().lists)
  }

  @Test func embeddedFilesAreThoseOfTheFolder() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let files = try SchemaSource.files(in: root + "/Schema")
    let embedded = SchemaSource.embedded()
    #expect(files.map { $0.name.dropFirst(root.utf8.count + 1) } == embedded.map { $0.name[...] })
    #expect(files.map(\.bytes) == embedded.map(\.bytes))
  }
}
