/// An entity's name and type as one byte string: the name in UTF-8, the byte 0xFF, and the number of the type in four
/// bytes.
enum TypedName {
  /// The type of what is known by name alone.
  static let unknownType = UInt32.max

  /// Makes `key` that of the entity.
  static func set(_ key: inout [UInt8], _ name: ArraySlice<UInt8>, _ type: UInt32) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: name)
    key.append(0xFF)
    for shift in [24, 16, 8, 0] as [UInt32] { key.append(UInt8(truncatingIfNeeded: type >> shift)) }
  }

  static func name(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> { key.dropLast(5) }

  static func type(_ key: ArraySlice<UInt8>) -> UInt32 { key.suffix(4).reduce(0) { $0 << 8 | UInt32($1) } }

  /// The place of the type among others, given by number; behind all of them when it is not known.
  static func rank(_ key: ArraySlice<UInt8>, _ typeRanks: [UInt32]) -> UInt32 {
    let type = Int(type(key))
    return type < typeRanks.count ? typeRanks[type] : .max
  }
}
