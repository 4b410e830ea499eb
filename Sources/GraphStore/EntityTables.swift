internal import Bytes
internal import GraphModel
internal import Succinct

/// The type of each entity.
struct TypeTable: Sendable {
  /// Number of its string by number of the type.
  private let names: PackedArray
  private let types: PackedArray

  init(_ section: PagedView, counts: StoreCounts) throws(BytesError) {
    var offset = 0
    names = try PackedArray(section, at: &offset)
    types = try PackedArray(section, at: &offset)
    guard types.count == counts.entities else { throw section.damage("the types") }
  }

  /// Number of the string that names the type of `entity`.
  func string(of entity: Int) -> Int { Int(names[Int(types[entity])]) }

  /// The section; `types` are numbers of strings, one an entity.
  static func encode(_ types: some Collection<Int>) -> [UInt8] {
    let names = Set(types).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, UInt64($0)) })
    var writer = ByteWriter()
    PackedArray.encode(names.map(UInt64.init), into: &writer)
    var rows = PackedArray.Builder(count: types.count, largest: UInt64(max(names.count - 1, 0)))
    for type in types { rows.append(numbers[type, default: 0]) }
    rows.finish(into: &writer)
    return writer.bytes
  }
}

/// Names beside the canonical ones, found from the name and from the entity.
struct AliasTable: Sendable {
  /// All names that are somebody's alias, each once.
  let names: StringList
  private let firstOwner: MonotoneArray
  private let owners: PackedArray
  private let firstRow: MonotoneArray
  private let rowNames: PackedArray
  /// Number of its string by number of the rule.
  private let rules: PackedArray
  private let rowRules: PackedArray

  init(_ sections: StoreSections, counts: StoreCounts) throws(BytesError) {
    let section = sections[.owners]
    names = try sections.strings(.aliases, order: .folded)
    var offset = 0
    firstOwner = try MonotoneArray(section, at: &offset)
    owners = try PackedArray(section, at: &offset)
    firstRow = try MonotoneArray(section, at: &offset)
    rowNames = try PackedArray(section, at: &offset)
    rules = try PackedArray(section, at: &offset)
    rowRules = try PackedArray(section, at: &offset)
    guard firstOwner.count == names.count + 1, firstOwner.largest == owners.count,
      firstRow.count == (rowNames.count == 0 ? 0 : counts.entities + 1), firstRow.largest == rowNames.count,
      rowRules.count == rowNames.count
    else { throw section.damage("the aliases") }
  }

  /// Entities that have the alias name `name`, ascending.
  func owners(of name: Int) -> [Int] { firstOwner.range(name).map { Int(owners[$0]) } }

  /// Alias names of `entity` with the string of the rule of each, ascending.
  func rows(of entity: Int) -> [(name: Int, rule: Int)] {
    if rowNames.count == 0 { return [] }
    return firstRow.range(entity).map { (Int(rowNames[$0]), Int(rules[Int(rowRules[$0])])) }
  }
}

/// Predicates; strings are numbers in the table of strings, in optional columns one more, 0 for nil.
struct PredicateTable: Sendable {
  private let names: PackedArray
  private let relations: PackedArray
  private let inverses: PackedArray
  private let symmetric: PackedArray

  init(_ section: PagedView, counts: StoreCounts) throws(BytesError) {
    var offset = 0
    names = try PackedArray(section, at: &offset)
    relations = try PackedArray(section, at: &offset)
    inverses = try PackedArray(section, at: &offset)
    symmetric = try PackedArray(section, at: &offset)
    guard [names, relations, inverses, symmetric].allSatisfy({ $0.count == counts.predicates }) else {
      throw section.damage("the predicates")
    }
  }

  func row(_ predicate: Int) -> (name: Int, relation: UInt64, inverse: UInt64, isSymmetric: Bool) {
    (Int(names[predicate]), relations[predicate], inverses[predicate], symmetric[predicate] == 1)
  }

  static func encode(_ predicates: [GraphContent.Predicate], _ strings: StringTable) -> [UInt8] {
    var writer = ByteWriter()
    PackedArray.encode(predicates.map { UInt64(strings[$0.name]) }, into: &writer)
    PackedArray.encode(predicates.map { strings.optional($0.relation) }, into: &writer)
    PackedArray.encode(predicates.map { strings.optional($0.inverse) }, into: &writer)
    PackedArray.encode(predicates.map { $0.isSymmetric ? 1 : 0 } as [UInt8], into: &writer)
    return writer.bytes
  }
}
