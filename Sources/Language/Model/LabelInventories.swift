internal import Bytes

/// What the network's outputs mean: the section `labels` of the weights.
struct LabelInventories: Sendable {
  let tags: [UniversalTag]
  let fineTags: [PennTag]
  let lemmas: [LemmaRule]
  let names: EntityDecoder
  let dates: EntityDecoder
  let relations: [DependencyRelation]
  /// Index of `root` in ``relations``.
  let root: Int

  /// Number of outputs of all tagging heads.
  var taggingCount: Int { tags.count + fineTags.count + lemmas.count + names.tags.count + dates.tags.count }

  init(_ section: ByteView, place: String?) throws(ModelError) {
    var lines = section.string().split(separator: "\n", omittingEmptySubsequences: false)[...]
    func inventory(_ name: String) throws(ModelError) -> [Substring] {
      let parts = lines.popFirst()?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
      guard let first = parts.first, first == name, (2...4097).contains(parts.count) else {
        throw .labels(place: place, detail: "expected the inventory \(name)")
      }
      return Array(parts.dropFirst())
    }
    func labels<Label>(
      _ name: String, _ parse: (Substring) -> Label?
    ) throws(ModelError) -> [Label] {
      var result: [Label] = []
      for text in try inventory(name) {
        guard let label = parse(text) else {
          throw .unknownLabel(place: place, inventory: name, label: String(text))
        }
        result.append(label)
      }
      return result
    }
    tags = try labels("tag") { UniversalTag(conlluName: $0) }
    fineTags = try labels("fine_tag") { PennTag(conlluName: $0) }
    lemmas = try labels("lemma") { LemmaRule($0) }
    names = EntityDecoder(tags: try labels("name") { EntityTag(iobName: $0) })
    dates = EntityDecoder(tags: try labels("date") { EntityTag(iobName: $0) })
    relations = try labels("relation") { DependencyRelation(conlluName: $0) }
    guard let root = relations.firstIndex(of: .root) else {
      throw .labels(place: place, detail: "there is no relation root")
    }
    self.root = root
  }
}
