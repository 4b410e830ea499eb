internal import Bytes
internal import Succinct

/// The type of each entity.
struct EntityTypeTable: Sendable {
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
