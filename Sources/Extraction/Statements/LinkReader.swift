import Bytes
import Language

/// Finds which names stand in the descriptions of nodes, and which names stand in no statement at all.
struct LinkReader: ReadsDocument {
  let reading: Reading
  let entities: DocumentEntities
  let nodes: NodeReader
  let phrases: PhraseReader

  /// The links of the nodes with these heads in text order, each name of a node once; behind them the names that are in
  /// none of `told` and in no link.
  ///
  /// - Complexity: O(*n* log *m* + *k*) for *n* heads, *m* names and *k* names within descriptions.
  func links(of heads: [Int], told: Set<Int>) -> [LocalLink] {
    let names = entities.mentions.filter(isNamed)
    var found: [LocalLink] = []
    var seen = Set<Pair>()
    var linked = told
    for head in Set(heads).sorted() {
      guard let whole = nodes.describingHead(of: head), let node = nodes.node(at: whole),
        case .phrase(_, let key, _, _) = node.reference
      else { continue }
      let bytes = phrases.phrase(at: whole).bytes
      let span = tree.span(of: whole)
      // In the order of the text.
      let first = names.indices.first(behind: { names[$0].tokens.lowerBound < span.lowerBound })
      for name in names[first...].prefix(while: { $0.tokens.lowerBound < span.upperBound })
      where span.contains(name.head) && name.head != whole {
        guard let number = entities.entity(atHead: name.head),
          name.kind == .name
            ? bytes.contains(document.tokens[name.head].start) : nodes.possessor(of: whole) == name.head,
          seen.insert(Pair(key: key, name: number)).inserted
        else { continue }
        linked.insert(number)
        found.append(
          LocalLink(
            node: node.reference, preposition: wording(of: name.head, in: whole, number), name: number,
            sentence: Int(reading.sentenceAt[whole]), nodeBytes: node.bytes, nameBytes: self.bytes(of: name)))
      }
    }
    for (number, entity) in entities.entities.enumerated() where entity.isNamed && !linked.contains(number) {
      for mention in mentions(entity) {
        found.append(
          LocalLink(
            node: nil, preposition: "", name: number, sentence: Int(reading.sentenceAt[mention.head]),
            nodeBytes: bytes(of: mention), nameBytes: bytes(of: mention)))
      }
    }
    return found
  }

  /// The first mention by name in each of the first few sentences with the name; without any the first of all.
  private func mentions(_ entity: LocalEntity) -> [Mention] {
    var found: [Mention] = []
    for mention in entity.mentions.lazy.map({ entities.mentions[$0] }) where mention.kind == .name {
      if let last = found.last, reading.sentenceAt[last.head] == reading.sentenceAt[mention.head] { continue }
      found.append(mention)
      if found.count == Self.mostSentences { break }
    }
    return found.isEmpty ? entity.mentions.prefix(1).map { entities.mentions[$0] } : found
  }

  /// Sentences of a document that are kept for a name of which it says nothing.
  private static let mostSentences = 8

  private struct Pair: Hashable {
    var key: String
    var name: Int
  }

  private func isNamed(_ mention: Mention) -> Bool {
    entities.entity(atHead: mention.head).map { entities.entities[$0].isNamed } ?? false
  }

  /// How a name stands in a description: by its preposition, or as the body of which `NATO allies` are members.
  private func wording(of name: Int, in head: Int, _ number: Int) -> String {
    let words = preposition(of: name, in: head)
    let type = entities.entities[number].type
    guard words == "of", document.tokens[head].fineTag == .pluralNoun,
      phrases.lexicon.memberNouns.contains(document.lemma(of: document.tokens[head])),
      nodes.types.isA(type, .organization), !nodes.types.isA(type, .geopoliticalEntity)
    else { return words }
    return phrases.lexicon.membershipLink ?? words
  }

  /// The preposition of the phrase in which a name stands, up to the head of the description.
  private func preposition(of name: Int, in head: Int) -> String {
    var word = name
    while word != head {
      if document.tokens[word].relation == .nominalModifier {
        let words = phrases.preposition(of: word)
        if !words.isEmpty { return words }
      }
      guard document.tokens[word].head != Token.noHead else { break }
      word = Int(document.tokens[word].head)
    }
    return "of"
  }

  private func bytes(of mention: Mention) -> Range<UInt32> {
    document.tokens[mention.tokens.lowerBound].start..<document.tokens[mention.tokens.upperBound - 1].end
  }
}
