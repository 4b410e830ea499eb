import SchemaFiles

/// What words do to what they govern, by word and construction.
struct EffectTable: Sendable {
  /// Of verbs and adjectives on an infinitive, and of both with a preposition on a gerund.
  private(set) var onOpenComplement: [String: ComplementEffect] = [:]
  /// Of verbs and adjectives on a clause with a subject of its own.
  private(set) var onClause: [String: ComplementEffect] = [:]
  /// Of nouns on what completes them.
  private(set) var ofNoun: [String: ComplementEffect] = [:]
  /// Of verbs on an event that is their object.
  private(set) var onObject: [String: ComplementEffect] = [:]
  /// Of adjectives on what they stand before.
  private(set) var onModified: [String: ComplementEffect] = [:]

  /// The frames decide; the lists of verbs of speech and of factive and raising ones say the rest.
  init(schema: Schema) {
    for (number, frame) in schema.frames.frames.enumerated() where !frame.effects.isEmpty {
      for word in schema.frames.words[frame.words] {
        for effect in schema.frames.effects(of: number) where effect.concerns(word.wordClass) { add(effect, of: word) }
      }
    }
    let reporting = schema.lists["reportingVerb"] ?? []
    Self.fill(&onOpenComplement, with: schema.lists["raisingVerb"] ?? [], .implies)
    Self.fill(&onOpenComplement, with: reporting, .reports)
    Self.fill(&onClause, with: reporting, .reports)
    Self.fill(&onClause, with: schema.lists["factiveVerb"] ?? [], .implies)
  }

  private static func fill(
    _ table: inout [String: ComplementEffect], with words: [String], _ effect: ComplementEffect
  ) {
    for word in words where table[word] == nil { table[word] = effect }
  }

  private mutating func add(_ effect: FrameEffect, of word: FrameWord) {
    let kind = ComplementEffect(effect.kind)
    switch effect.construction {
    case .noun: ofNoun[word.text] = kind
    case .all where word.wordClass == .noun: ofNoun[word.text] = kind
    case .all:
      onOpenComplement[word.text] = kind
      onClause[word.text] = kind
    case .infinitive: onOpenComplement[word.text] = kind
    case .clause: onClause[word.text] = kind
    case .object: onObject[word.text] = kind
    case .modified: onModified[word.text] = kind
    case .preposition(let preposition): onOpenComplement["\(word.text) \(preposition)"] = kind
    }
  }
}
