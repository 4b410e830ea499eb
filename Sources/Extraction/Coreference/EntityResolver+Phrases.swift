import Language

/// Descriptions with the same head and the same names: `U.S. commitment to NATO`, `the long-term U.S. commitment to
/// NATO`.
extension EntityResolver {
  /// The thing that the text described before by the same noun and the same names, where no word says that it is
  /// another one; nil when there is none, or the description has no name.
  func described(byNamesIn mention: Int) -> Int? {
    let head = found[mention].head
    guard !isIndefinite(head), let key = nameKey(of: mention) else { return nil }
    let (words, complements) = (modifiers(of: head), namelessComplements(of: head))
    return describedByNames[key]?.suffix(Self.mostDescribed).last { other in
      guard let first = entities[other].mentions.first, found[first].mention.kind == .nominal else { return false }
      let before = found[first].head
      let (otherWords, otherComplements) = (modifiers(of: before), namelessComplements(of: before))
      guard words.isSubset(of: otherWords) || otherWords.isSubset(of: words) else { return false }
      return complements == otherComplements || complements.isEmpty || otherComplements.isEmpty
    }
  }

  mutating func rememberNames(of mention: Int, _ entity: Int) {
    guard let key = nameKey(of: mention) else { return }
    describedByNames[key, default: []].append(entity)
  }

  /// Of descriptions of one thing the first; of those with the same names as it the one with the fewest words beside
  /// them. Nil without descriptions.
  func plainest(of descriptions: [Int]) -> Int? {
    guard let first = descriptions.first, let key = nameKey(of: first) else { return descriptions.first }
    return descriptions.prefix(Self.mostDescribed).filter { $0 == first || nameKey(of: $0) == key }.min {
      (wordCount($0), $0) < (wordCount($1), $1)
    }
  }

  private func wordCount(_ mention: Int) -> Int {
    let head = found[mention].head
    return modifiers(of: head).count + namelessComplements(of: head).reduce(0) { $0 + $1.count }
  }

  /// Whether a description has names of its own, by which it is told from others.
  func hasNames(_ mention: Int) -> Bool { nameKey(of: mention) != nil }

  private static let mostDescribed = 8
  private static let mostSteps = 6

  /// The noun, its number, and the names in its phrase with their prepositions; nil without names, and where a word
  /// sets the thing against others.
  private func nameKey(of mention: Int) -> String? {
    let head = found[mention].head
    guard !context.tree.children(of: head).contains(where: { isRestrictive(Int($0)) }) else { return nil }
    var parts: [String] = []
    func add(_ name: Int) -> Bool {
      guard found[name].mention.kind == .name, found[name].head != head else { return true }
      guard let preposition = link(of: found[name].head, to: head) else { return true }
      guard entityOf[name] >= 0 else { return false }
      parts.append("\(preposition) \(entityOf[name])")
      return true
    }
    let span = context.tree.span(of: head)
    for name in stride(from: mention - 1, through: 0, by: -1) {
      guard span.contains(found[name].tokens.lowerBound) else { break }
      guard add(name) else { return nil }
    }
    for name in found.indices[(mention + 1)...] {
      guard span.contains(found[name].tokens.lowerBound) else { break }
      guard add(name) else { return nil }
    }
    guard !parts.isEmpty else { return nil }
    let number = isPlural(mention) ? "s" : ""
    return ([context.document.lemma(of: tokens[head]) + number] + Set(parts).sorted()).joined(separator: "|")
  }

  /// How a name stands in the phrase of `head`: by a preposition, or none before the noun; nil when it stands in a
  /// clause there.
  private func link(of name: Int, to head: Int) -> String? {
    var (word, preposition) = (name, "")
    for _ in 0..<Self.mostSteps {
      guard let next = context.head(word) else { return nil }
      switch tokens[word].relation {
      case .possessive, .compound, .adjectivalModifier, .flat, .conjunct: break
      case .nominalModifier: preposition = context.preposition(of: word) ?? preposition
      default: return nil
      }
      if next == head { return preposition == "of" ? "" : preposition }
      word = next
    }
    return nil
  }

  /// Words before a noun that are no names.
  private func modifiers(of head: Int) -> Set<String> {
    Set(
      [DependencyRelation.adjectivalModifier, .compound].flatMap { context.tree.children(of: head, $0) }
        .filter { mentionOfHead[$0] < 0 || found[Int(mentionOfHead[$0])].mention.kind != .name }
        .map { context.document.form(of: tokens[$0]) })
  }

  /// `on gas` of `talks with Russia on gas`.
  private func namelessComplements(of head: Int) -> Set<String> {
    Set(
      context.tree.children(of: head, .nominalModifier).filter { $0 > head }.compactMap { child in
        let words = context.tree.span(of: child)
        guard !words.contains(where: { mentionOfHead[$0] >= 0 && found[Int(mentionOfHead[$0])].mention.kind == .name })
        else { return nil }
        return words.map { context.document.form(of: tokens[$0]) }.joined(separator: " ")
      })
  }

  /// `previous`, `second`, `larger`, a number, a clause: what tells a thing from others of its kind.
  private func isRestrictive(_ word: Int) -> Bool {
    switch tokens[word].relation {
    case .relativeClause, .clausalModifier, .numericModifier: true
    case .adjectivalModifier:
      context.form(word).flags.contains(.contrasting)
        || [.comparativeAdjective, .superlativeAdjective].contains(tokens[word].fineTag)
        || context.lexicon.distinguishingModifiers.contains(context.document.form(of: tokens[word]))
    default: false
    }
  }
}
