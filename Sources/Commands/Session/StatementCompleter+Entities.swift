internal import Bytes
internal import GraphModel
internal import GraphQuery

// Names of entities, and who says something.
extension StatementCompleter {
  /// The names that begin with `phrase`, the words of a name before the cursor.
  ///
  /// - Parameters:
  ///   - allowsIDs: whether an id may stand for a name that cannot be written.
  ///   - startsWithSpeakers: whether those come first who are told to say something.
  func entityCompletion(
    _ phrase: String, _ syntax: VerbSyntax, allowsIDs: Bool = true, startsWithSpeakers: Bool = false
  ) -> Completion {
    let (typed, isQuoted) = Self.unquoted(phrase)
    let trimmed = typed.trimmed
    guard !trimmed.isEmpty || isQuoted else {
      return startsWithSpeakers && !offered.speakers.isEmpty ? speakerOverview() : entityOverview()
    }
    // A name that is written out, with a space behind it, is followed by a word of the verb.
    if !isQuoted, typed.last?.isWhitespace == true, !graph.entities(named: trimmed).isEmpty { return .none }
    let folded = plainLetters(typed.utf8)
    let isCalled = { (name: String) in
      name.utf8.count <= OfferedNames<Graph>.longest && plainLetters(name.utf8).starts(with: folded)
    }
    func spelled(_ name: String) -> String? {
      isQuoted ? NameSpelling.quoted(name) : NameSpelling.typed(name, keywords: syntax.keywords)
    }
    var written: Set<String> = []
    var said: [CompletionCandidate] = []
    if startsWithSpeakers {
      for speaker in offered.speakers where isCalled(speaker.name) {
        guard let spelling = spelled(speaker.name), written.insert(spelling).inserted else { continue }
        said.append(CompletionCandidate(spelling, note: speaker.note))
      }
    }
    var found: [(name: String, candidate: CompletionCandidate)] = []
    for id in entities(beginningWith: trimmed) {
      let main = graph.name(of: id)
      guard let name = isCalled(main) ? main : graph.otherNames(of: id).map(\.name).first(where: isCalled) else {
        continue
      }
      let note = description(of: id) + (name == main ? "" : ", \(main)")
      if let spelling = spelled(name) {
        if written.insert(spelling).inserted { found.append((name, CompletionCandidate(spelling, note: note))) }
      } else if allowsIDs {
        found.append((name, CompletionCandidate(id, called: name, note: note)))
      }
    }
    return Self.completion(said + found.sorted { $0.name < $1.name }.map(\.candidate), replacing: phrase)
  }

  /// `phrase` without an opening quote, and whether it has one.
  static func unquoted(_ phrase: String) -> (typed: String, isQuoted: Bool) {
    guard let first = phrase.unicodeScalars.first, "\"“'".unicodeScalars.contains(first) else {
      return (phrase, false)
    }
    return (String(phrase.unicodeScalars.dropFirst()), true)
  }

  /// `Person, 12 edges`.
  private func description(of id: EntityID) -> String {
    "\(graph.type(of: id)), \(counted(graph.degree(of: id, .both), "edge"))"
  }

  /// The best connected entities with a name that begins with `text`. While a line is edited no key stops the search,
  /// so it looks at so many names at most, a few milliseconds of work.
  private func entities(beginningWith text: String) -> [EntityID] {
    func found(at place: NamePlace) -> [EntityID] {
      var rest = OfferedNames<Graph>.mostRead
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
    guard graph.entityCount <= 4 * OfferedNames<Graph>.mostRead else { return .none }
    let nothing = graph.nothing
    var best = (0..<UInt32(graph.entityCount)).map { EntityID($0) }.filter { $0 != nothing }
      .map { ($0, graph.degree(of: $0, .both)) }
    best.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    return Self.overview(best.prefix(Self.fewNames).map { (graph.name(of: $0.0), description(of: $0.0)) })
  }

  /// The same of those who are told to say the most.
  private func speakerOverview() -> Completion {
    Self.overview(offered.speakers.prefix(Self.fewNames).map { ($0.name, $0.note) })
  }

  /// A list of names, each once, of which none is put in.
  private static func overview(_ names: [(String, String)]) -> Completion {
    var seen: Set<String> = []
    let shown = names.filter { $0.0.utf8.count <= OfferedNames<Graph>.longest && seen.insert($0.0).inserted }
    return Completion(candidates: shown.map(\.0), notes: shown.map(\.1))
  }

  /// Names that are listed where nothing is written yet.
  private static var fewNames: Int { 20 }
}
