import GraphModel

extension CatalogMerger {
  /// For what the documents of `members`, buckets of one entity, take it, each with one vote; empty where none of them
  /// takes it for anything but `type`.
  func votes(of members: [Int], for type: String) -> [TypeVote] {
    let unknown = catalog.types.names[catalog.types.unknown]
    // By document: how often it has a type, and whether with more than a guess.
    var documents: [String: [String: (mentions: Int, isCertain: Bool)]] = [:]
    for record in members.lazy.flatMap({ buckets[$0].records }).map({ records[$0] })
    where record.entity.type != unknown {
      documents[record.document, default: [:]][record.entity.type, default: (0, false)].mentions +=
        record.entity.mentions.count
      if record.entity.isTypeCertain { documents[record.document]?[record.entity.type]?.isCertain = true }
    }
    var votes: [String: TypeVote] = [:]
    for types in documents.values {
      // Who has what all agree on has nothing against it.
      let most = types.max { ($0.value.mentions, $1.key) < ($1.value.mentions, $0.key) }
      guard let name = types[type] == nil ? most?.key : type else { continue }
      votes[name, default: TypeVote(type: name, documents: 0, isGuess: true)].documents += 1
      if types[name]?.isCertain == true { votes[name]?.isGuess = false }
    }
    return votes.keys.contains { $0 != type } ? votes.values.sorted { $0.type < $1.type } : []
  }
}
