import SchemaFiles
import Testing

/// What Turtle means, property by property.
@Suite struct SchemaReadingTests {
  @Test func types() throws {
    let read = try schema(
      """
      :Organization a owl:Class ; rdfs:label "organization" ; tercet:modelLabel "ORGANIZATION", "ORG" .
      :Company a owl:Class ; rdfs:label "company"@en ; rdfs:subClassOf :Organization ;
        rdfs:comment "For profit." ; tercet:typeNoun "firm", "parent company" .
      """)
    var organization = EntityType(name: "Organization", label: "organization")
    organization.modelLabels = ["ORGANIZATION", "ORG"]
    var company = EntityType(name: "Company", label: "company", parent: "Organization")
    company.comment = "For profit."
    company.nouns = ["firm", "parent company"]
    #expect(read.types == [organization, company])
  }

  @Test func relations() throws {
    let read = try schema(
      """
      :Person a owl:Class ; rdfs:label "person" .
      :leads a owl:ObjectProperty, owl:TransitiveProperty ;
        rdfs:label "leads" ; rdfs:domain :Person ; rdfs:range :Person ; owl:inverseOf :ledBy ;
        skos:closeMatch <http://example.org/b>, <https://example.org/a> ;
        tercet:verb "lead", "be in charge of" ; tercet:reverseVerb "answer to" ; tercet:noun "leader of" ;
        tercet:title "prime minister" ; tercet:adjective "senior to" ;
        tercet:example [
          tercet:text "Ann leads Bob." ;
          tercet:statement "Ann | leads | Bob", "Bob | answers to | Ann" ], [
          tercet:text "Bob answers." ; tercet:statement "Ann | leads | Bob" ; tercet:pending "Ann is not named." ] .
      :ledBy a owl:ObjectProperty ; rdfs:label "led by" ; owl:inverseOf :leads .
      :meets a owl:SymmetricProperty, owl:ObjectProperty ; rdfs:label "meets" .
      """)
    #expect(read.relations.map(\.name) == ["leads", "ledBy", "meets"])
    let leads = read.relations[0]
    #expect(leads.domain == ["Person"] && leads.range == ["Person"])
    #expect(leads.isTransitive && !leads.isSymmetric)
    #expect(leads.closeMatches == ["http://example.org/b", "https://example.org/a"])
    #expect(leads.inverse == "ledBy" && read.relations[1].inverse == "leads")
    #expect(
      leads.wordings == [
        Wording(construction: .verb, lemmas: "lead"), Wording(construction: .verb, lemmas: "be in charge of"),
        Wording(construction: .verb, lemmas: "answer to", isReversed: true),
        Wording(construction: .noun, lemmas: "leader of"), Wording(construction: .title, lemmas: "prime minister"),
        Wording(construction: .adjective, lemmas: "senior to"),
      ])
    #expect(read.relations[2].isSymmetric && !read.relations[2].isTransitive)
    #expect(
      read.examples == [
        Example(
          text: "Ann leads Bob.", statements: ["Ann | leads | Bob", "Bob | answers to | Ann"], place: "a.ttl:8"),
        Example(
          text: "Bob answers.", statements: ["Ann | leads | Bob"], place: "a.ttl:10", pending: "Ann is not named."),
      ])
  }

  @Test func namesAcrossFiles() throws {
    let read = try schema(
      """
      name:US a :State ; skos:prefLabel "United States" ; skos:altLabel "U.S.", "America" ;
        tercet:demonym "American" ; tercet:people "American", "Americans" ; tercet:capital name:DC ;
        tercet:office "president" ; tercet:memberOf name:NATO .
      """,
      and: """
        :State a owl:Class ; rdfs:label "state" .
        name:DC a :State ; skos:prefLabel "Washington" .
        name:NATO a :State ; skos:prefLabel "NATO" ; tercet:epithet "alliance" .
        name:US skos:altLabel "USA" ; owl:sameAs <http://www.wikidata.org/entity/Q30> .
        name:US tercet:alpha2 "US" ; tercet:alpha3 "USA" .
        """)
    var states = KnownEntity(name: "United States", type: "State")
    states.aliases = ["U.S.", "America", "USA"]
    states.demonyms = ["American"]
    states.peoples = ["American", "Americans"]
    states.capital = "Washington"
    states.offices = ["president"]
    states.memberships = ["NATO"]
    states.sameAs = ["http://www.wikidata.org/entity/Q30"]
    states.alpha2 = "US"
    states.alpha3 = "USA"
    var alliance = KnownEntity(name: "NATO", type: "State")
    alliance.epithets = ["alliance"]
    #expect(read.names == [states, KnownEntity(name: "Washington", type: "State"), alliance])
  }

  @Test func listsAreSorted() throws {
    let read = try schema(
      """
      tercet:month a tercet:WordList ; rdfs:comment "Months." ; tercet:word "may 5", "april 4", "n't", "été" .
      """)
    #expect(read.lists == ["month": ["april 4", "may 5", "n't", "été"]])
  }

  @Test func otherPrefixesAndFullNames() throws {
    let text = """
      @prefix o: <http://www.w3.org/2002/07/owl#> .
      <http://example.org/types/Person> a o:Class ; <http://www.w3.org/2000/01/rdf-schema#label> \"\"\"per"son\"\"\" .
      """
    let read = try Schema(sources: [SchemaSource(name: "x.ttl", bytes: Array(text.utf8))])
    #expect(read.types == [EntityType(name: "Person", label: "per\"son")])
  }

  @Test func emptySources() throws {
    #expect(try Schema(sources: []) == Schema())
    #expect(try Schema(sources: [SchemaSource(name: "x.ttl", bytes: [])]) == Schema())
    #expect(try Schema(sources: [SchemaSource(name: "x.ttl", bytes: Array("# Nothing.\n".utf8))]) == Schema())
  }
}
