package import SchemaFiles

/// The wordings of all relations by construction and words.
package struct WordingIndex: Sendable {
  /// A relation that some words may express.
  package struct Reading: Sendable, Equatable {
    /// Position in the schema's relations.
    package var relation: Int
    /// Whether the words run from object to subject.
    package var isReversed: Bool
  }

  private var readings: [Wording.Construction: [String: [Reading]]] = [:]

  package init(schema: Schema, lexicon: Lexicon) {
    for (number, relation) in schema.relations.enumerated() {
      for wording in relation.wordings {
        let reading = Reading(relation: number, isReversed: wording.isReversed)
        add(reading, wording.construction, wording.lemmas)
        if wording.construction == .verb { addLightVerbVariants(reading, wording.lemmas, lexicon) }
      }
    }
    addFrames(schema)
  }

  /// The verbs of a frame that points to a relation word it from subject to object.
  private mutating func addFrames(_ schema: Schema) {
    for (number, frame) in schema.frames.frames.enumerated() {
      guard let name = frame.relation, let relation = schema.relations.firstIndex(where: { $0.name == name }) else {
        continue
      }
      for verb in schema.frames.words(of: number, as: .verb) {
        add(Reading(relation: relation, isReversed: false), .verb, verb)
      }
    }
  }

  /// `express concern over` holds for every light verb: `voice concern over`, `have concern over`.
  private mutating func addLightVerbVariants(_ reading: Reading, _ lemmas: String, _ lexicon: Lexicon) {
    let words = lemmas.split(separator: " ")
    guard words.count >= 3, lexicon.lightVerbs.contains(String(words[0])) else { return }
    add(reading, .verb, "* " + words.dropFirst().joined(separator: " "))
  }

  private mutating func add(_ reading: Reading, _ construction: Wording.Construction, _ words: String) {
    let key = Self.key(words)
    if readings[construction]?[key]?.contains(reading) != true {
      readings[construction, default: [:]][key, default: []].append(reading)
    }
  }

  /// Words without hyphens, which the tokenizer sets apart: `secretary-general` is `secretary general`.
  private static func key(_ words: String) -> String {
    guard words.utf8.contains(0x2D) else { return words }
    return words.split(whereSeparator: { $0 == "-" || $0 == " " }).joined(separator: " ")
  }

  /// The relations that `words` may express in `construction`, in schema order; `*` stands for a light verb. Empty when
  /// there is none.
  package func readings(_ construction: Wording.Construction, _ words: String) -> [Reading] {
    readings[construction]?[Self.key(words)] ?? []
  }
}
