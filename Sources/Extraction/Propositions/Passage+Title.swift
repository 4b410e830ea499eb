import Bytes
import Language
import SchemaFiles

extension Passage {
  /// `NATO Secretary General Mark Rutte`: the title before a person's name links the person to what modifies the title.
  ///
  /// Reads the words before the name rather than the tree, because parsers differ most on such chains.
  mutating func proposeTitle(of mention: Mention) {
    guard mention.type == "Person" || document.tokens[mention.head].entity.label == .person else { return }
    let name = mention.tokens.lowerBound
    let sentence = document.sentences[sentence(of: name)]
    var start = name
    while start > sentence.tokens.lowerBound, name - start < 8, isTitleWord(start - 1) { start -= 1 }
    guard start < name else { return }
    for first in start..<name {
      let words = (first..<name).map { document.form(of: document.tokens[$0]) }.joined(separator: " ")
      let keys = [WordingKey(.title, words)]
      guard namer.isKnown(keys) else { continue }
      guard let holder = owner(before: first, from: max(sentence.tokens.lowerBound, first - 3)) else { return }
      let qualifier = (start..<first).first(where: {
        lexicon.nonSubsectiveAdjectives.contains(document.form(of: document.tokens[$0]))
      })
      let full = qualifier.map { "\(document.form(of: document.tokens[$0])) \(words)" } ?? words
      let predicate = PredicatePhrase(
        name: "be \(full) of", keys: qualifier == nil ? keys + [WordingKey(.noun, "\(words) of")] : [],
        bytes: namer.bytes([first, name - 1]))
      emit([mention.head], predicate, [holder], clause: nil, rules: [.title])
      return
    }
  }

  private func sentence(of token: Int) -> Int {
    document.sentences.indices.first(behind: { document.sentences[$0].tokens.upperBound <= token })
  }

  private func isTitleWord(_ token: Int) -> Bool {
    let word = document.tokens[token]
    switch word.tag {
    case .noun, .properNoun, .adjective: return true
    case .adposition: return document.form(of: word) == "of" || document.form(of: word) == "for"
    case .coordinatingConjunction: return document.form(of: word) == "and"
    case .punctuation: return word.fineTag == .hyphen
    default: return false
    }
  }

  /// The named entity that ends right before the title: `NATO`, `Ukraine's`, `British`.
  private func owner(before title: Int, from first: Int) -> Int? {
    guard title > first else { return nil }
    var last = title - 1
    if document.tokens[last].fineTag == .possessiveEnding { last -= 1 }
    guard last >= first else { return nil }
    for token in [last] {
      if let index = entities.entity(atHead: token), entities.entities[index].isNamed { return token }
    }
    // A name of several words has its head elsewhere.
    for mention in entities.mentions where mention.kind == .name && mention.tokens.upperBound == last + 1 {
      return mention.head
    }
    return nil
  }
}
