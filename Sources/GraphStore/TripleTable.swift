internal import Bytes

/// Very many bare triples on their way into a store: names once, numbers for the rest. About 12 bytes a triple and, for each
/// name, its bytes and 12 more.
public struct TripleTable: Sendable {
  /// Longest name of an entity or predicate, in bytes.
  public static let longestName = 1 << 20

  private(set) var entities = ByteInterner()
  /// The number of its type for each entity.
  private(set) var types: [UInt16] = []
  private(set) var typeNames: [String] = []
  private(set) var predicates = ByteInterner()
  private(set) var edges = EdgeColumns()

  public init() {}

  public var count: Int { edges.count }
  public var entityCount: Int { entities.count }

  /// The number of the type `name`.
  public mutating func type(_ name: String) -> UInt16 {
    if let known = typeNames.firstIndex(of: name) { return UInt16(known) }
    typeNames.append(name)
    return UInt16(typeNames.count - 1)
  }

  /// The number of the entity `name`, UTF-8; its type counts when it is new.
  ///
  /// - Throws: when the name is not UTF-8 or too long, or there are too many.
  public mutating func entity(_ name: ArraySlice<UInt8>, type: UInt16) throws(StoreError) -> UInt32 {
    let number = try Self.intern(name, &entities)
    if number == types.count { types.append(type) }
    return UInt32(number)
  }

  /// The number of the predicate `name`, UTF-8.
  public mutating func predicate(_ name: ArraySlice<UInt8>) throws(StoreError) -> UInt32 {
    UInt32(try Self.intern(name, &predicates))
  }

  /// Adds the triple of these numbers.
  public mutating func append(subject: UInt32, predicate: UInt32, object: UInt32) {
    edges.subjects.append(subject)
    edges.symbols.append(predicate)
    edges.objects.append(object)
  }

  private static func intern(_ name: ArraySlice<UInt8>, _ interner: inout ByteInterner) throws(StoreError) -> Int {
    guard name.count <= longestName else {
      throw .invalidContent(detail: "a name of \(name.count) bytes; at most \(longestName) are possible")
    }
    guard let (number, isNew) = interner.intern(name) else {
      throw .invalidContent(detail: "the names are over 4 GiB long together")
    }
    guard !isNew || String(validating: name, as: UTF8.self) != nil else {
      throw .invalidContent(detail: "the name “\(String(decoding: name, as: UTF8.self))” is not UTF-8")
    }
    return number
  }

  /// Renumbers entities and predicates in the order of the store and sorts the triples, each once. The names are gone
  /// afterwards.
  ///
  /// - Parameter names: is given the list of the entities' names.
  /// - Returns: the type of each entity and the names of the predicates, in the order of the store.
  mutating func sort(names: (EncodedSection) -> Void) -> (types: [UInt16], predicates: [String]) {
    let entityOrder = Self.order(entities) { FoldedBytes($0) }
    let predicateOrder = Self.order(predicates) { PlainBytes($0) }
    var list = StringList.Builder(order: .folded)
    for number in entityOrder { list.append(entities[Int(number)]) }
    entities = ByteInterner()
    names(list.finished())
    edges.renumber(entities: Self.inverse(entityOrder), symbols: Self.inverse(predicateOrder))
    edges.sort(entities: entityOrder.count, symbols: predicateOrder.count)
    let sortedTypes = entityOrder.map { types[Int($0)] }
    return (sortedTypes, predicateOrder.map { String(decoding: predicates[Int($0)], as: UTF8.self) })
  }

  private static func order<Key: ByteKey>(_ names: ByteInterner, _ key: (ArraySlice<UInt8>) -> Key) -> [UInt32] {
    // Eight bytes decide most comparisons without a look at the names.
    var entries = (0..<names.count).map { (start: key(names[$0]).start, number: UInt32($0)) }
    entries.sort { a, b in
      if a.start != b.start { return a.start < b.start }
      return key(names[Int(a.number)]).precedes(key(names[Int(b.number)]))
    }
    return entries.map(\.number)
  }

  private static func inverse(_ order: [UInt32]) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { numbers[Int(number)] = UInt32(place) }
    return numbers
  }
}

/// A string to be ordered, with its first eight bytes as a number.
private protocol ByteKey {
  var start: UInt64 { get }
  func precedes(_ other: Self) -> Bool
}

private struct PlainBytes: ByteKey {
  let bytes: ArraySlice<UInt8>
  var start: UInt64 { firstEight(bytes) }

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func precedes(_ other: Self) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }
}

private struct FoldedBytes: ByteKey {
  let bytes: ArraySlice<UInt8>
  var start: UInt64 { firstEight(caseFolded(Array(bytes))[...]) }

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func precedes(_ other: Self) -> Bool {
    let order = byteOrder(caseFolded(Array(bytes)), caseFolded(Array(other.bytes)))
    return order != 0 ? order < 0 : bytes.lexicographicallyPrecedes(other.bytes)
  }
}

/// The first eight bytes, the first of them the highest, zeros behind the end.
private func firstEight(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  var value: UInt64 = 0
  for byte in bytes.prefix(8) { value = value << 8 | UInt64(byte) }
  return value << UInt64(8 * (8 - min(bytes.count, 8)))
}
