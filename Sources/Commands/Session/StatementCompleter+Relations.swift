internal import Bytes
internal import GraphModel
internal import GraphQuery

// Relations, patterns of them, documents and dates.
extension StatementCompleter {
  /// Of a pattern the ends and the relation between them; variables of the other patterns.
  func patternCompletion(_ place: CompletionPlace, _ syntax: VerbSyntax) -> Completion {
    let start = place.startOfListElement
    let index = place.index(from: start)
    if let colon = place.last.lastIndex(of: ":"), place.last.hasPrefix("?") || colon == place.last.startIndex {
      let plain = offered.types.filter {
        NameSpelling.typed($0.name, keywords: ["--claims"]) == $0.name && !$0.name.contains(" ")
      }
      let candidates = plain.map { CompletionCandidate($0.name, note: $0.note("entity", "entities")) }
      return Self.offer(candidates, for: String(place.last[place.last.index(after: colon)...]))
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
    let words = index > 2 && !place.last.isEmpty ? Self.offerKeywords(of: syntax, at: place) : .none
    if !words.candidates.isEmpty { return words }
    let relations = index == 0 ? .none : relationCompletion(place, syntax)
    return relations.candidates.isEmpty ? Self.offerKeywords(of: syntax, at: place) : relations
  }

  /// The relation that is being written, which may stand behind others in a path expression.
  func relationCompletion(_ place: CompletionPlace, _ syntax: VerbSyntax) -> Completion {
    // `attack/in`: a role behind its verb.
    let last =
      place.isInQuotes
      ? place.last[...] : place.last.split(omittingEmptySubsequences: false) { "|()^,".contains($0) }.last ?? ""
    let start = last.lowercased()
    let roles =
      place.isInQuotes || !last.contains("/") ? [] : offered.roles.filter { $0.name.lowercased().hasPrefix(start) }
    if !roles.isEmpty {
      return Self.completion(
        roles.map { CompletionCandidate($0.name, note: $0.note("edge")) }, replacing: String(last))
    }
    let parts = place.last.split(omittingEmptySubsequences: false) { !place.isInQuotes && "|/()^,".contains($0) }
    let typed = parts.last.map(String.init) ?? place.last
    let folded = typed.lowercased()
    let near = relations(near: place, syntax).filter { $0.name.lowercased().hasPrefix(folded) }
    let found = near.isEmpty ? offered.relations.filter { $0.name.lowercased().hasPrefix(folded) } : near
    let written = found.compactMap { relation in
      let spelling =
        place.isInQuotes || relation.name.contains(" ")
        ? NameSpelling.quoted(relation.name) : NameSpelling.typed(relation.name, keywords: syntax.keywords)
      return spelling.map { CompletionCandidate($0, note: relation.note("edge")) }
    }
    return Self.completion(written, replacing: place.isInQuotes ? place.quotation : typed)
  }

  /// What the relations of the entity are called that the statement names first, with its edges; none where it names
  /// none, or several, or one with very many edges.
  private func relations(near place: CompletionPlace, _ syntax: VerbSyntax) -> [OfferedName] {
    guard syntax.operands.first == .entity, place.lexemes.count > 1 else { return [] }
    let words = place.lexemes.dropFirst().prefix { $0.isQuoted || !syntax.keywords.contains($0.text) }
    let name = words.map(\.text).joined(separator: " ")
    guard let entity = graph.entities(named: name).first,
      graph.degree(of: entity, .both) < OfferedNames<Graph>.mostRead
    else { return [] }
    var adjacency: [Adjacency] = []
    graph.adjacency(of: entity, .both, into: &adjacency)
    var counts: [PredicateID: Int] = [:]
    for edge in adjacency { counts[edge.predicate, default: 0] += 1 }
    var named: [String: Int] = [:]
    for (id, count) in counts {
      let predicate = graph.predicate(id)
      named[predicate.relation ?? predicate.verb, default: 0] += count
    }
    return named.map { OfferedName(name: $0.key, count: $0.value) }.sorted { $0.name < $1.name }
  }

  /// The documents that `phrase` begins: by their ids, else by a part of the id or by words of the title, for which the
  /// id is put in.
  func documentCompletion(_ phrase: String, _ syntax: VerbSyntax) -> Completion {
    let (words, isQuoted) = Self.unquoted(phrase)
    let typed = words.lowercased()
    let documents = offered.documents
    // An id that is written out, with a space behind it, is followed by a word of the verb.
    if !isQuoted, typed.last?.isWhitespace == true, documents.contains(where: { $0.name == words.trimmed }) {
      return .none
    }
    func candidates(_ documents: [DocumentRecord], byOther: Bool) -> [CompletionCandidate] {
      documents.compactMap { document in
        let id = document.name
        let spelling = isQuoted ? NameSpelling.quoted(id) : NameSpelling.typed(id, keywords: syntax.keywords)
        let note = [document.title, document.date].compactMap { $0 }.joined(separator: ", ")
        return spelling.map { CompletionCandidate($0, note: note, standsForOther: byOther) }
      }
    }
    let called = documents.filter { $0.name.lowercased().hasPrefix(typed) }
    if !called.isEmpty { return Self.completion(candidates(called, byOther: false), replacing: phrase) }
    let others = documents.filter { Self.hasWord(typed, in: $0.name) || Self.hasWord(typed, in: $0.title ?? "") }
    return Self.completion(candidates(others, byOther: true), replacing: phrase)
  }

  /// Whether `text` has `words`, in small letters, at the start of a word.
  private static func hasWord(_ words: String, in text: String) -> Bool {
    let text = text.lowercased()
    return text.ranges(of: words).contains { range in
      guard range.lowerBound > text.startIndex else { return true }
      let before = text[text.index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber
    }
  }

  /// Years of the graph's documents; their months and days where the year is typed, or there is only one.
  func dateCompletion(_ typed: String, allowsNow: Bool) -> Completion {
    let dates = offered.dates.filter { $0.name.hasPrefix(typed) }
    var found: [OfferedName] = []
    for length in [4, 7, 10] where typed.utf8.count <= length {
      var counts: [String: Int] = [:]
      for date in dates where date.name.utf8.count >= length {
        counts[String(date.name.prefix(length)), default: 0] += date.count
      }
      found += counts.map { OfferedName(name: $0.key, count: $0.value) }
      if counts.count > 1 { break }
    }
    var candidates = found.sorted { $0.name < $1.name }.map {
      CompletionCandidate($0.name, note: $0.note("document"))
    }
    if allowsNow, let last = offered.dates.last {
      candidates.insert(CompletionCandidate("now", note: "the last date of the documents, \(last.name)"), at: 0)
    }
    return Self.offer(candidates, for: typed)
  }
}
