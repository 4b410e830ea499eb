internal import TreePatterns

/// Which mends changed the words of a document.
struct MendedWords: Sendable {
  /// By word, the rules that changed it, in the order in which they did.
  private var rules: [Int: [String]] = [:]

  /// What stands before the name of a rule in evidence, where `title` alone is a rule of another kind.
  private enum Namespace: String {
    case mend
  }

  init(_ firings: [Firing], by repair: TreeRepair) {
    for firing in firings {
      let name = "\(Namespace.mend.rawValue):\(repair.name(of: firing))"
      for word in firing.changed where rules[word]?.contains(name) != true { rules[word, default: []].append(name) }
    }
  }

  /// The rules that changed one of the words, as evidence names them; each once.
  func names(of words: [Int]) -> [String] {
    if rules.isEmpty { return [] }
    var names: [String] = []
    for word in words { for name in rules[word] ?? [] where !names.contains(name) { names.append(name) } }
    return names
  }
}
