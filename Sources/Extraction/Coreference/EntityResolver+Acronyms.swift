import Language
import SchemaFiles

extension EntityResolver {
  /// `the Endangered Species Act (ESA)`: an acronym that the text explains by other words is not what is known by it,
  /// here the European Space Agency.
  mutating func forgetExplainedAcronyms() {
    var explained: Set<String> = []
    for mention in found where mention.mention.kind == .name {
      guard let entry = mention.entry else { continue }
      let text = context.text(mention.tokens)
      guard NameKey.isAcronym(text), mention.tokens.count == 1,
        let words = words(spelling: text, before: mention.tokens.lowerBound)
      else { continue }
      let known = context.lexicon.names.entities[entry.entity]
      let names = ([known.name] + known.aliases).flatMap { NameKey.folded($0).split(separator: " ").map(String.init) }
      // `Organisation` is `Organization`.
      let isKnown = words.allSatisfy { word in names.contains { $0 == word || $0.prefix(5) == word.prefix(5) } }
      if names.count > 1, !isKnown { explained.insert(text) }
    }
    guard !explained.isEmpty else { return }
    for (index, mention) in found.enumerated()
    where mention.mention.kind == .name && mention.entry != nil && explained.contains(context.text(mention.tokens)) {
      found[index].entry = nil
      found[index].isTypeCertain = false
    }
  }

  /// The folded words before the bracket in which an acronym stands whose first letters it has, small words between
  /// them left out; nil where they do not spell it.
  private func words(spelling acronym: String, before token: Int) -> [String]? {
    guard token > 1, context.document.form(of: tokens[token - 1]) == "(" else { return nil }
    var letters = Array(NameKey.folded(acronym).utf8.filter { $0 >= 0x61 && $0 <= 0x7A })
    var words: [String] = []
    var word = token - 2
    while let letter = letters.last, word >= 0, token - word < 16 {
      let form = NameKey.folded(context.document.text(of: tokens[word]))
      if form.utf8.first == letter, context.isCapitalized(word) {
        letters.removeLast()
        words.insert(form, at: 0)
      } else if context.isCapitalized(word) {
        return nil
      }
      word -= 1
    }
    return letters.isEmpty ? words : nil
  }
}
