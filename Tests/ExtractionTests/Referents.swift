import GraphModel
import Language
import SchemaFiles
import TestSupport

@testable import Extraction

/// A hand-parsed text and who is who in it.
struct Referents {
  let document: Document
  let result: DocumentEntities

  /// - Parameter text: a line a sentence; a word is `word/TAG/head/relation`, with `=lemma` behind the word, `:XPOS`
  ///   behind the tag, and `/B-LABEL` at the end where needed. A line without final punctuation gets a period.
  init(_ text: String, schema: Schema = .world, names: NameIndex? = nil, id: String = "a") throws {
    document = try Referents.document(text, id: id)
    result = Coreferencer(schema: schema, names: names).resolve(document)
  }

  static func document(_ text: String, id: String = "a") throws -> Document {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line == "¶" { return "¶" }
      let words = line.split(separator: " ")
      let root = (words.firstIndex { $0.contains("/0/root") } ?? 0) + 1
      let period = words.last?.contains("/PUNCT/") == true ? "" : " ./PUNCT/\(root)/punct"
      return "\(line)\(period)".split(separator: " ").map { word in
        var fields = word.split(separator: "/").map(String.init)
        let surface = fields[0].split(separator: "=")
        fields[0] = "\(surface[0]) \(surface.count > 1 ? String(surface[1]) : "_")"
        fields[1] = fields[1].replacing(":", with: "/", maxReplacements: 1)
        fields[3] = fields[3].replacing("_", with: ":")
        return fields.joined(separator: " ")
      }.joined(separator: "\n")
    }
    return try Document.fixture(lines.joined(separator: "\n\n"), id: id)
  }

  /// The token that is the `occurrence`-th `word` of the text.
  func token(_ word: String, _ occurrence: Int = 1) -> Int? {
    let all = document.tokens.indices.filter { document.text(of: document.tokens[$0]) == word }
    return all.indices.contains(occurrence - 1) ? all[occurrence - 1] : nil
  }

  /// The entity of which a mention has this word as head; nil when there is none.
  func entity(_ word: String, _ occurrence: Int = 1) -> LocalEntity? {
    token(word, occurrence).flatMap { result.entity(atHead: $0) }.map { result.entities[$0] }
  }

  /// `name: Type` of the entity at a word; nil when there is none.
  func name(_ word: String, _ occurrence: Int = 1) -> String? {
    entity(word, occurrence).map { "\($0.name): \($0.type)" }
  }

  /// `name: Type` of the named entities, sorted.
  var named: [String] { result.entities.filter(\.isNamed).map { "\($0.name): \($0.type)" }.sorted() }

  /// `alias (rule)` of the entity called `name`.
  func aliases(of name: String) -> [String] {
    (result.entities.first { $0.name == name }?.aliases ?? []).map { "\($0.name) (\($0.rule))" }
  }
}

extension Schema {
  /// A few names, types and words.
  static var world: Schema {
    var schema = Schema()
    func type(_ name: String, parent: String? = nil, labels: [String] = [], nouns: [String] = []) {
      var type = EntityType(name: name, label: name.lowercased(), parent: parent)
      type.modelLabels = labels
      type.nouns = nouns
      schema.types.append(type)
    }
    type(
      "Person", labels: ["PERSON"],
      nouns: [
        "president", "minister", "foreign minister", "secretary", "secretary general", "secretary of state",
        "spokesman",
        "leader", "diplomat", "man", "chief", "coach", "official", "general", "king",
      ])
    type(
      "Organization", labels: ["ORGANIZATION"],
      nouns: ["administration", "agency", "bank", "commission", "government", "ministry", "company", "department"])
    type("Alliance", parent: "Organization", nouns: ["alliance", "bloc"])
    type("Location", labels: ["LOCATION"], nouns: ["sea", "river"])
    type("GeopoliticalEntity", parent: "Location", labels: ["GPE"], nouns: ["country", "nation"])
    type("Group", labels: ["GROUP"], nouns: ["ally", "troop"])
    type("Event", labels: ["EVENT"], nouns: ["summit", "war", "talk"])
    type("Concept", labels: ["MISC"])
    type("Date", labels: ["DATE"], nouns: ["week"])
    schema.lists = [
      "honorific": ["mr.", "mrs.", "dr."], "maleHonorific": ["mr."], "femaleHonorific": ["mrs."],
      "givenNamesAlike": ["alexander alex", "alexandra alex", "joseph joe", "william bill will"],
      "maleGivenName": ["mark", "marco", "donald", "michael", "john", "andriï"], "femaleGivenName": ["kaja", "anna"],
      "reportingVerb": ["say", "state", "warn"], "governmentVerb": ["refuse"], "titleModifier": ["defense", "foreign"],
      "corporateSuffix": ["corp.", "inc."], "spatialNoun": ["road"], "commonAcronym": ["gdp"],
      "organizationNoun": ["post"], "month": ["april 4"],
      "politicsOccupation": ["minister"], "sportOccupation": ["coach"],
    ]
    func name(_ name: String, _ type: String, _ change: (inout KnownEntity) -> Void = { _ in }) {
      var entity = KnownEntity(name: name, type: type)
      change(&entity)
      schema.names.append(entity)
    }
    name("United States", "GeopoliticalEntity") {
      $0.aliases = ["U.S.", "US", "America"]
      $0.demonyms = ["American"]
      $0.peoples = ["Americans"]
      $0.capital = "Washington"
      $0.memberships = ["NATO"]
    }
    name("Russia", "GeopoliticalEntity") {
      $0.demonyms = ["Russian"]
      $0.capital = "Moscow"
    }
    name("Ukraine", "GeopoliticalEntity") { $0.demonyms = ["Ukrainian"] }
    name("Belgium", "GeopoliticalEntity") {
      $0.capital = "Brussels"
      $0.memberships = ["NATO"]
    }
    name("Jordan", "GeopoliticalEntity")
    name("Georgia", "GeopoliticalEntity") { $0.capital = "Tbilisi" }
    name("Georgia State", "GeopoliticalEntity") { $0.aliases = ["State of Georgia"] }
    name("Congo Republic", "GeopoliticalEntity") { $0.aliases = ["Congo"] }
    name("DR Congo", "GeopoliticalEntity") { $0.aliases = ["Congo"] }
    name("Europe", "Location") {
      $0.demonyms = ["European"]
      $0.peoples = ["Europeans"]
    }
    name("NATO", "Alliance") { $0.epithets = ["alliance"] }
    name("European Union", "Alliance") {
      $0.aliases = ["EU"]
      $0.epithets = ["bloc"]
      $0.capital = "Brussels"
    }
    for city in ["Washington", "Moscow", "Brussels"] { name(city, "GeopoliticalEntity") }
    return schema
  }
}
