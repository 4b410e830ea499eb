internal import Bytes

/// What the network's outputs mean: the section `labels` of the weights.
struct LabelInventories: Sendable {
  let tags: [UniversalTag]
  let fineTags: [PennTag]
  /// FEATS as CoNLL-U writes them, such as `Number=Sing`; empty for none.
  let features: [String]
  let lemmas: [LemmaRule]
  /// By tag, the indices of the lemma rules that its words may take.
  let lemmasOfTag: [[Int]]
  let names: EntityDecoder
  let dates: EntityDecoder
  let relations: [DependencyRelation]
  /// Index of `root` in ``relations``.
  let root: Int

  /// Kinds of names that the model has learned, in the order of their rows in the affix table.
  let nameKinds: [String]

  /// Number of outputs of all tagging heads.
  var taggingCount: Int {
    tags.count + fineTags.count + features.count + lemmas.count + names.tags.count + dates.tags.count
  }

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
    features = try labels("features") { $0 == "_" ? "" : $0.contains("=") ? String($0) : nil }
    lemmas = try labels("lemma") { LemmaRule($0) }
    names = EntityDecoder(tags: try labels("name") { EntityTag(iobName: $0) })
    dates = EntityDecoder(tags: try labels("date") { EntityTag(iobName: $0) })
    relations = try labels("relation") { DependencyRelation(conlluName: $0) }
    let masks = try labels("lemma_tags") { UInt32($0, radix: 16) }
    nameKinds = try inventory("kind").map(String.init)
    guard nameKinds.count <= UInt16.bitWidth else {
      throw .labels(place: place, detail: "\(nameKinds.count) kinds of names are more than 16")
    }
    guard masks.count == lemmas.count, tags.count <= 32 else {
      throw .labels(place: place, detail: "\(masks.count) masks do not fit \(lemmas.count) lemma rules")
    }
    lemmasOfTag = tags.indices.map { tag in
      let allowed = masks.indices.filter { masks[$0] >> UInt32(tag) & 1 == 1 }
      return allowed.isEmpty ? Array(masks.indices) : allowed
    }
    guard let root = relations.firstIndex(of: .root) else {
      throw .labels(place: place, detail: "there is no relation root")
    }
    self.root = root
  }
}
