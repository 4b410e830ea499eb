internal import GraphQuery
internal import SchemaFiles

/// What the schema knows of how relations are worded.
struct KnownWordings {
  /// What `words` mean as a relation, by the schema linked into the program; none where it words nothing so.
  ///
  /// - Complexity: as ``relations(told:)``; reading the schema takes some tens of milliseconds once.
  @Sendable static func relations(of words: String) -> [RelationWording] { linked.relations(told: words) }

  /// What follows a title in `name`, whatever stands before it: `Trump` of `US President Trump`; nil where there is no
  /// title, or nothing behind it.
  ///
  /// - Complexity: as ``relations(of:)``.
  static func name(behindTitleOf name: String) -> String? {
    let words = name.split(separator: " ")
    guard (2...longestName).contains(words.count) else { return nil }
    // The last title is that of the person: `Deputy Secretary of State Landau`.
    for end in (1..<words.count).reversed() {
      for start in 0..<end
      where linked.titles.contains(words[start..<end].joined(separator: " ").lowercased()) {
        return words[end...].joined(separator: " ")
      }
    }
    return nil
  }

  /// Nobody types a longer name with a title.
  private static let longestName = 12

  private static let linked = KnownWordings((try? Schema.embeddedForTexts()) ?? Schema())

  /// The relations that each wording tells, its words in small letters, verbs and nouns as lemmas.
  private var told: [String: [RelationWording]] = [:]
  /// Titles of offices and of address, in small letters.
  private var titles: Set<String> = []
  private let forms: VerbForms

  /// - Complexity: O(wordings of the schema).
  init(_ schema: Schema) {
    forms = VerbForms(irregular: schema.lists["irregularVerb"] ?? [])
    titles = Set(schema.lists["honorific"] ?? [])
    for relation in schema.relations {
      let own = RelationWording(name: relation.name, label: relation.label)
      add(own, relation.name.lowercased())
      add(own, relation.label)
      for wording in relation.wordings {
        if wording.construction == .title {
          titles.insert(wording.lemmas.lowercased())
          continue
        }
        let told = RelationWording(name: relation.name, label: relation.label, isReversed: wording.isReversed)
        add(told, wording.lemmas)
        if wording.construction == .adjective { add(told, "be \(wording.lemmas)") }
      }
    }
    let labels = Dictionary(schema.relations.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
    for (number, frame) in schema.frames.frames.enumerated() {
      guard let name = frame.relation, let label = labels[name] else { continue }
      for verb in schema.frames.words(of: number, as: .verb) { add(RelationWording(name: name, label: label), verb) }
    }
  }

  private mutating func add(_ relation: RelationWording, _ words: String) {
    let words = words.lowercased()
    if self.told[words]?.contains(relation) != true { self.told[words, default: []].append(relation) }
  }

  /// What `words` mean: their other forms first, as open predicates have them, then relations that they word.
  ///
  /// - Complexity: O(number of forms that the words may be of, at most a few hundred).
  func relations(told words: String) -> [RelationWording] {
    let phrases = phrases(of: words)
    var found = phrases.open.map { RelationWording(name: $0) }
    var seen = Set(found)
    func add(_ phrase: String, isReversed: Bool) {
      for var relation in self.told[phrase] ?? [] {
        if isReversed { relation.isReversed.toggle() }
        if seen.insert(relation).inserted { found.append(relation) }
      }
    }
    for phrase in phrases.active { add(phrase, isReversed: false) }
    for phrase in phrases.passive { add(phrase, isReversed: true) }
    return found
  }

  /// Words of which forms are looked for: nobody types a longer relation.
  private static let mostWords = 6
  private static let mostPhrases = 400

  /// The lemmas that `words` may be forms of: as wordings have them, of a passive without its *by*, and as open
  /// predicates are called.
  private func phrases(of words: String) -> (active: [String], passive: [String], open: [String]) {
    let words = words.lowercased().split(whereSeparator: { " _-".contains($0) }).map(String.init)
    guard let first = words.first, words.count <= Self.mostWords else { return ([], [], []) }
    var active = forms.verbs(of: first)
    for word in words.dropFirst() {
      let variants = [word] + forms.singulars(of: word)
      guard active.count * variants.count <= Self.mostPhrases else { return ([], [], []) }
      active = active.flatMap { start in variants.map { "\(start) \($0)" } }
    }
    var open = active
    let rest = words.dropFirst().map { " \($0)" }.joined()
    if forms.verbs(of: first).count > 1 { open.append("be \(first)\(rest)") }
    // What is told of whom or what alone: *convict*, not *meet with*, of which *be met with* is another thing.
    if rest.isEmpty { open += active.flatMap(forms.participles).map { "be \($0)" } }
    // `condemned by`, `was condemned by`.
    var told = words[...]
    if told.count > 2, forms.verbs(of: first).contains("be") { told.removeFirst() }
    guard told.count == 2, told.last == "by", let participle = told.first else { return (active, [], open) }
    let verbs = forms.verbs(of: participle).filter { $0 != participle || forms.participles(of: $0).contains($0) }
    return (active, verbs, open)
  }
}
