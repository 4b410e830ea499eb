internal import GraphExport
internal import GraphQuery
internal import GraphModel

/// Completes statements at the prompt: verbs, their words, and the names that the graph holds.
final class StatementCompleter<Graph: GraphView>: WordCompleter {
  private let currentGraph: () -> Graph
  private var graph: Graph { currentGraph() }
  /// Names of relations and of types, read at first use.
  private lazy var relations: [String] = readRelations()
  private lazy var types: [String] = readTypes()

  /// - Parameter graph: the graph whose names are offered, which a merge or split replaces.
  init(graph: @escaping () -> Graph) { currentGraph = graph }

  func completion(of text: String) -> Completion {
    let statement = Self.openStatement(of: text)
    let words = Words(String(statement)).list
    let endsInSpace = statement.last?.isWhitespace ?? true
    let isInQuotes = Self.openQuote(in: statement) != nil
    guard let verb = words.first, words.count > 1 || endsInSpace, let row = VerbRow.named(verb.text) else {
      let typed = words.first?.text ?? ""
      return words.count > 1 ? .none : Self.offer(VerbRow.all.map(\.name), for: typed)
    }
    // The words behind the last keyword, which are what is being written.
    var keyword: String?
    var phraseStart = 1
    let complete = endsInSpace && !isInQuotes ? words.count : words.count - 1
    for index in 1..<max(1, complete) where row.keywords.contains(words[index].text) && !words[index].isQuoted {
      keyword = words[index].text
      phraseStart = index + 1
    }
    let kind = keyword.map(VerbRow.completion(after:)) ?? row.operand
    let written = Array(words[min(phraseStart, words.count)...])
    let last = endsInSpace && !isInQuotes ? "" : written.last?.text ?? ""
    switch kind {
    case .entity:
      let phrase = Self.phrase(of: statement, from: phraseStart, isAvoiding: keyword == "avoid")
      let names = entityCompletion(phrase, row)
      if !names.candidates.isEmpty { return names }
      return phrase.isEmpty ? .none : Self.offer(row.keywords, for: last)
    case .relation:
      let fragment =
        last.split(omittingEmptySubsequences: false) { "|/()^,".contains($0) }.last.map(String.init) ?? last
      if endsInSpace, !written.isEmpty { return Self.offer(row.keywords, for: "") }
      return relationCompletion(fragment, isInQuotes: isInQuotes)
    case .type:
      return written.count <= 1 && !(endsInSpace && written.count == 1)
        ? Self.offer(types, for: last) : Self.offer(row.keywords, for: last)
    case .format:
      return Self.argument(
        written, endsInSpace, [{ Self.offer(ExportFormat.allCases.map(\.rawValue), for: $0) }, Self.files])
    case .file: return Self.argument(written, endsInSpace, [Self.files])
    case .topic:
      let topics = VerbRow.all.map(\.name) + HelpTopic.all.map(\.name) + CommandTable.standard.commands.map(\.name)
      return Self.argument(written, endsInSpace, [{ Self.offer(Array(Set(topics)).sorted(), for: $0) }])
    case .setting:
      let choices = SettingRow.all.first { $0.name == written.first?.text }?.choices ?? []
      return Self.argument(
        written, endsInSpace, [{ Self.offer(SettingRow.all.map(\.name), for: $0) }, { Self.offer(choices, for: $0) }])
    default: return Self.offer(row.keywords, for: last)
    }
  }

  /// Completes the argument that is being written by the rule for its place.
  private static func argument(
    _ written: [Words.Word], _ endsInSpace: Bool, _ rules: [(String) -> Completion]
  ) -> Completion {
    let index = endsInSpace ? written.count : written.count - 1
    guard index >= 0 else { return rules[0]("") }
    return rules.indices.contains(index) ? rules[index](endsInSpace ? "" : written[index].text) : .none
  }

  // MARK: - Names of the graph

  private func entityCompletion(_ phrase: Substring, _ row: VerbRow) -> Completion {
    let quote = phrase.first.flatMap { "\"“'".contains($0) ? $0 : nil }
    let typed = String(quote == nil ? phrase : phrase.dropFirst())
    let trimmed = typed.trimmed
    guard !trimmed.isEmpty || quote != nil else { return entityOverview() }
    // A name that is written out, with a space behind it, is followed by a word of the verb.
    if quote == nil, typed.last?.isWhitespace == true, !graph.entities(named: trimmed).isEmpty { return .none }
    let folded = typed.lowercased()
    var names: [String] = []
    for id in entities(beginningWith: trimmed) {
      let name = graph.name(of: id)
      if name.lowercased().hasPrefix(folded) {
        names.append(name)
      } else if let alias = graph.aliases(of: id).first(where: { $0.name.lowercased().hasPrefix(folded) }) {
        names.append(alias.name)
      }
    }
    let written = Array(Set(names)).sorted().map { quote == nil ? Self.typed($0, row) : "\"\($0)\"" }
    return Self.completion(written, replacing: String(phrase))
  }

  /// The best connected entities with a name that begins with `text`. While a line is edited no key stops the search, so it
  /// looks at so many names at most, a few milliseconds of work.
  private func entities(beginningWith text: String) -> [EntityID] {
    var rest = 50_000
    let found = graph.entities(matching: text, at: .start, limit: 200) { read in
      rest -= read
      return rest > 0
    }
    return found.entities
  }

  /// Some names, where nothing is written yet: the best connected.
  private func entityOverview() -> Completion {
    guard graph.entityCount <= 200_000 else { return .none }
    var best = (0..<UInt32(graph.entityCount)).map { id in (EntityID(id), graph.degree(of: EntityID(id), .both)) }
    best.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    let names = best.prefix(20).map { graph.name(of: $0.0) }
    return Completion(candidates: names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element))
  }

  /// A name as it can be typed: in quotes where the words of the verb or marks would be read otherwise.
  static func typed(_ name: String, _ row: VerbRow) -> String {
    let marks = name.contains { "\"“”;#,()[]{}".contains($0) } || name.first == "'"
    let words = name.split(separator: " ").contains { row.keywords.contains($0.lowercased()) }
    return marks || words ? "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" : name
  }

  private func relationCompletion(_ typed: String, isInQuotes: Bool) -> Completion {
    let folded = typed.lowercased()
    let names = relations.filter { $0.lowercased().hasPrefix(folded) }
    let written = names.map { isInQuotes || $0.contains(" ") ? "\"\($0)\"" : $0 }
    return Self.completion(written, replacing: isInQuotes ? "\"" + typed : typed)
  }

  private func readRelations() -> [String] {
    let names = (0..<UInt32(graph.predicateCount)).map { number in
      let predicate = graph.predicate(PredicateID(number))
      return predicate.relation ?? predicate.name
    }
    return Array(Set(names)).sorted()
  }

  private func readTypes() -> [String] {
    Array(Set((0..<UInt32(graph.entityCount)).map { graph.type(of: EntityID($0)) })).sorted()
  }
}
