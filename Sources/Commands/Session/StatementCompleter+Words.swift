internal import Bytes
internal import GraphModel
internal import GraphQuery

/// A word that the tab key may put in.
struct CompletionCandidate: Equatable {
  /// As it is put in.
  var written: String
  /// As it is listed.
  var shown: String
  /// What it means, for the list; empty for nothing.
  var note = ""
  /// Whether what it has in common with others is another one: an id, or what stands for words that it does not have.
  var isWhole = false

  init(_ word: String, note: String = "", standsForOther: Bool = false) {
    (written, shown, self.note, isWhole) = (word, word, note, standsForOther)
  }

  /// The name of a verb.
  init(verb: any StatementVerb.Type) { self.init(verb.syntax.name, note: verb.syntax.summary) }

  /// `written`, listed as it is `shown`.
  init(_ written: String, shown: String, note: String) {
    (self.written, self.shown, self.note) = (written, shown, note)
  }

  /// `#12` for an entity whose name cannot be written; listed with what of the name can be seen.
  init(_ entity: EntityID, called name: String, note: String = "") {
    written = "#\(entity.rawValue)"
    shown = "\(written) \(VisibleText.of(name))"
    self.note = note
    isWhole = true
  }

  /// `e7`, the id of an edge.
  init(_ edge: EdgeID, note: String) {
    self.init("e\(edge.rawValue)", note: note)
    isWhole = true
  }
}

extension StatementCompleter {
  /// The words of the program among `candidates` that begin with `typed`.
  static func offer(_ candidates: [String], for typed: String) -> Completion {
    offer(candidates.map { CompletionCandidate($0) }, for: typed)
  }

  /// The same with what each means.
  static func offer(_ candidates: [CompletionCandidate], for typed: String) -> Completion {
    let folded = typed.lowercased()
    return completion(candidates.filter { $0.written.lowercased().hasPrefix(folded) }, replacing: typed)
  }

  /// The words of a verb that may stand at the cursor.
  static func offerKeywords(of syntax: VerbSyntax, at place: CompletionPlace) -> Completion {
    place.isInQuotes ? .none : offer(keywords(of: syntax, at: place), for: place.last)
  }

  /// The words of a verb without those that are given and stand once.
  static func keywords(of syntax: VerbSyntax, at place: CompletionPlace) -> [CompletionCandidate] {
    let given = place.given(of: syntax)
    return syntax.options.filter { !given.contains($0.word) || OptionValues.mayRepeat($0.word, of: syntax) }
      .map { CompletionCandidate($0.word, note: $0.help) }
  }

  /// The names of the graph among `names` that begin with the word at the cursor, as they are read back there; those
  /// that could not be are left out.
  static func offer(
    _ names: [(name: String, note: String)], at place: CompletionPlace, keywords: [String]
  ) -> Completion {
    let folded = place.last.lowercased()
    let written = names.filter { $0.name.lowercased().hasPrefix(folded) }.compactMap { name, note in
      let spelling = place.isInQuotes ? NameSpelling.quoted(name) : NameSpelling.typed(name, keywords: keywords)
      return spelling.map { CompletionCandidate($0, note: note) }
    }
    return completion(written, replacing: place.isInQuotes ? place.quotation : place.last)
  }

  /// What all `candidates` have in common takes the place of `typed`; the only one is followed by a space.
  static func completion(_ candidates: [CompletionCandidate], replacing typed: String) -> Completion {
    guard let first = candidates.first else { return .none }
    let replaced = typed.unicodeScalars.count
    let shown = candidates.map(\.shown)
    let notes = candidates.contains { !$0.note.isEmpty } ? candidates.map(\.note) : []
    if candidates.count == 1 {
      return Completion(replaced: replaced, insertion: first.written + " ", candidates: shown, notes: notes)
    }
    // What ids have in common is the id of another.
    guard !candidates.contains(where: \.isWhole) else {
      return Completion(replaced: replaced, insertion: typed, candidates: shown, notes: notes)
    }
    var common = first.written[...]
    for candidate in candidates.dropFirst() { common = commonStart(common, candidate.written) }
    // Half of an escape would take the next key along.
    while common.hasSuffix("\\") { common.removeLast() }
    let insertion = common.count >= typed.count ? String(common) : typed
    return Completion(replaced: replaced, insertion: insertion, candidates: shown, notes: notes)
  }

  private static func commonStart(_ a: Substring, _ b: String) -> Substring {
    let length = zip(a, b).prefix { $0.lowercased() == $1.lowercased() }.count
    return a.prefix(length)
  }

  /// Names of files that begin with the word at the cursor; folders end with a slash. Those that no statement can have
  /// are left out.
  static func files(_ place: CompletionPlace) -> Completion {
    let typed = place.last
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = String(typed.dropFirst(folder.count))
    let names = Folder.entries(in: FilePath(folder.isEmpty ? "." : folder)) ?? []
    let written = names.compactMap { entry -> String? in
      guard let name = String(validating: entry.bytes, as: UTF8.self), name.hasPrefix(start),
        !name.hasPrefix(".") || start.hasPrefix(".")
      else { return nil }
      let path = folder + name
      let word = path + (Folder.isThere(FilePath(path)) ? "/" : "")
      return place.isInQuotes ? NameSpelling.quoted(word) : NameSpelling.word(word)
    }
    var completion = completion(
      written.map { CompletionCandidate($0) }, replacing: place.isInQuotes ? place.quotation : typed)
    // In a folder the name goes on.
    for end in ["/ ", "/\" "] where completion.insertion.hasSuffix(end) {
      completion.insertion.removeLast(end.count - 1)
    }
    return completion
  }
}

extension Completion {
  /// This completion where what it puts in behind `text` can be seen and neither ends nor begins a statement; otherwise
  /// the list alone.
  func checked(behind text: String) -> Completion {
    let before = text.unicodeScalars.dropLast(replaced)
    let typed = String(text.unicodeScalars.suffix(replaced))
    guard insertion != typed else { return self }
    let isSafe =
      VisibleText.isVisible(insertion)
      && Self.statements(String(before)) == Self.statements(String(before) + insertion)
    return isSafe ? self : Completion(replaced: replaced, insertion: typed, candidates: candidates, notes: notes)
  }

  private static func statements(_ text: String) -> Int {
    var lexer = StatementLexer(text)
    var ends = 0
    while let lexeme = lexer.next() { if lexeme.kind == .end { ends += 1 } }
    return ends
  }
}
