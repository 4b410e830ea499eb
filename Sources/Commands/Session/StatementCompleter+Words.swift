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
  /// Whether it is an id.
  var isID = false

  init(_ word: String, note: String = "") { (written, shown, self.note) = (word, word, note) }

  /// `#12` for an entity whose name cannot be written; listed with what of the name can be seen.
  init(_ entity: EntityID, called name: String, note: String = "") {
    written = "#\(entity.rawValue)"
    shown = "\(written) \(VisibleText.of(name))"
    self.note = note
    isID = true
  }

  /// `e7`, the id of an edge.
  init(_ edge: EdgeID, note: String) {
    self.init("e\(edge.rawValue)", note: note)
    isID = true
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

  /// The words that may stand behind a verb.
  static func offerKeywords(of syntax: VerbSyntax, for typed: String) -> Completion {
    offer(syntax.options.map { CompletionCandidate($0.word, note: $0.help) }, for: typed)
  }

  /// The names of the graph among `names` that begin with the word at the cursor, as they are read back there; those
  /// that could not be are left out.
  static func offer(names: [String], at place: CompletionPlace, keywords: [String]) -> Completion {
    let folded = place.last.lowercased()
    let written = names.filter { $0.lowercased().hasPrefix(folded) }.compactMap { name in
      place.isInQuotes ? NameSpelling.quoted(name) : NameSpelling.typed(name, keywords: keywords)
    }
    return completion(
      written.map { CompletionCandidate($0) }, replacing: place.isInQuotes ? place.quotation : place.last)
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
    guard !candidates.contains(where: \.isID) else {
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
