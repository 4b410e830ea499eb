import Language
import SchemaFiles

/// The schema, compiled for finding mentions and resolving them.
struct ReferenceLexicon: Sendable {
  let types: TypeTable
  let names: NameTable
  /// Names beside those of the schema.
  let index: KindsOfNames
  /// By known entity: its type.
  let typeOfKnown: [Int]
  /// By known entity: the known organizations of which it is a member.
  let memberships: [Int: Set<Int>]
  private(set) var words: [String: WordClass] = [:]
  /// Titles of several words in lower case, such as `secretary of state`, by their first word: numbers of words,
  /// longest first, and the phrases themselves.
  private(set) var titleLengths: [String: [Int]] = [:]
  private(set) var titles: Set<String> = []
  /// Types of the nouns of several words that mean no person: `national guard`.
  private(set) var phraseTypes: [String: Int] = [:]

  /// By the letter of a party in tags such as `R-Texas`: the name of the party.
  let partyLetters: [String: String]
  /// By given name: those by which whoever has it may be called, and the other way round.
  let givenNamesAlike: [String: Set<String>]
  /// What makes one name with the name behind a hyphen: `indo`.
  let combiningForms: Set<String>
  /// First words of names of countries that have a sister: `north`.
  let compassPoints: Set<String>
  /// Words between two names of one: `also known as`.
  let otherNamePhrases: Set<String>
  /// What makes an age of the number before it, as words: `-year-old`.
  let ageEndings: [[String]]
  /// Spellings of foreign names.
  let transliteration: Transliteration
  /// Participles behind a noun before its name: `named`.
  let namingParticiples: Set<String>
  let titlingParticiples: Set<String>
  /// Nouns behind a name that say what it is: `agency` of `Yonhap news agency`.
  let classNouns: Set<String>
  /// The same of a place: `constituency`.
  let placeClassNouns: Set<String>
  /// The same of a building, a ship, what is no town: `cathedral`.
  let siteNouns: Set<String>
  /// Verbs whose object is a victim, of which only an attacker is the subject, and nouns for both: `shoot`, `stab`,
  /// `victim`, `attacker`.
  let assaultVerbs: Set<String>
  let attackerVerbs: Set<String>
  let victimNouns: Set<String>
  let attackerNouns: Set<String>
  /// What with a hyphen before a name makes no name of it: `pro`.
  let namelessPrefixes: Set<String>
  /// Nouns for what somebody utters: `statement`.
  let statementNouns: Set<String>
  /// Verbs of whoever utters that: `release`.
  let utteringVerbs: Set<String>
  /// Nouns of what somebody tells of himself: `announcement`.
  let announcingNouns: Set<String>
  /// Nouns before `of` and the name of a place that is one: `town`.
  let placeKindNouns: Set<String>
  /// Nouns for countries, and for cities and parts of countries.
  let countryNouns: Set<String>
  let cityNouns: Set<String>
  let capitalNouns: Set<String>
  /// Titles whose bearer speaks for himself, not for the body or country of his office.
  let ownVoices: Set<String>
  /// Known entities that are countries.
  let countries: Set<Int>
  /// Their names.
  let countryNames: Set<String>
  /// Words of names that say nothing of whose body it is: `national`, `assembly`.
  let commonBodyWords: Set<String>
  /// Articles before surnames that a text may leave out: `al`.
  let nameArticles: Set<String>
  /// Words for whoever leads, whatever the title: `leader`.
  let leaderTitles: [String]
  /// Verbs of which two teams are subject and object: `beat`.
  let matchVerbs: Set<String>
  /// Nouns by which a text calls somebody again whom it has named: `billionaire`.
  let epithetNouns: Set<String>
  /// Titles before a given name alone: `Prince`.
  let regnalTitles: Set<String>
  /// Nouns for whoever has somebody's office elsewhere: `counterpart`.
  let counterpartNouns: Set<String>
  /// Words by which a phrase tells a thing from others with the same names: `new` of `new talks with Iran`.
  let distinguishingModifiers: Set<String>
  /// Verbs of which the subject does not own the object that is called his: `reject`.
  let refusingVerbs: Set<String>
  /// First words of names that look like those of persons behind them: `storm`.
  let namePrefixes: Set<String>
  /// Words whose possessive stands within a name: `people`.
  let possessiveParts: Set<String>
  /// By a title: others that whoever is called so may have.
  let sameTitles: [String: [[String]]]
  /// By the abbreviation of a state in such a tag: the name of the state.
  let stateAbbreviations: [String: String]

  init(schema: Schema, index: NameIndex? = nil) {
    partyLetters = Self.expansions(schema.lists["partyLetter"] ?? [])
    compassPoints = Set(schema.lists["compassPoint"] ?? [])
    otherNamePhrases = Set(schema.lists["otherNamePhrase"] ?? [])
    ageEndings = (schema.lists["ageEnding"] ?? []).sorted().map { $0.split(separator: " ").map(String.init) }
    transliteration = Transliteration(schema.lists["sameSpelling"] ?? [])
    namingParticiples = Set(schema.lists["namingParticiple"] ?? [])
    titlingParticiples = Set(schema.lists["titlingParticiple"] ?? [])
    classNouns = Set(schema.lists["classNoun"] ?? [])
    placeClassNouns = Set(schema.lists["placeClassNoun"] ?? [])
    siteNouns = Set(schema.lists["siteNoun"] ?? [])
    assaultVerbs = Set(schema.lists["assaultVerb"] ?? [])
    attackerVerbs = Set(schema.lists["attackerVerb"] ?? [])
    victimNouns = Set(schema.lists["victimNoun"] ?? [])
    attackerNouns = Set(schema.lists["attackerNoun"] ?? [])
    namelessPrefixes = Set(schema.lists["namelessPrefix"] ?? [])
    utteringVerbs = Set(schema.lists["utteringVerb"] ?? [])
    announcingNouns = Set(schema.lists["announcingNoun"] ?? [])
    statementNouns = Set(schema.lists["statementNoun"] ?? [])
    placeKindNouns = Set(schema.lists["placeKindNoun"] ?? [])
    countryNouns = Set(schema.lists["countryNoun"] ?? [])
    cityNouns = Set(schema.lists["cityNoun"] ?? [])
    capitalNouns = Set(schema.lists["capitalNoun"] ?? [])
    ownVoices = Set(schema.lists["ownVoice"] ?? [])
    nameArticles = Set(schema.lists["nameArticle"] ?? [])
    leaderTitles = (schema.lists["sameOffice"] ?? []).filter { !$0.contains(" ") }.sorted()
    matchVerbs = Set(schema.lists["matchVerb"] ?? [])
    epithetNouns = Set(schema.lists["epithetNoun"] ?? [])
    regnalTitles = Set(schema.lists["regnalTitle"] ?? [])
    counterpartNouns = Set(schema.lists["counterpartNoun"] ?? [])
    distinguishingModifiers = Set(schema.lists["distinguishingModifier"] ?? [])
    refusingVerbs = Set(schema.lists["refusingVerb"] ?? [])
    namePrefixes = Set(schema.lists["namePrefix"] ?? [])
    possessiveParts = Set(schema.lists["possessiveNamePart"] ?? [])
    sameTitles = Self.titles(schema.lists["sameTitle"] ?? [])
    combiningForms = Set(schema.lists["combiningForm"] ?? [])
    givenNamesAlike = Self.givenNames(schema.lists["givenNamesAlike"] ?? [])
    stateAbbreviations = Self.expansions(schema.lists["stateAbbreviation"] ?? [])
    types = TypeTable(schema: schema)
    self.index = KindsOfNames(index, schema: schema, types: types)
    names = NameTable(schema: schema)
    let types = types
    let numbers = Dictionary(schema.names.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    memberships = Dictionary(
      uniqueKeysWithValues: schema.names.enumerated().map { ($0, Set($1.memberships.compactMap { numbers[$0] })) })
    countries = Set(
      schema.names.indices.filter {
        !schema.names[$0].offices.isEmpty && types.names.indices.contains(types.geopolitical)
          && schema.names[$0].type == types.names[types.geopolitical]
      })
    countryNames = Set(countries.map { schema.names[$0].name })
    commonBodyWords = Set(schema.lists["commonBodyWord"] ?? [])
    typeOfKnown = schema.names.map { name in types.names.firstIndex(of: name.type) ?? types.unknown }
    for (index, pronoun) in Pronoun.all.enumerated() {
      words[pronoun.form, default: WordClass()].pronoun = UInt8(index + 1)
    }
    let flags: [(String, WordClass.Flags)] = [
      ("honorific", .honorific), ("maleHonorific", [.maleHonorific, .honorific]),
      ("femaleHonorific", [.femaleHonorific, .honorific]), ("maleGivenName", .maleName),
      ("femaleGivenName", .femaleName), ("corporateSuffix", .companySuffix), ("nameSuffix", .nameSuffix),
      ("reportingVerb", .reportingVerb), ("reportingVerb", .mindfulVerb), ("mindfulVerb", .mindfulVerb),
      ("governmentVerb", .governmentVerb), ("leadingVerb", .leadingVerb), ("titleModifier", .titleModifier),
      ("weekday", .calendar),
      ("month", .calendar), ("organizationNoun", .organizationWord), ("spatialNoun", .spatial),
      ("commonAcronym", .commonAcronym), ("maleNoun", .maleNoun),
      ("femaleNoun", .femaleNoun), ("contrastingModifier", .contrasting),
    ]
    for (list, flag) in flags {
      for entry in schema.lists[list] ?? [] {
        // Days and months carry their number.
        let word = flag == .calendar ? entry.split(separator: " ").first.map(String.init) ?? entry : entry
        words[word.split(separator: ".").joined(), default: WordClass()].flags.insert(flag)
      }
    }
    for (index, type) in schema.types.enumerated() {
      for noun in type.nouns {
        words[noun, default: WordClass()].nounType = Int16(index)
        if types.isPerson(index) { addTitle(noun) } else if noun.utf8.contains(0x20) { phraseTypes[noun] = index }
      }
    }
    for relation in schema.relations {
      for wording in relation.wordings where wording.construction == .title { addTitle(wording.lemmas) }
    }
    for entity in schema.names {
      for office in entity.offices { addTitle(office) }
    }
  }

  /// What stands behind the first space of each entry, by what stands before it.
  private static func expansions(_ entries: [String]) -> [String: String] {
    Dictionary(
      entries.compactMap { entry in
        entry.firstIndex(of: " ").map { (String(entry[..<$0]), String(entry[entry.index(after: $0)...])) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The first word of each entry with each of the others, both ways.
  private static func givenNames(_ entries: [String]) -> [String: Set<String>] {
    var alike: [String: Set<String>] = [:]
    for entry in entries {
      let names = entry.split(separator: " ").map(String.init)
      for short in names.dropFirst() {
        alike[names[0], default: []].insert(short)
        alike[short, default: []].insert(names[0])
      }
    }
    return alike
  }

  /// By what stands before ` = `: the words behind it, of each entry.
  private static func titles(_ entries: [String]) -> [String: [[String]]] {
    var titles: [String: [[String]]] = [:]
    for entry in entries.sorted() {
      let words = entry.split(separator: " ").map(String.init)
      guard let sign = words.firstIndex(of: "="), sign > 0 else { continue }
      titles[words[..<sign].joined(separator: " "), default: []].append(Array(words[(sign + 1)...]))
    }
    return titles
  }

  private mutating func addTitle(_ title: String) {
    let parts = title.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    guard let first = parts.first, let last = parts.last, titles.insert(parts.joined(separator: " ")).inserted else {
      return
    }
    words[last, default: WordClass()].flags.insert(.titleHead)
    var lengths = titleLengths[first] ?? []
    if !lengths.contains(parts.count) { lengths.append(parts.count) }
    titleLengths[first] = lengths.sorted(by: >)
  }

  /// What the lists say of the lower-case `word`; full stops do not count.
  func wordClass(of word: String) -> WordClass {
    if let found = words[word] { return found }
    guard word.utf8.contains(0x2E) else { return WordClass() }
    return words[word.split(separator: ".").joined()] ?? WordClass()
  }
}
