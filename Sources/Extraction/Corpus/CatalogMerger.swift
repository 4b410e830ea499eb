import Language

/// Merges the records of a catalog, given in the order of documents.
struct CatalogMerger {
  /// Records of one name and type.
  struct Bucket {
    var type: String
    /// Folded words of the name.
    var words: [String]
    var records: [Int] = []
    var isKnown = false
    /// What stands in parentheses after the name, where two entities of one type share it: a word, or a document's id.
    var distinction: String?
    /// The bucket into which it is merged, and the rule.
    var target: Int?
    var rule: String?

    var key: String { words.joined(separator: " ") }
  }

  let records: [EntityCatalog.Record]
  let catalog: EntityCatalog
  var buckets: [Bucket] = []
  var bucketOf: [Int]

  init(_ records: [EntityCatalog.Record], catalog: EntityCatalog) {
    self.records = records
    self.catalog = catalog
    bucketOf = [Int](repeating: -1, count: records.count)
  }

  /// Gathers by name and type, then merges other names: acronyms, companies' short names, surnames.
  mutating func merge() {
    gather()
    splitHomonyms()
    splitCommonBodies()
    mergeAcronyms()
    mergeSuffixes()
    mergeMiddleNames()
    mergeSurnames()
    splitGivenNames()
  }

  private mutating func gather() {
    let typeOf = settledTypes()
    var byKey: [String: Int] = [:]
    for (index, record) in records.enumerated() {
      let name = NameKey.folded(record.entity.name)
      let type = typeOf[name]?[record.entity.type] ?? record.entity.type
      let key = type + "\u{0}" + name
      let bucket: Int
      if let known = byKey[key] {
        bucket = known
      } else {
        bucket = buckets.count
        byKey[key] = bucket
        buckets.append(Bucket(type: type, words: name.split(separator: " ").map(String.init)))
      }
      buckets[bucket].records.append(index)
      buckets[bucket].isKnown = buckets[bucket].isKnown || record.entity.isKnown
      bucketOf[index] = bucket
    }
  }

  /// By folded name: the type to take for a type that was only guessed or that is more general than another.
  ///
  /// Certain types stay apart, as a person and a company of one name do, but for kinds of organizations and products:
  /// whoever is called a company here and an app there is one, with the type of most mentions. So it is among guesses.
  private func settledTypes() -> [String: [String: String]] {
    let unknown = catalog.types.names[catalog.types.unknown]
    var certain: [String: Set<String>] = [:]
    var counts: [String: [String: Int]] = [:]
    for record in records {
      let name = NameKey.folded(record.entity.name)
      counts[name, default: [:]][record.entity.type, default: 0] +=
        record.entity.type == unknown ? 0 : record.entity.mentions.count
      if record.entity.isTypeCertain { certain[name, default: []].insert(record.entity.type) }
    }
    var settled: [String: [String: String]] = [:]
    for (name, types) in counts where types.count > 1 {
      let most = types.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Set([$0.key]) } ?? []
      let known = certain[name] ?? most
      let specific = onlyBody(known.filter { type in !known.contains { $0 != type && isKind($0, of: type) } }, types)
      for type in types.keys {
        let below = specific.filter { isKind($0, of: type) }
        if below.count == 1, let only = below.first {
          settled[name, default: [:]][type] = only
        } else if known.contains(type), isMade(type), let body = specific.first(where: isMade) {
          settled[name, default: [:]][type] = body
        } else if !known.contains(type), specific.count == 1 {
          settled[name, default: [:]][type] = specific.first
        }
      }
    }
    return settled
  }

  /// `types` with one of the kinds of organizations and products, that of most mentions.
  private func onlyBody(_ types: Set<String>, _ counts: [String: Int]) -> Set<String> {
    let bodies = types.filter(isMade)
    guard let most = bodies.max(by: { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }) else { return types }
    return types.subtracting(bodies).union([most])
  }

  /// Whether things of `type` are bodies that are no places, or what they make.
  private func isMade(_ type: String) -> Bool {
    guard let type = number(ofType: type) else { return false }
    return !catalog.types.isPlace(type) && (catalog.types.isBody(type) || catalog.types.isProduct(type))
  }

  private func isKind(_ type: String, of other: String) -> Bool {
    guard let type = number(ofType: type), let other = number(ofType: other) else { return false }
    return catalog.types.isKind(type, of: other)
  }

  func number(ofType name: String) -> Int? { catalog.types.names.firstIndex(of: name) }

  func isPerson(_ bucket: Int) -> Bool {
    number(ofType: buckets[bucket].type).map(catalog.types.isPerson) ?? false
  }

  func isBody(_ bucket: Int) -> Bool {
    number(ofType: buckets[bucket].type).map(catalog.types.isBody) ?? false
  }

  /// Whether the type of all records of `bucket` is a guess.
  func isTypeGuessed(_ bucket: Int) -> Bool { buckets[bucket].records.allSatisfy { !records[$0].entity.isTypeCertain } }

  /// The bucket into which `bucket` goes in the end.
  func root(of bucket: Int) -> Int {
    var bucket = bucket
    while let next = buckets[bucket].target { bucket = next }
    return bucket
  }

  mutating func merge(_ bucket: Int, into target: Int, rule: String) {
    let target = root(of: target)
    guard root(of: bucket) == bucket, bucket != target else { return }
    buckets[bucket].target = target
    buckets[bucket].rule = rule
  }
}
