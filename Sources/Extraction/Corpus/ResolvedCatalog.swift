import Bytes
import Language

/// Which entity of all documents the named ones of each document are.
final class ResolvedCatalog: Sendable {
  /// An entity before it has a name.
  struct Root: Sendable {
    var type: String
    var distinction: String?
    /// Whether documents take it for things of several types.
    var isContested: Bool
  }

  /// By number of the entity.
  let roots: [Root]
  private let catalog: EntityCatalog
  private let bucketOfGroup: [Int32]
  /// Sorted by ticket and local number, both in one.
  private let separables: [(key: UInt64, bucket: Int32)]
  /// By bucket: the number of its entity, and why it is that.
  private let entities: [(root: Int32, rule: CatalogMerger.Rule?)]

  init(_ merger: CatalogMerger) {
    let catalog = merger.catalog
    self.catalog = catalog
    bucketOfGroup = merger.bucketOfGroup
    var separables: [(key: UInt64, bucket: Int32)] = []
    for (place, separable) in catalog.separables.enumerated() {
      separables.append((Self.key(separable.ticket, separable.local), merger.bucketOfSeparable[place]))
    }
    separables.sort { $0.key < $1.key }
    self.separables = separables
    let unknown = catalog.knowledge.types.names[catalog.knowledge.types.unknown]
    var numbers = [Int32](repeating: -1, count: merger.buckets.count)
    var roots: [Root] = []
    var entities: [(root: Int32, rule: CatalogMerger.Rule?)] = []
    for bucket in merger.buckets.indices {
      let root = merger.root(of: bucket)
      if numbers[root] < 0 {
        numbers[root] = Int32(roots.count)
        roots.append(
          Root(type: merger.type(of: root), distinction: merger.buckets[root].distinction, isContested: false))
      }
      entities.append((numbers[root], merger.buckets[bucket].rule))
      let types =
        merger.groupNumbers(of: bucket).map { catalog.groups[Int($0)].type }
        + merger.separables(of: bucket).map { catalog.groups[Int($0.group)].type }
      let number = Int(numbers[root])
      for type in types.map({ catalog.typeNames.strings[Int($0)] })
      where type != unknown && type != roots[number].type {
        roots[number].isContested = true
      }
    }
    self.roots = roots
    self.entities = entities
  }

  private static func key(_ ticket: UInt32, _ local: UInt32) -> UInt64 { UInt64(ticket) << 32 | UInt64(local) }

  /// Which entity something is, and the rule by which its name is another's.
  struct Identified: Sendable {
    var number: Int
    var rule: CatalogMerger.Rule?
  }

  /// The number of the entity that `entity` of the document added with `ticket` is, and the rule by which its name is
  /// another's; nil when it was not added.
  ///
  /// - Complexity: O(log *n*) for *n* names that are told apart by document.
  func root(of entity: NamedEntity, _ ticket: Int) -> Identified? {
    guard let group = catalog.group(named: NameKey.folded(entity.name), type: entity.type) else { return nil }
    let key = Self.key(UInt32(ticket), UInt32(entity.local))
    let place = separables.indices.first(behind: { separables[$0].key < key })
    let isSeparable = place < separables.count && separables[place].key == key
    let (root, rule) = entities[Int(isSeparable ? separables[place].bucket : bucketOfGroup[group])]
    return Identified(number: Int(root), rule: rule)
  }

  /// The same for all of a document's, by their numbers in the document.
  func roots(of names: [NamedEntity], _ ticket: Int) -> [Int: Identified] {
    var roots: [Int: Identified] = [:]
    for entity in names { roots[entity.local] = root(of: entity, ticket) }
    return roots
  }
}
