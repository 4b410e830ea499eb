import Bytes
import Language

/// Merges the names of a catalog over documents, and tells namesakes apart.
final class CatalogMerger {
  /// What one name of one type stands for.
  struct Bucket {
    /// Number in the catalog's ``EntityCatalog/typeNames``.
    var type: Int
    /// The name's place among ``groups(of:)``.
    var name: Int
    /// Of those that are told apart, in the order of documents.
    var separables: [Int] = []
    /// Whether the groups of the name are in it, too; not where it was split off.
    var hasGroups = true
    var isKnown = false
    /// What stands in parentheses after the name, where two entities of one type share it: a word, or a document's id.
    var distinction: String?
    /// The bucket into which it is merged, and the rule.
    var target: Int?
    var rule: Rule?
  }

  /// Why one name is another's.
  enum Rule: String, CaseIterable {
    case acronym, suffix, surname, middleName, nickname

    /// As aliases have it.
    var name: String { self == .middleName ? "middle name" : rawValue }
  }

  let catalog: EntityCatalog
  private(set) var bucketOfGroup: [Int32]
  /// By place in the catalog's ``EntityCatalog/separables``.
  private(set) var bucketOfSeparable: [Int32]
  var buckets: [Bucket] = []
  /// Groups by name, those of one name by type; and where those of each name begin.
  private var order: [UInt32] = []
  private var starts: [Int] = [0]
  private let kinds: [Kind]

  /// What the rules ask of a type.
  private struct Kind {
    var number: Int?
    var isPerson = false
    var isBody = false
    var isPlace = false
    /// Whether things of it are bodies that are no places, or what they make.
    var isMade = false
  }

  init(_ catalog: EntityCatalog) {
    self.catalog = catalog
    bucketOfGroup = [Int32](repeating: -1, count: catalog.groups.count)
    bucketOfSeparable = [Int32](repeating: -1, count: catalog.separables.count)
    let types = catalog.knowledge.types
    kinds = catalog.typeNames.strings.map { name in
      guard let number = types.names.firstIndex(of: name) else { return Kind() }
      let isPlace = types.isPlace(number)
      let isBody = types.isBody(number)
      return Kind(
        number: number, isPerson: types.isPerson(number), isBody: isBody, isPlace: isPlace,
        isMade: !isPlace && (isBody || types.isProduct(number)))
    }
  }

  /// Gathers by name and type, then merges other names: acronyms, companies' short names, short given names, surnames.
  func merge() {
    gather()
    splitHomonyms()
    splitCommonBodies()
    mergeAcronyms()
    mergeSuffixes()
    mergeMiddleNames()
    mergeNicknames()
    mergeSurnames()
    splitGivenNames()
  }

  private func gather() {
    let ranks = Self.ranks(catalog.names.order())
    let typeNames = catalog.typeNames.strings
    order = (0..<UInt32(catalog.groups.count)).sorted { a, b in
      let (first, second) = (catalog.groups[Int(a)], catalog.groups[Int(b)])
      return first.name != second.name
        ? ranks[Int(first.name)] < ranks[Int(second.name)]
        : byteOrder(typeNames[Int(first.type)], typeNames[Int(second.type)]) < 0
    }
    var start = 0
    while start < order.count {
      let name = group(start).name
      var end = start
      while end < order.count, group(end).name == name { end += 1 }
      let place = starts.count - 1
      let settled = settledTypes(start..<end)
      var bucketOfType: [Int: Int] = [:]
      for index in start..<end {
        let type = settled[Int(group(index).type)] ?? Int(group(index).type)
        let bucket = bucketOfType[type] ?? buckets.count
        if bucket == buckets.count {
          bucketOfType[type] = bucket
          buckets.append(Bucket(type: type, name: place))
        }
        if group(index).facts.contains(.isKnown) { buckets[bucket].isKnown = true }
        bucketOfGroup[Int(order[index])] = Int32(bucket)
      }
      starts.append(end)
      start = end
    }
    for separable in separablesInOrder() {
      let bucket = bucketOfGroup[Int(catalog.separables[separable].group)]
      bucketOfSeparable[separable] = bucket
      buckets[Int(bucket)].separables.append(separable)
    }
  }

  private func separablesInOrder() -> [Int] {
    let documents = Self.ranks(
      catalog.documents.indices.sorted { byteOrder(catalog.documents[$0], catalog.documents[$1]) < 0 }
        .map { UInt32($0) })
    return catalog.separables.indices.sorted { a, b in
      let (first, second) = (catalog.separables[a], catalog.separables[b])
      return first.ticket != second.ticket
        ? documents[Int(first.ticket)] < documents[Int(second.ticket)] : first.local < second.local
    }
  }

  private static func ranks(_ order: [UInt32]) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(rank) }
    return ranks
  }

  private func group(_ place: Int) -> EntityCatalog.Group { catalog.groups[Int(order[place])] }

  /// By type, for the groups of one name: the type to take for one that was only guessed or that is more general than
  /// another.
  ///
  /// Certain types stay apart, as a person and a company of one name do, but for kinds of organizations and products:
  /// whoever is called a company here and an app there is one, with the type of most mentions. So it is among guesses.
  private func settledTypes(_ places: Range<Int>) -> [Int: Int] {
    guard places.count > 1 else { return [:] }
    let names = catalog.typeNames.strings
    let unknown = catalog.knowledge.types.names[catalog.knowledge.types.unknown]
    var counts: [String: Int] = [:]
    var certain: Set<String> = []
    for place in places {
      let (type, group) = (names[Int(group(place).type)], group(place))
      counts[type] = type == unknown ? 0 : group.mentions
      if group.facts.contains(.hasCertainType) { certain.insert(type) }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Set([$0.key]) } ?? []
    let known = certain.isEmpty ? most : certain
    let specific = onlyBody(known.filter { type in !known.contains { $0 != type && isKind($0, of: type) } }, counts)
    var settled: [String: String] = [:]
    for type in counts.keys {
      let below = specific.filter { isKind($0, of: type) }
      if below.count == 1, let only = below.first {
        settled[type] = only
      } else if known.contains(type), kind(type).isMade, let body = specific.first(where: { kind($0).isMade }) {
        settled[type] = body
      } else if !known.contains(type), specific.count == 1 {
        settled[type] = specific.first
      }
    }
    var numbers: [Int: Int] = [:]
    for (type, other) in settled {
      if let type = catalog.typeNames.number(of: type) { numbers[type] = catalog.typeNames.number(of: other) }
    }
    return numbers
  }

  /// `types` with one of the kinds of organizations and products, that of most mentions.
  private func onlyBody(_ types: Set<String>, _ counts: [String: Int]) -> Set<String> {
    let bodies = types.filter { kind($0).isMade }
    guard let most = bodies.max(by: { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }) else { return types }
    return types.subtracting(bodies).union([most])
  }

  private func kind(_ type: String) -> Kind { catalog.typeNames.number(of: type).map { kinds[$0] } ?? Kind() }

  private func isKind(_ type: String, of other: String) -> Bool {
    guard let type = kind(type).number, let other = kind(other).number else { return false }
    return catalog.knowledge.types.isKind(type, of: other)
  }

  // MARK: - What the rules ask of a bucket

  func type(of bucket: Int) -> String { catalog.typeNames.strings[buckets[bucket].type] }

  func isPerson(_ bucket: Int) -> Bool { kinds[buckets[bucket].type].isPerson }

  func isBody(_ bucket: Int) -> Bool { kinds[buckets[bucket].type].isBody }

  func isPlace(_ bucket: Int) -> Bool { kinds[buckets[bucket].type].isPlace }

  /// The folded name.
  func key(_ bucket: Int) -> String {
    let name = group(starts[buckets[bucket].name]).name
    return String(decoding: catalog.names[Int(name)], as: UTF8.self)
  }

  /// The words of the folded name.
  func words(_ bucket: Int) -> [String] { key(bucket).split(separator: " ").map(String.init) }

  /// Its groups.
  func groups(of bucket: Int) -> [EntityCatalog.Group] {
    groupNumbers(of: bucket).map { catalog.groups[Int($0)] }
  }

  /// Their numbers.
  func groupNumbers(of bucket: Int) -> [UInt32] {
    guard buckets[bucket].hasGroups else { return [] }
    let name = buckets[bucket].name
    return order[starts[name]..<starts[name + 1]].filter { bucketOfGroup[Int($0)] == Int32(bucket) }
  }

  func separables(of bucket: Int) -> [EntityCatalog.Separable] {
    buckets[bucket].separables.map { catalog.separables[$0] }
  }

  /// Whether it has records that nothing tells apart.
  func hasCommon(_ bucket: Int) -> Bool { groups(of: bucket).contains(where: \.hasCommon) }

  /// All that documents say of it.
  func facts(_ bucket: Int) -> EntityCatalog.Facts {
    let common = groups(of: bucket).reduce(into: EntityCatalog.Facts()) { $0.formUnion($1.common) }
    return separables(of: bucket).reduce(into: common) { $0.formUnion($1.facts) }
  }

  /// Whether the type of all its records is a guess.
  func isTypeGuessed(_ bucket: Int) -> Bool { !facts(bucket).contains(.hasCertainType) }

  // MARK: - Merging and splitting

  /// The bucket into which `bucket` goes in the end.
  func root(of bucket: Int) -> Int {
    var bucket = bucket
    while let next = buckets[bucket].target { bucket = next }
    return bucket
  }

  func merge(_ bucket: Int, into target: Int, rule: Rule) {
    let target = root(of: target)
    guard root(of: bucket) == bucket, bucket != target else { return }
    buckets[bucket].target = target
    buckets[bucket].rule = rule
  }

  /// Gives each group of separable records of `bucket` a bucket of its own, with what tells it from the rest.
  func part(_ parts: [(separables: [Int], distinction: String?)], off bucket: Int) {
    for part in parts { split(part.separables, off: bucket, as: part.distinction) }
    let gone = Set(parts.flatMap(\.separables))
    buckets[bucket].separables.removeAll(where: gone.contains)
  }

  /// Gives `members`, which are of `bucket`, a bucket of their own; it is the caller who takes them from the old one.
  func split(_ members: [Int], off bucket: Int, as distinction: String?) {
    for member in members { bucketOfSeparable[member] = Int32(buckets.count) }
    buckets.append(
      Bucket(
        type: buckets[bucket].type, name: buckets[bucket].name, separables: members, hasGroups: false,
        distinction: distinction))
  }

  /// Makes `members` all that `bucket` has.
  func keep(_ members: [Int], of bucket: Int) { buckets[bucket].separables = members }
}
