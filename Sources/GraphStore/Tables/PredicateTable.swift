internal import Bytes
internal import GraphModel
internal import Succinct

/// Predicates; strings are numbers in the table of strings, in optional columns one more, 0 for nil.
struct PredicateTable: Sendable {
  private let names: PackedArray
  /// What predicates stand for, which many have in common; nil up to version 3, where each has its own.
  private let meanings: PackedArray?
  /// Of each meaning.
  private let relations: PackedArray
  private let inverses: PackedArray
  private let symmetric: PackedArray
  /// Nil in a store of a version that knows of no roles.
  private let roles: PackedArray?
  /// The strings of the roles that occur.
  private let roleStrings: PackedArray?

  init(
    _ section: PagedView, counts: StoreCounts, hasRoles: Bool, sharesMeanings: Bool
  ) throws(BytesError) {
    var offset = 0
    names = try PackedArray(section, at: &offset)
    meanings = sharesMeanings ? try PackedArray(section, at: &offset) : nil
    relations = try PackedArray(section, at: &offset)
    inverses = try PackedArray(section, at: &offset)
    symmetric = try PackedArray(section, at: &offset)
    roleStrings = hasRoles ? try PackedArray(section, at: &offset) : nil
    roles = hasRoles ? try PackedArray(section, at: &offset) : nil
    guard [names, meanings ?? relations, roles ?? names].allSatisfy({ $0.count == counts.predicates }),
      [inverses, symmetric].allSatisfy({ $0.count == relations.count })
    else {
      throw section.damage("the predicates")
    }
  }

  func row(_ predicate: Int) -> (name: Int, role: UInt64, relation: UInt64, inverse: UInt64, isSymmetric: Bool) {
    let meaning = meanings.map { Int($0[predicate]) } ?? predicate
    return (
      Int(names[predicate]), role(predicate), relations[meaning], inverses[meaning], symmetric[meaning] == 1
    )
  }

  /// One more than the number of the string; 0 for none, also where a damaged file has none of that place.
  private func role(_ predicate: Int) -> UInt64 {
    guard let roles, let roleStrings, roles[predicate] > 0, roles[predicate] <= UInt64(roleStrings.count) else {
      return 0
    }
    return roleStrings[Int(roles[predicate]) - 1] + 1
  }

  static func encode(_ predicates: [GraphContent.Predicate], _ strings: StringTable) -> [UInt8] {
    var writer = ByteWriter()
    PackedArray.encode(predicates.map { UInt64(strings[$0.name]) }, into: &writer)
    let all = predicates.map {
      Meaning(
        relation: strings.optional($0.relation), inverse: strings.optional($0.inverse),
        symmetric: $0.isSymmetric ? 1 : 0)
    }
    let meanings = Set(all).sorted()
    let meaningPlaces = Dictionary(uniqueKeysWithValues: meanings.enumerated().map { ($1, $0) })
    PackedArray.encode(all.map { meaningPlaces[$0, default: 0] }, into: &writer)
    for column in [\Meaning.relation, \.inverse, \.symmetric] {
      PackedArray.encode(meanings.map { $0[keyPath: column] }, into: &writer)
    }
    let roles = Set(predicates.compactMap { $0.role.map { strings[$0] } }).sorted()
    let places = Dictionary(uniqueKeysWithValues: roles.enumerated().map { ($1, UInt64($0 + 1)) })
    PackedArray.encode(roles.map(UInt64.init), into: &writer)
    PackedArray.encode(predicates.map { $0.role.map { places[strings[$0], default: 0] } ?? 0 }, into: &writer)
    return writer.bytes
  }

  /// Strings as numbers, one more than the number, 0 for none.
  private struct Meaning: Hashable, Comparable {
    var relation: UInt64
    var inverse: UInt64
    var symmetric: UInt64

    static func < (left: Self, right: Self) -> Bool {
      (left.relation, left.inverse, left.symmetric) < (right.relation, right.inverse, right.symmetric)
    }
  }
}
