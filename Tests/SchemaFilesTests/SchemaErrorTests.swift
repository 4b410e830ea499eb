import Bytes
import Glibc
import SchemaFiles
import TestSupport
import Testing

/// Every mistake is refused, with its place and what was expected.
@Suite struct SchemaErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var code: String
    var place: String
    var mentions: String
    var testDescription: String { "\(code) at \(place)" }
  }

  static let types = ":P a owl:Class ; rdfs:label \"p\" .\n"
  static let relation = ":r a owl:ObjectProperty ; rdfs:label \"r\" "
  static let example = "tercet:example [ tercet:text \"A b.\" ; tercet:statement \"A | r | b\" ]"

  static let mistakes = [
    Mistake(
      text: relation + "; skos:closeMatch <urn:p> .", code: "schema.spelling", place: "a.ttl:2:60", mentions: "http"),
    Mistake(
      text: relation + "; skos:closeMatch \"P1\" .", code: "schema.value", place: "a.ttl:2:60", mentions: "closeMatch"),
    Mistake(
      text: ":P a owl:Class ; rdfs:label \"p\"", code: "schema.syntax", place: "a.ttl:2:31", mentions: "expected"),
    Mistake(
      text: ":P a owl:Class ;\n rdfs:label \"p .", code: "schema.syntax", place: "a.ttl:3:16", mentions: "Turtle"),
    Mistake(
      text: ":P rdfs:label " + String(repeating: "[", count: 100_000), code: "schema.syntax", place: "a.ttl:2:115",
      mentions: "deep in one another"),
    Mistake(
      text: "@prefix a: <urn:\(String(repeating: "a", count: 253))> .", code: "schema.syntax", place: "a.ttl:2:12",
      mentions: "at most 256 bytes, found 257"),
    Mistake(text: ":P a none:Class .", code: "schema.syntax", place: "a.ttl:2:6", mentions: "none:Class"),
    Mistake(text: ":P a <Class> .", code: "schema.syntax", place: "a.ttl:2:6", mentions: "relative"),
    Mistake(text: ":P rdfs:label \"p\" .", code: "schema.undeclared", place: "a.ttl:2:1", mentions: "P a owl:"),
    Mistake(
      text: types + ":P a owl:Class .", code: "schema.declared-twice", place: "a.ttl:3:6", mentions: "a.ttl:2:6"),
    Mistake(
      text: types + "<urn:other#P> a owl:Class ; rdfs:label \"q\" .", code: "schema.declared-twice",
      place: "a.ttl:3:1", mentions: "P"),
    Mistake(
      text: ":P a owl:Class ; rdfs:lable \"p\" .", code: "schema.property", place: "a.ttl:2:18",
      mentions: "did you mean rdfs:label?"),
    Mistake(
      text: ":P a owl:Class ; rdfs:label \"p\" ; tercet:verb \"x\" .", code: "schema.property", place: "a.ttl:2:35",
      mentions: "tercet:verb"),
    Mistake(
      text: types + relation + "; rdfs:domain\n  :Q .", code: "schema.reference", place: "a.ttl:4:3", mentions: "Q"),
    Mistake(
      text: ":Person a owl:Class ; rdfs:label \"p\" .\n" + relation + "; rdfs:range :Persom .",
      code: "schema.reference",
      place: "a.ttl:3:55", mentions: "did you mean Person?"),
    Mistake(
      text: types + "name:x a :Q ; skos:prefLabel \"X\" .", code: "schema.reference", place: "a.ttl:3:10", mentions: "Q"
    ),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:capital name:y .", code: "schema.reference",
      place: "a.ttl:3:51", mentions: "a name"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:alpha2 \"us\" .", code: "schema.spelling",
      place: "a.ttl:3:50", mentions: "2 capital letters"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:alpha3 \"US\" .", code: "schema.spelling",
      place: "a.ttl:3:50", mentions: "3 capital letters"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:coordinates \"91.0,10.0\" .", code: "schema.spelling",
      place: "a.ttl:3:55", mentions: "degrees north and east"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:coordinates \"9.0, 10\" .", code: "schema.spelling",
      place: "a.ttl:3:55", mentions: "degrees north and east"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:leader \"king: Ann, 1991-01-17\" .",
      code: "schema.spelling", place: "a.ttl:3:50", mentions: "first day and last known day"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:leader \"king: Ann, 1991-01-17/1991-01-16\" .",
      code: "schema.spelling", place: "a.ttl:3:50", mentions: "first day and last known day"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:leader \"King: Ann, 1991-01-17/1991-13-16\" .",
      code: "schema.spelling", place: "a.ttl:3:50", mentions: "first day and last known day"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:alpha2 \"US\", \"UK\" .", code: "schema.repeated",
      place: "a.ttl:3:56", mentions: "tercet:alpha2"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; tercet:alpha2 \"US\" .\n"
        + "name:y a :P ; skos:prefLabel \"Y\" ; tercet:alpha2 \"US\" .", code: "schema.duplicate",
      place: "a.ttl:4:50", mentions: "a.ttl:3:50"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; owl:sameAs <http://a/1> .\n"
        + "name:y a :P ; skos:prefLabel \"Y\" ; owl:sameAs <http://a/1> .", code: "schema.duplicate",
      place: "a.ttl:4:47", mentions: "http://a/1"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" ; owl:sameAs <urn:x> .", code: "schema.spelling",
      place: "a.ttl:3:47", mentions: "http"),
    Mistake(text: ":P a owl:Class ; rdfs:label :x .", code: "schema.value", place: "a.ttl:2:29", mentions: "quotes"),
    Mistake(text: ":P a owl:Class ; rdfs:label 12 .", code: "schema.value", place: "a.ttl:2:29", mentions: "quotes"),
    Mistake(
      text: types + relation + "; rdfs:domain \"P\" .", code: "schema.value", place: "a.ttl:3:56",
      mentions: "reference"),
    Mistake(
      text: ":P a owl:Class ; rdfs:label \"p\"@fr .", code: "schema.language", place: "a.ttl:2:29", mentions: "@fr"),
    Mistake(text: ":P a owl:Class .", code: "schema.missing", place: "a.ttl:2:1", mentions: "rdfs:label"),
    Mistake(text: types + "name:x a :P .", code: "schema.missing", place: "a.ttl:3:1", mentions: "skos:prefLabel"),
    Mistake(
      text: relation + "; tercet:verb \"see\" .", code: "schema.missing", place: "a.ttl:2:1",
      mentions: "tercet:example"),
    Mistake(
      text: relation + ";\n tercet:example [ tercet:text \"A b.\" ] .", code: "schema.missing", place: "a.ttl:3:17",
      mentions: "tercet:statement"),
    Mistake(
      text: relation + ";\n tercet:example [ tercet:statement \"A | r | b\" ] .", code: "schema.missing",
      place: "a.ttl:3:17", mentions: "tercet:text"),
    Mistake(
      text: "tercet:verbs a tercet:WordList ; tercet:word \"say\" .", code: "schema.missing", place: "a.ttl:2:1",
      mentions: "rdfs:comment"),
    Mistake(
      text: ":P a owl:Class ; rdfs:label \"p\", \"q\" .", code: "schema.repeated", place: "a.ttl:2:34",
      mentions: "rdfs:label"),
    Mistake(
      text: ":P a owl:Class ; rdfs:label \" \" .", code: "schema.empty-text", place: "a.ttl:2:29", mentions: "empty"),
    Mistake(
      text: relation + "; tercet:verb \"See\" ; \(example) .", code: "schema.spelling", place: "a.ttl:2:56",
      mentions: "“see”"),
    Mistake(
      text: relation + "; tercet:noun \"friend  of\" ; \(example) .", code: "schema.spelling", place: "a.ttl:2:56",
      mentions: "“friend of”"),
    Mistake(
      text: "tercet:l a tercet:WordList ; rdfs:comment \"c\" ; tercet:word \"say\",\n \"say\" .",
      code: "schema.duplicate",
      place: "a.ttl:3:2", mentions: "a.ttl:2:61"),
    Mistake(
      text: types + "name:x a :P ; skos:prefLabel \"X\" .\nname:y a :P ; skos:prefLabel \"X\" .",
      code: "schema.duplicate", place: "a.ttl:4:30", mentions: "a.ttl:3:30"),
    Mistake(
      text: ":P a owl:Class ; rdfs:label \"p\" ; tercet:typeNoun \"man\" .\n"
        + ":Q a owl:Class ; rdfs:label \"q\" ; tercet:typeNoun \"man\" .", code: "schema.duplicate",
      place: "a.ttl:3:51", mentions: "man"),
    Mistake(
      text: relation + "; tercet:verb \"see\", \"see\" ; \(example) .", code: "schema.duplicate", place: "a.ttl:2:63",
      mentions: "see"),
    Mistake(
      text: relation + "; tercet:verb \"see\" ; tercet:reverseVerb \"see\" ; \(example) .", code: "schema.wording",
      place: "a.ttl:2:83", mentions: "one direction"),
    Mistake(
      text: relation + "; tercet:verb \"see\" ; \(example) .\n"
        + ":s a owl:ObjectProperty ; rdfs:label \"s\" ; tercet:verb \"see\" ; \(example) .", code: "schema.wording",
      place: "a.ttl:3:56", mentions: "but r has it"),
    Mistake(
      text: relation + "; owl:inverseOf :s .\n:s a owl:ObjectProperty ; rdfs:label \"s\" .", code: "schema.inverse",
      place: "a.ttl:2:58", mentions: "owl:inverseOf r"),
    Mistake(
      text: ":P a owl:Class ; rdfs:label \"p\" ; rdfs:subClassOf :Q .\n"
        + ":Q a owl:Class ; rdfs:label \"q\" ; rdfs:subClassOf :P .", code: "schema.cycle", place: "a.ttl:2:51",
      mentions: "P"),
    Mistake(
      text: relation + "; tercet:example [ tercet:text \"A b.\" ; tercet:statement \"A | b\" ] .",
      code: "schema.statement", place: "a.ttl:2:99", mentions: "subject | predicate | object"),
  ]

  @Test(arguments: mistakes)
  func isRefused(_ mistake: Mistake) {
    let error = #expect(throws: SchemaError.self) { try schema(mistake.text) }
    #expect(error?.code == mistake.code)
    #expect(error?.place == mistake.place)
    #expect(error?.message.contains(mistake.mentions) == true, "\(error?.message ?? "")")
    #expect(error?.remedy?.isEmpty == false)
    #expect(error?.exitStatus == .badData)
  }

  @Test func sameWordingIsAllowedWhereTypesDiffer() throws {
    let read = try schema(
      Self.types + Self.relation + "; tercet:verb \"see\" ; \(Self.example) .\n"
        + ":s a owl:ObjectProperty ; rdfs:label \"s\" ; rdfs:range :P ; tercet:verb \"see\" ; \(Self.example) .")
    #expect(read.relations.count == 2)
  }

  @Test func placeIsInTheFileOfTheMistake() {
    let error = #expect(throws: SchemaError.self) {
      try schema(Self.types, and: "# A comment.\n:Q a owl:Class ;\n  rdfs:labels \"q\" .")
    }
    #expect(error?.place == "b.ttl:4:3")
  }

  @Test func foldersWithoutSchema() throws {
    let missing = #expect(throws: SchemaError.self) { try Schema.load(directory: "/nowhere/at/all") }
    #expect(missing?.code == "schema.unreadable" && missing?.place == "/nowhere/at/all")
    #expect(missing?.exitStatus == .noInput)
    let empty = #expect(throws: SchemaError.self) { try Schema.load(directory: "/proc/self/task") }
    #expect(empty?.code == "schema.empty")
  }

  @Test func nothingButFilesOfBoundedSizeIsRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.ttl")
    #expect(unsafe mkfifo(path, 0o644) == 0)
    #expect(throws: SchemaError.self) { try Schema.load(directory: folder.path) }
    #expect(unsafe unlink(path) == 0 && symlink("/dev/zero", path) == 0)
    #expect(throws: SchemaError.self) { try Schema.load(directory: folder.path) }
    #expect(unsafe unlink(path) == 0)
    try AtomicFile.replace(path, with: [])
    #expect(unsafe truncate(path, 1 << 40) == 0)
    #expect(throws: SchemaError.tooLarge(path: path, limit: 8 << 20)) { try Schema.load(directory: folder.path) }
  }

  @Test func bytesThatAreNotText() {
    let bytes = Array(":P a <urn:".utf8) + [0xFF, 0xFE] + Array("> .".utf8)
    let error = #expect(throws: SchemaError.self) {
      try Schema(sources: [SchemaSource(name: "x.ttl", bytes: bytes)])
    }
    #expect(error?.code == "schema.syntax")
  }
}
