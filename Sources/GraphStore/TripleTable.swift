internal import Bytes

/// Very many bare triples on their way into a store: names once, numbers for the rest. About 12 bytes a triple and, for each
/// name, its bytes and 12 more.
public struct TripleTable: Sendable {
  /// Longest name of an entity or predicate, in bytes.
  public static let longestName = 1 << 20

  /// Names, each with the byte 0xFF and the number of the type in two bytes behind it.
  private var entities = ByteInterner()
  private(set) var typeNames: [String] = []
  private(set) var predicates = ByteInterner()
  /// Name of the relation in the schema, by number of the predicate.
  private var relations: [UInt32: String] = [:]
  /// Other names, by number of the entity.
  private var aliases: [UInt32: Set<GraphContent.Alias>] = [:]
  private(set) var edges = EdgeColumns()
  private var key: [UInt8] = []

  public init() {}

  public var count: Int { edges.count }
  public var entityCount: Int { entities.count }

  /// The number of the type `name`, UTF-8.
  ///
  /// - Throws: when there are more than 65,536.
  public mutating func type(_ name: String) throws(StoreError) -> UInt16 {
    if let known = typeNames.firstIndex(of: name) { return UInt16(known) }
    guard typeNames.count <= UInt16.max, name.utf8.count <= Self.longestName else {
      throw .invalidContent(detail: "there are more than 65536 types, or the name of one is too long")
    }
    typeNames.append(name)
    return UInt16(typeNames.count - 1)
  }

  /// The number of the entity of this name, UTF-8, and type.
  ///
  /// - Throws: when the name is not UTF-8 or too long, or there are too many.
  public mutating func entity(_ name: ArraySlice<UInt8>, type: UInt16) throws(StoreError) -> UInt32 {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: name)
    key.append(0xFF)
    key.append(UInt8(type >> 8))
    key.append(UInt8(type & 0xFF))
    return UInt32(try Self.intern(key[...], suffix: 3, &entities))
  }

  /// Adds another name of an entity, and the rule by which it is one.
  public mutating func addAlias(_ alias: GraphContent.Alias, to entity: UInt32) {
    guard alias.name.utf8.count <= Self.longestName else { return }
    aliases[entity, default: []].insert(alias)
  }

  /// Says that a predicate is a relation of the schema.
  public mutating func setRelation(_ relation: String, of predicate: UInt32) { relations[predicate] = relation }

  /// The number of the predicate `name`, UTF-8.
  public mutating func predicate(_ name: ArraySlice<UInt8>) throws(StoreError) -> UInt32 {
    UInt32(try Self.intern(name, suffix: 0, &predicates))
  }

  /// Adds the triple of these numbers.
  public mutating func append(subject: UInt32, predicate: UInt32, object: UInt32) {
    edges.subjects.append(subject)
    edges.symbols.append(predicate)
    edges.objects.append(object)
  }

  /// - Parameter suffix: how many bytes at the end are not part of the name.
  private static func intern(
    _ key: ArraySlice<UInt8>, suffix: Int, _ interner: inout ByteInterner
  ) throws(StoreError) -> Int {
    let name = key.dropLast(suffix)
    guard name.count <= longestName else {
      throw .invalidContent(detail: "a name of \(name.count) bytes; at most \(longestName) are possible")
    }
    guard let (number, isNew) = interner.intern(key) else {
      throw .invalidContent(detail: "the names are over 4 GiB long together")
    }
    guard !isNew || String(validating: name, as: UTF8.self) != nil else {
      throw .invalidContent(detail: "the name “\(String(decoding: name, as: UTF8.self))” is not UTF-8")
    }
    return number
  }

  /// The tables of a store beside the edges, in its order.
  struct Sorted {
    var types: [UInt16] = []
    var aliases: [[GraphContent.Alias]] = []
    var predicates: [GraphContent.Predicate] = []
  }

  /// Renumbers entities and predicates in the order of the store and sorts the triples, each once. The names are gone
  /// afterwards.
  ///
  /// - Parameter names: is given the list of the entities' names.
  mutating func sort(names: (EncodedSection) -> Void) -> Sorted {
    entities.forgetNumbers()
    let typeRanks = Self.inverse(
      typeNames.indices.sorted { ByteString(typeNames[$0]) < ByteString(typeNames[$1]) }.map { UInt32($0) })
    let entityOrder = order(of: entities.count) { entities, number in
      FoldedBytes(entities[number].dropLast(3))
    } tie: {
      entities, a, b in
      typeRanks[Self.type(entities[a])] < typeRanks[Self.type(entities[b])]
    }
    var sorted = Sorted()
    var list = StringList.Builder(order: .folded)
    for number in entityOrder {
      let key = entities[Int(number)]
      list.append(key.dropLast(3))
      sorted.types.append(UInt16(Self.type(key)))
      if !aliases.isEmpty { sorted.aliases.append(aliases[number].map(Array.init) ?? []) }
    }
    entities = ByteInterner()
    names(list.finished())
    let predicateOrder = (0..<UInt32(predicates.count)).sorted {
      predicates[Int($0)].lexicographicallyPrecedes(predicates[Int($1)])
    }
    edges.renumber(entities: Self.inverse(entityOrder), symbols: Self.inverse(predicateOrder))
    edges.sort(entities: entityOrder.count, symbols: predicateOrder.count)
    sorted.predicates = predicateOrder.map {
      GraphContent.Predicate(name: String(decoding: predicates[Int($0)], as: UTF8.self), relation: relations[$0])
    }
    return sorted
  }

  /// The number of the type of an entity's key.
  private static func type(_ key: ArraySlice<UInt8>) -> Int {
    Int(key[key.endIndex - 2]) << 8 | Int(key[key.endIndex - 1])
  }

  private func order(
    of count: Int, _ key: (ByteInterner, Int) -> FoldedBytes, tie: (ByteInterner, Int, Int) -> Bool
  ) -> [UInt32] {
    // Eight bytes decide most comparisons without a look at the names.
    var entries = (0..<count).map { (start: key(entities, $0).start, number: UInt32($0)) }
    entries.sort { a, b in
      if a.start != b.start { return a.start < b.start }
      let order = key(entities, Int(a.number)).order(key(entities, Int(b.number)))
      return order != 0 ? order < 0 : tie(entities, Int(a.number), Int(b.number))
    }
    return entries.map(\.number)
  }

  private static func inverse(_ order: [UInt32]) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { numbers[Int(number)] = UInt32(place) }
    return numbers
  }
}

/// A name to be ordered, with the first eight bytes of its lower-case form as a number.
private struct FoldedBytes {
  private let bytes: ArraySlice<UInt8>
  var start: UInt64 {
    var value: UInt64 = 0
    let folded = caseFolded(Array(bytes))
    for byte in folded.prefix(8) { value = value << 8 | UInt64(byte) }
    return folded.isEmpty ? 0 : value << UInt64(8 * (8 - min(folded.count, 8)))
  }

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// -1, 0 or 1 in the order of names.
  func order(_ other: Self) -> Int {
    let order = byteOrder(caseFolded(Array(bytes)), caseFolded(Array(other.bytes)))
    return order != 0 ? order : byteOrder(Array(bytes), Array(other.bytes))
  }
}
