import GraphStore
import Language
import SchemaFiles

/// Finds the node for an argument: the entity that its head names or refers to, otherwise the phrase itself.
struct NodeReader {
  let document: Document
  let entities: DocumentEntities
  let phrases: PhraseReader
  let types: EntityTypes
  /// By token: the innermost name in which it stands, as an index into `entities.mentions`; -1 for none.
  private let nameAt: [Int32]

  init(document: Document, entities: DocumentEntities, phrases: PhraseReader, types: EntityTypes) {
    self.document = document
    self.entities = entities
    self.phrases = phrases
    self.types = types
    var nameAt = [Int32](repeating: -1, count: document.tokens.count)
    for (index, mention) in entities.mentions.enumerated() where mention.kind == .name {
      for token in mention.tokens {
        let other = nameAt[token]
        if other < 0 || entities.mentions[Int(other)].tokens.count > mention.tokens.count {
          nameAt[token] = Int32(index)
        }
      }
    }
    self.nameAt = nameAt
  }

  /// The node and the bytes that stand for it in its sentence; nil for a pronoun that refers to nothing known.
  func node(at head: Int) -> (reference: NodeReference, bytes: Range<UInt32>)? {
    if let number = entities.entity(atHead: head) {
      let entity = entities.entities[number]
      if entity.isNamed { return (.entity(number), mentionBytes(head)) }
      guard entity.representative.kind != .pronoun else { return nil }
      let phrase = owned(phrases.phrase(at: entity.representative.head), at: entity.representative.head)
      let isItself = entity.representative.head == head
      return (
        .phrase(name: phrase.name, key: phrase.key, type: entity.type), isItself ? phrase.bytes : mentionBytes(head)
      )
    }
    let word = document.tokens[head]
    guard word.tag != .pronoun, word.tag != .determiner else { return nil }
    if nameAt[head] >= 0 {
      let mention = entities.mentions[Int(nameAt[head])]
      if let number = entities.entity(atHead: mention.head), entities.entities[number].isNamed {
        return (.entity(number), bytes(of: mention.tokens))
      }
    }
    let phrase = owned(phrases.phrase(at: head), at: head)
    return (.phrase(name: phrase.name, key: phrase.key, type: type(at: head)), phrase.bytes)
  }

  /// `her company` is `Pernille Brask's company`: without the owner, all companies would be one node.
  private func owned(_ phrase: Phrase, at head: Int) -> Phrase {
    guard let pronoun = phrases.possessivePronoun(of: head), let number = entities.entity(atHead: pronoun),
      entities.entities[number].isNamed
    else { return phrase }
    var phrase = phrase
    let owner = entities.entities[number].name
    phrase.name = "\(owner)'s \(phrase.name)"
    phrase.key = "\(owner.lowercased()) 's \(phrase.key)"
    return phrase
  }

  private func mentionBytes(_ head: Int) -> Range<UInt32> {
    if nameAt[head] >= 0 { return bytes(of: entities.mentions[Int(nameAt[head])].tokens) }
    return document.tokens[head].start..<document.tokens[head].end
  }

  private func bytes(of tokens: Range<Int>) -> Range<UInt32> {
    document.tokens[tokens.lowerBound].start..<document.tokens[tokens.upperBound - 1].end
  }

  /// The type of a phrase: what the model labels it, else what its head noun says, else a concept.
  private func type(at head: Int) -> String {
    let word = document.tokens[head]
    if let label = word.entity.label {
      switch label {
      case .money, .percent, .date, .quantity, .event: if let type = types.type(of: label) { return type }
      default: break
      }
    }
    if let type = types.type(ofNoun: document.lemma(of: word)) { return type }
    if word.tag == .numeral { return types.type(of: .quantity) ?? "Concept" }
    return "Concept"
  }
}
