internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import GraphModel

/// Completes statements at the prompt: verbs, their words, and the names that the graph holds.
final class StatementCompleter<Graph: GraphView>: WordCompleter {
  private let verbTable: VerbTable
  private let currentGraph: () -> Graph
  /// What statements before have made: variables, aliases, and the edges of the last answer.
  private let bindings: () -> Bindings
  private let lastEdges: () -> [EdgeID]
  private var graph: Graph { currentGraph() }
  /// Names of relations and of types, read at first use.
  private lazy var relations: [String] = readRelations()
  private lazy var roles: [String] = readRoles()
  private lazy var types: [String] = readTypes()
  /// Ids and sources of documents, read at first use.
  private lazy var documents: [String] = readDocuments { $0.name }
  private lazy var sources: [String] = readDocuments { $0.source }

  /// - Parameter graph: the graph whose names are offered, which a merge or split replaces.
  init(
    verbTable: VerbTable, bindings: @escaping () -> Bindings = { Bindings() },
    lastEdges: @escaping () -> [EdgeID] = { [] }, graph: @escaping () -> Graph
  ) {
    self.verbTable = verbTable
    self.bindings = bindings
    self.lastEdges = lastEdges
    currentGraph = graph
  }

  func completion(of text: String) -> Completion { uncheckedCompletion(of: text).checked(behind: text) }

  private func uncheckedCompletion(of text: String) -> Completion {
    let place = CompletionPlace(in: text)
    if place.isInComment { return .none }
    guard let verb = place.lexemes.first else { return Self.offer(verbs, for: "") }
    guard place.lexemes.count > 1 || place.isBehindSpace else { return Self.offer(verbs, for: verb.text) }
    if let mark = place.redirection { return mark == "|" ? .none : Self.files(place) }
    if !place.isInQuotes, place.last.hasPrefix("$") { return Self.offer(variables, for: place.last) }
    guard let syntax = verbTable.syntax(of: verb.text), !place.isBehindQuotes else { return .none }
    let operand = place.operand(of: syntax)
    switch operand.kind {
    case .entity, .edge, .text, .entities:
      let phrase = place.phrase(from: operand.start, isInList: operand.kind == .entities)
      if operand.kind == .edge {
        let edges = Self.offer(edges, for: phrase)
        if !edges.candidates.isEmpty { return edges }
      }
      let names = entityCompletion(phrase, syntax, allowsIDs: operand.kind != .text)
      if !names.candidates.isEmpty { return names }
      return phrase.isEmpty ? .none : Self.offerKeywords(of: syntax, for: place.last)
    case .relation:
      if place.isBehindSpace, operand.start < place.lexemes.count { return Self.offerKeywords(of: syntax, for: "") }
      return relationCompletion(place, syntax)
    case .type:
      return operand.index == 0
        ? Self.offer(names: types, at: place, keywords: syntax.keywords)
        : Self.offerKeywords(of: syntax, for: place.last)
    case .document, .source:
      let names = operand.kind == .document ? documents : sources
      return operand.index == 0
        ? Self.offer(names: names, at: place, keywords: syntax.keywords)
        : Self.offerKeywords(of: syntax, for: place.last)
    case .patterns: return patternCompletion(place, syntax)
    case .format: return Self.offer(ExportFormat.allCases.map(\.rawValue), for: place.last)
    case .file:
      let files = Self.files(place)
      return files.candidates.isEmpty && !place.isInQuotes ? Self.offerKeywords(of: syntax, for: place.last) : files
    case .topic:
      return Self.offer(topics, for: place.last)
    case .setting:
      return Self.offer(SettingRow.all.map { CompletionCandidate($0.name, note: $0.help) }, for: place.last)
    case .settingValue:
      let setting = place.lexemes[operand.start + operand.index - 1].text
      return Self.offer(SettingRow.all.first { $0.name == setting }?.choices ?? [], for: place.last)
    case .none: return Self.offerKeywords(of: syntax, for: place.last)
    }
  }

  /// Verbs, and the words that stand for the beginning of a statement.
  private var verbs: [CompletionCandidate] {
    verbTable.all.map { CompletionCandidate($0.syntax.name, note: $0.syntax.summary) }
      + bindings().aliases.sorted { $0.key < $1.key }.map { CompletionCandidate($0.key, note: $0.value) }
  }

  private var variables: [CompletionCandidate] {
    bindings().variables.sorted { $0.key < $1.key }.map { CompletionCandidate("$" + $0.key, note: $0.value) }
  }

  private var edges: [CompletionCandidate] {
    lastEdges().prefix(Self.mostEdges).map { id in
      let edge = graph.edge(id)
      let words = graph.predicate(edge.predicate).name
      return CompletionCandidate(
        id, note: "\(graph.name(of: edge.subject)) · \(words) · \(graph.name(of: edge.object))")
    }
  }

  private var topics: [CompletionCandidate] {
    var candidates: [CompletionCandidate] = []
    for (name, note) in verbTable.all.map({ ($0.syntax.name, $0.syntax.summary) })
      + HelpTopic.all.map({ ($0.name, $0.summary) })
      + CommandTable.standard.commands.map({ ($0.name, "tercet \($0.name): \($0.summary)") })
    where !candidates.contains(where: { $0.written == name }) {
      candidates.append(CompletionCandidate(name, note: note))
    }
    return candidates.sorted { $0.written < $1.written }
  }

  /// Of a pattern the ends and the relation between them; variables of the other patterns.
  private func patternCompletion(_ place: CompletionPlace, _ syntax: VerbSyntax) -> Completion {
    let start = place.startOfListElement
    let index = place.index(from: start)
    if let colon = place.last.lastIndex(of: ":"), place.last.hasPrefix("?") || colon == place.last.startIndex {
      let plain = types.filter { NameSpelling.typed($0, keywords: ["--claims"]) == $0 && !$0.contains(" ") }
      return Self.offer(plain, for: String(place.last[place.last.index(after: colon)...]))
    }
    if place.last.hasPrefix("?") {
      let words = place.lexemes.filter { !$0.isQuoted }.map { $0.text.filter { $0 != "," } }
      let names = words.filter { $0.hasPrefix("?") && $0 != place.last }
      return Self.offer(Array(Set(names)).sorted(), for: place.last)
    }
    let first = place.lexemes.count > start ? place.lexemes[start] : nil
    let isFirstWhole = first.map { $0.isQuoted || $0.text.hasPrefix("?") || $0.text.hasPrefix("#") } ?? false
    if isFirstWhole, index == 1 { return relationCompletion(place, syntax) }
    let names = entityCompletion(
      place.phrase(from: isFirstWhole && index > 1 ? start + 2 : start, isInList: true), syntax)
    if !names.candidates.isEmpty { return names }
    let words = index > 2 && !place.last.isEmpty ? Self.offerKeywords(of: syntax, for: place.last) : .none
    if !words.candidates.isEmpty { return words }
    let relations = index == 0 ? .none : relationCompletion(place, syntax)
    return relations.candidates.isEmpty ? Self.offerKeywords(of: syntax, for: place.last) : relations
  }

  // MARK: - Names of the graph

  private func entityCompletion(_ phrase: String, _ syntax: VerbSyntax, allowsIDs: Bool = true) -> Completion {
    let quote = phrase.unicodeScalars.first.flatMap { "\"“'".unicodeScalars.contains($0) ? $0 : nil }
    let typed = quote == nil ? phrase : String(phrase.unicodeScalars.dropFirst())
    let trimmed = typed.trimmed
    guard !trimmed.isEmpty || quote != nil else { return entityOverview() }
    // A name that is written out, with a space behind it, is followed by a word of the verb.
    if quote == nil, typed.last?.isWhitespace == true, !graph.entities(named: trimmed).isEmpty { return .none }
    let folded = plainLetters(typed.utf8)
    var found: [(name: String, candidate: CompletionCandidate)] = []
    var written: Set<String> = []
    for id in entities(beginningWith: trimmed) {
      let isCalled = { (name: String) in
        name.utf8.count <= Self.longestOffered && plainLetters(name.utf8).starts(with: folded)
      }
      let main = graph.name(of: id)
      guard let name = isCalled(main) ? main : graph.otherNames(of: id).map(\.name).first(where: isCalled) else {
        continue
      }
      let spelling =
        quote == nil ? NameSpelling.typed(name, keywords: syntax.keywords) : NameSpelling.quoted(name)
      let note =
        "\(graph.type(of: id)), \(counted(graph.degree(of: id, .both), "edge"))" + (name == main ? "" : ", \(main)")
      if let spelling {
        if written.insert(spelling).inserted { found.append((name, CompletionCandidate(spelling, note: note))) }
      } else if allowsIDs {
        found.append((name, CompletionCandidate(id, called: name, note: note)))
      }
    }
    return Self.completion(found.sorted { $0.name < $1.name }.map(\.candidate), replacing: phrase)
  }

  /// The best connected entities with a name that begins with `text`. While a line is edited no key stops the search,
  /// so it looks at so many names at most, a few milliseconds of work.
  private func entities(beginningWith text: String) -> [EntityID] {
    func found(at place: NamePlace) -> [EntityID] {
      var rest = Self.mostRead
      return graph.entities(matching: text, at: place, limit: 200) { read in
        rest -= read
        return rest > 0
      }.entities
    }
    let names = found(at: .start)
    // Names are in order with their accents: without them the first names are looked through.
    return names.isEmpty ? found(at: .anywhere) : names
  }

  /// Some names, where nothing is written yet: the best connected.
  private func entityOverview() -> Completion {
    guard graph.entityCount <= 4 * Self.mostRead else { return .none }
    let nothing = graph.nothing
    var best = (0..<UInt32(graph.entityCount)).map { EntityID($0) }.filter { $0 != nothing }
      .map { ($0, graph.degree(of: $0, .both)) }
    best.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    let names = best.prefix(20).map { graph.name(of: $0.0) }.filter { $0.utf8.count <= Self.longestOffered }
    return Completion(candidates: names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element))
  }

  /// The relation that is being written, which may stand behind others in a path expression.
  private func relationCompletion(_ place: CompletionPlace, _ syntax: VerbSyntax) -> Completion {
    // `attack/in`: a role behind its verb.
    let last =
      place.isInQuotes
      ? place.last[...] : place.last.split(omittingEmptySubsequences: false) { "|()^,".contains($0) }.last ?? ""
    let start = last.lowercased()
    let roles = place.isInQuotes || !last.contains("/") ? [] : self.roles.filter { $0.lowercased().hasPrefix(start) }
    if !roles.isEmpty { return Self.completion(roles.map { CompletionCandidate($0) }, replacing: String(last)) }
    let parts = place.last.split(omittingEmptySubsequences: false) { !place.isInQuotes && "|/()^,".contains($0) }
    let typed = parts.last.map(String.init) ?? place.last
    let folded = typed.lowercased()
    let near = relations(near: place, syntax).filter { $0.lowercased().hasPrefix(folded) }
    let names = near.isEmpty ? relations.filter { $0.lowercased().hasPrefix(folded) } : near
    let written = names.compactMap { name in
      place.isInQuotes || name.contains(" ")
        ? NameSpelling.quoted(name) : NameSpelling.typed(name, keywords: syntax.keywords)
    }
    return Self.completion(
      written.map { CompletionCandidate($0) }, replacing: place.isInQuotes ? place.quotation : typed)
  }

  /// What the relations of the entity are called that the statement names first; none where it names none, or several,
  /// or one with very many edges.
  private func relations(near place: CompletionPlace, _ syntax: VerbSyntax) -> [String] {
    guard syntax.operands.first == .entity, place.lexemes.count > 1 else { return [] }
    let words = place.lexemes.dropFirst().prefix { $0.isQuoted || !syntax.keywords.contains($0.text) }
    let name = words.map(\.text).joined(separator: " ")
    guard let entity = graph.entities(named: name).first, graph.degree(of: entity, .both) < Self.mostRead else {
      return []
    }
    var adjacency: [Adjacency] = []
    graph.adjacency(of: entity, .both, into: &adjacency)
    let names = Set(adjacency.map(\.predicate)).map { id in
      let predicate = graph.predicate(id)
      return predicate.relation ?? predicate.verb
    }
    return Set(names).sorted()
  }

  /// What relations can be called: a verb stands for its roles, which ``roles`` has.
  private func readRelations() -> [String] {
    offered(graph.predicateCount) { number in
      let predicate = graph.predicate(PredicateID(number))
      return predicate.relation ?? predicate.verb
    }
  }

  /// `attack/in`, as far as both can be written without quotes.
  private func readRoles() -> [String] {
    offered(graph.predicateCount) { number in
      let predicate = graph.predicate(PredicateID(number))
      guard let role = predicate.role, Self.isPlain(predicate.verb), Self.isPlain(role) else { return "" }
      return "\(predicate.verb)/\(role)"
    }.filter { !$0.isEmpty }
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.contains(" ") && NameSpelling.typed(name, keywords: []) == name
  }

  private func readTypes() -> [String] {
    let nothing = graph.nothing.map { graph.type(of: $0) }
    return offered(graph.entityCount) { graph.type(of: EntityID($0)) }.filter { $0 != nothing }
  }

  private func readDocuments(_ name: (DocumentRecord) -> String?) -> [String] {
    offered(min(graph.documentCount, Self.mostDocuments)) { name(graph.document(DocumentID($0))) ?? "" }
      .filter { !$0.isEmpty }
  }

  /// The names that `name` gives for the numbers up to `count`, each once; the first of very many.
  private func offered(_ count: Int, _ name: (UInt32) -> String) -> [String] {
    var names: Set<String> = []
    var read = 0
    for number in 0..<UInt32(count) {
      let name = name(number)
      read += 1 + name.utf8.count / Self.longestOffered
      guard read < 10 * Self.mostRead, names.count < Self.mostRead else { break }
      if name.utf8.count <= Self.longestOffered { names.insert(name) }
    }
    return names.sorted()
  }

  /// Documents whose ids and sources are offered: to read one takes as long as to read the names of many entities.
  private static var mostDocuments: Int { 2_000 }
  /// Edges of the last answer whose ids are offered.
  private static var mostEdges: Int { 1_000 }
  /// Names that are looked at while a line is edited, a few milliseconds of work: no key stops it.
  private static var mostRead: Int { 50_000 }
  /// Bytes of a name that is offered: a longer one fills the terminal, and nobody can tell its end.
  private static var longestOffered: Int { 1_000 }
}
