import Language
import TestSupport

/// Documents of random words in random trees.
enum RandomParse {
  private static let words = [
    "Rutte", "NATO", "Russia", "Brussels", "invasion", "withdrawal", "talks=talk", "plan", "claim", "chief", "the",
    "no", "not", "never", "without", "of", "between", "by", "from", "to", "in", "according", "instead", "and", "or",
    ",", "said=say", "denied=deny", "plans=plan", "led=lead", "was=be", "is=be", "will", "may", "been=be",
    "invaded=invade", "who", "which", "that", "they", "it", "he", "his", "two", "2015", "Friday", "March", "2024",
    "ago", "last", "week", "between", "at", "least", "5", "%", "$", "billion", "“", "”", "?", "'s", "former",
    "Monday", "2030", "June", "since", "until", "year", "president", "minister", "yet", "allegedly", "there", "such",
    "as", "including", "everybody", "nobody",
  ]
  private static let relations = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss", "nmod:unmarked",
    "compound", "flat", "appos", "conj", "conj", "obl", "obl", "cc", "amod", "case", "fixed", "det", "punct", "acl",
    "acl:relcl", "ccomp",
    "xcomp", "advcl", "advmod", "mark", "aux", "aux:pass", "cop", "expl", "nummod", "parataxis", "csubj",
    "compound:prt",
  ]
  private static let tags = [
    "PROPN/NNP", "NOUN/NN", "NOUN/NNS", "ADJ/JJ", "VERB/VBD", "VERB/VB", "VERB/VBG", "VERB/VBN", "AUX/VBD", "PRON/PRP",
    "PRON/WP", "DET/DT", "NUM/CD", "ADP/IN", "ADV/RB", "PART/TO", "PUNCT/,", "SCONJ/IN", "SYM/$", "CCONJ/CC",
  ]
  private static let labels = ["", "", "", " B-PERSON", " B-ORGANIZATION", " B-GPE", " I-GPE", " B-DATE", " B-MONEY"]

  /// Sentences of random words in random trees, heads on either side.
  static func document(_ generator: inout SeededGenerator) throws -> Document {
    func pick(_ list: [String]) -> String { list[generator.below(list.count)] }
    let blocks = (0..<(1 + generator.below(4))).map { _ in
      let order = Array(1...(1 + generator.below(36))).shuffled(using: &generator)
      var head = [Int](repeating: 0, count: order.count + 1)
      for place in order.indices.dropFirst() { head[order[place]] = order[generator.below(place)] }
      return (1...order.count).map { token in
        let word = pick(Self.words).split(separator: "=")
        let relation = head[token] == 0 ? "root" : pick(Self.relations)
        return "\(word[0]) \(word.count > 1 ? String(word[1]) : "_") \(pick(Self.tags)) \(head[token]) \(relation)"
          + pick(Self.labels)
      }.joined(separator: "\n")
    }
    return try Document.fixture(blocks.joined(separator: "\n\n"), date: "2026-03-18")
  }
}
