internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import GraphModel

/// Completes statements at the prompt: verbs, their words, and the names that the graph holds.
final class StatementCompleter<Graph: GraphView>: WordCompleter {
  private let verbTable: VerbTable
  private let currentGraph: () -> Graph
  private let currentState: () -> PromptState
  /// What was read of a graph, and the numbers by which it is known from one that was changed since.
  private var read: (numbers: [Int], names: OfferedNames<Graph>)?

  var graph: Graph { currentGraph() }
  private var state: PromptState { currentState() }

  /// - Parameters:
  ///   - state: what statements before have left behind.
  ///   - graph: the graph whose names are offered, which a merge or split replaces.
  init(
    verbTable: VerbTable, state: @escaping () -> PromptState = { PromptState() }, graph: @escaping () -> Graph
  ) {
    self.verbTable = verbTable
    currentState = state
    currentGraph = graph
  }

  /// The names of the graph as it is now.
  var offered: OfferedNames<Graph> {
    let graph = graph
    let numbers = [graph.entityCount, graph.edgeCount, graph.documentCount, graph.decisions.count]
    if let read, read.numbers == numbers { return read.names }
    let names = OfferedNames(graph)
    read = (numbers, names)
    return names
  }

  func completion(of text: String) -> Completion { uncheckedCompletion(of: text).checked(behind: text) }

  private func uncheckedCompletion(of text: String) -> Completion {
    let place = CompletionPlace(in: text)
    if place.isInComment { return .none }
    guard let verb = place.lexemes.first else { return Self.offer(verbs, for: "") }
    let mark = place.redirection
    if mark == nil, !place.isInQuotes, place.last.hasPrefix("$") {
      return Self.offer(state.variables, for: place.last)
    }
    guard place.lexemes.count > 1 || place.isBehindSpace else { return Self.offer(verbs, for: verb.text) }
    if let mark { return mark == "|" ? .none : Self.files(place) }
    guard let type = verbTable.all.named(verb.text), !place.isBehindQuotes else { return .none }
    if let completion = innerCompletion(place, type.syntax) { return completion }
    return completion(place, of: type.syntax, (type as? any SessionVerb.Type))
  }

  /// What completes the statement of whose rows the verb does something: `count list Person`; nil where there is none.
  private func innerCompletion(_ place: CompletionPlace, _ syntax: VerbSyntax) -> Completion? {
    guard syntax.usage.contains(Self.statement), place.lexemes.count > 1, !place.lexemes[1].isQuoted else { return nil }
    // The words of the outer verb: `per`.
    let outer = syntax.options.filter { OptionValues(behind: $0.word, of: syntax)?.isWords ?? false }
    guard place.given(of: syntax).isDisjoint(with: outer.map(\.word)) else { return nil }
    let verbs = verbTable.graph.filter { $0 is any QueryVerb.Type && $0.syntax.name != syntax.name }
    let inner = place.behindVerb
    guard inner.lexemes.count > 1 || inner.isBehindSpace else {
      let words = Self.keywords(of: syntax, at: place) + verbs.map(CompletionCandidate.init(verb:))
      return Self.offer(words, for: place.last)
    }
    guard var read = verbs.named(inner.lexemes[0].text)?.syntax else { return nil }
    read.options += outer
    return completion(inner, of: read, nil)
  }

  private static var statement: String { "STATEMENT" }

  private func completion(
    _ place: CompletionPlace, of syntax: VerbSyntax, _ sessionVerb: (any SessionVerb.Type)?
  ) -> Completion {
    let operand = place.operand(of: syntax)
    let values = place.values(behind: operand.start - 1, of: syntax)
    switch operand.kind {
    case .entity, .edge, .text, .entities:
      let phrase = place.phrase(from: operand.start, isInList: operand.kind == .entities)
      if operand.kind == .edge {
        let edges = Self.offer(edges, for: phrase)
        if !edges.candidates.isEmpty { return edges }
      }
      let names = entityCompletion(
        phrase, syntax, allowsIDs: operand.kind != .text, startsWithSpeakers: values == .speaker)
      if !names.candidates.isEmpty { return names }
      return phrase.isEmpty ? .none : Self.offerKeywords(of: syntax, at: place)
    case .relation:
      if place.isBehindSpace, operand.start < place.lexemes.count { return Self.offerKeywords(of: syntax, at: place) }
      return relationCompletion(place, syntax)
    case .type:
      guard operand.index == 0 else { return Self.offerKeywords(of: syntax, at: place) }
      let types = offered.types.map { (name: $0.name, note: $0.note("entity", "entities")) }
      return Self.offer(types, at: place, keywords: syntax.keywords)
    case .source:
      guard operand.index == 0 else { return Self.offerKeywords(of: syntax, at: place) }
      let sources = offered.sources.map { (name: $0.name, note: $0.note("document")) }
      return Self.offer(sources, at: place, keywords: syntax.keywords)
    case .document:
      let phrase = place.phrase(from: operand.start, isInList: false)
      let documents = documentCompletion(phrase, syntax)
      if !documents.candidates.isEmpty { return documents }
      return phrase.isEmpty ? .none : Self.offerKeywords(of: syntax, at: place)
    case .patterns: return patternCompletion(place, syntax)
    case .format:
      let formats = ExportFormat.allCases.map { CompletionCandidate($0.rawValue, note: $0.description.summary) }
      return Self.offer(formats, for: place.last)
    case .file:
      let files = Self.files(place)
      return files.candidates.isEmpty && !place.isInQuotes ? Self.offerKeywords(of: syntax, at: place) : files
    case .topic:
      return Self.offer(topics, for: place.last)
    case .setting:
      return Self.offer(SettingRow.all.map { CompletionCandidate($0.name, note: $0.help) }, for: place.last)
    case .settingValue:
      let setting = place.lexemes[operand.start + operand.index - 1].text
      let row = SettingRow.all.first { $0.name == setting }
      return Self.offer(row?.candidates(in: state.settings) ?? [], for: place.last)
    case .none:
      if place.isInQuotes { return .none }
      if operand.index == 0, let values { return completion(of: values, for: place.last) }
      let words = sessionVerb?.candidates(behind: place.wordsBefore, in: state) ?? []
      return words.isEmpty ? Self.offerKeywords(of: syntax, at: place) : Self.offer(words, for: place.last)
    }
  }

  /// The values of an option that begin with `typed`.
  private func completion(of values: OptionValues, for typed: String) -> Completion {
    switch values {
    case .words(let words): Self.offer(words, for: typed)
    case .date(let allowsNow): dateCompletion(typed, allowsNow: allowsNow)
    case .number, .speaker: .none
    }
  }

  /// Verbs, and the words that stand for the beginning of a statement.
  private var verbs: [CompletionCandidate] {
    verbTable.all.map(CompletionCandidate.init(verb:))
      + state.bindings.aliases.sorted { $0.key < $1.key }.map { CompletionCandidate($0.key, note: $0.value) }
  }

  private var edges: [CompletionCandidate] {
    state.edges.prefix(Self.mostEdges).map { id in
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

  /// Edges of the last answer whose ids are offered.
  private static var mostEdges: Int { 1_000 }
}
