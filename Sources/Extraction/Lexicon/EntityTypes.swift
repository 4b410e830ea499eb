package import Language
package import SchemaFiles

/// The types of the schema as a hierarchy, and what nouns say about types.
package struct EntityTypes: Sendable {
  /// The type of what nothing types.
  static let unknown = "Concept"

  private var ancestors: [String: [String]] = [:]
  /// By lemma, the type of what a common noun stands for.
  package private(set) var typeOfNoun: [String: String] = [:]
  private var typeOfLabel: [EntityLabel: String] = [:]

  package init(schema: Schema) {
    let parents = Dictionary(schema.types.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
    for type in schema.types {
      var line = [type.name]
      while let parent = parents[line[line.count - 1]] ?? nil, !line.contains(parent) { line.append(parent) }
      ancestors[type.name] = line
      for name in type.modelLabels {
        if let label = EntityLabel(name: name), typeOfLabel[label] == nil { typeOfLabel[label] = type.name }
      }
      for noun in type.nouns where typeOfNoun[noun] == nil { typeOfNoun[noun] = type.name }
    }
  }

  /// Whether `type` is one of `allowed` or below one of them; an empty list allows everything.
  package func isA(_ type: String, _ allowed: [String]) -> Bool {
    allowed.isEmpty || (ancestors[type] ?? [type]).contains(where: allowed.contains)
  }

  /// The type of what a common noun stands for; nil when the schema does not say.
  package func type(ofNoun lemma: String) -> String? { typeOfNoun[lemma] }

  /// The type that a label of the model means; nil when the schema does not say.
  package func type(of label: EntityLabel) -> String? { typeOfLabel[label] }

  /// Whether `type` is what one of the labels of the model means, or below it.
  ///
  /// - Complexity: O(depth of the type · number of labels).
  package func isA(_ type: String, _ labels: EntityLabel...) -> Bool {
    let allowed = labels.compactMap { typeOfLabel[$0] }
    return !allowed.isEmpty && isA(type, allowed)
  }

  package func isPerson(_ type: String) -> Bool { isA(type, .person) }
  package func isPlace(_ type: String) -> Bool { isA(type, .geopoliticalEntity, .location) }
}
