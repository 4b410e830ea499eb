import GraphModel

/// The nodes that are known by description, over all documents: descriptions with equal keys are one node.
struct PhraseTable {
  private var entities: [String: GraphContent.Entity] = [:]

  /// Each node is named by its most frequent wording and has its most frequent type, ties go to the first by bytes;
  /// other wordings are its other names.
  init(_ extractions: [DocumentExtraction]) {
    var names: [String: [String: Int]] = [:]
    var types: [String: [String: Int]] = [:]
    for extraction in extractions {
      for event in extraction.events {
        for case .phrase(let name, let key, let type, _) in event.references {
          names[key, default: [:]][name, default: 0] += 1
          types[key, default: [:]][type, default: 0] += 1
        }
      }
    }
    let others = Dictionary(grouping: extractions.flatMap(\.wordings), by: \.key)
    for (key, forms) in names {
      let name = Self.mostFrequent(forms)
      let type = Self.mostFrequent(types[key] ?? [:])
      let wordings = Set(forms.keys).union((others[key] ?? []).map(\.name))
      let aliases = wordings.filter { $0 != name }.sorted().map { GraphContent.Alias(name: $0, rule: "wording") }
      entities[key] = GraphContent.Entity(name: name, type: type, aliases: aliases)
    }
  }

  /// The node of a description; nil for a key that no document has.
  func entity(_ key: String) -> GraphContent.Entity? { entities[key] }

  private static func mostFrequent(_ counts: [String: Int]) -> String {
    counts.min { a, b in a.value != b.value ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8) }?
      .key
      ?? ""
  }
}
