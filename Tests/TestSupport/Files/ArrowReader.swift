public import Bytes

/// A reader of streams of Arrow, of what Tercet writes alone, with a check of each length and alignment on the way.
public struct ArrowReader {
  public struct Failure: Error {
    public var text: String

    public init(_ text: String) { self.text = text }
  }

  public struct Field: Equatable {
    public var name: String
    public var isNullable: Bool
    /// Number of the union `Type`.
    public var type: UInt8
    public var children: [Field]
  }

  public private(set) var fields: [Field] = []
  /// Of each batch its rows, as objects.
  public private(set) var batches: [[JSONValue]] = []
  /// Whether the mark of the end stands behind the last batch.
  public private(set) var isEnded = false

  private let bytes: [UInt8]

  public init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    var place = 0
    while place < bytes.count {
      try require(place % 8 == 0 && number(place, UInt32.self) == .max, "a message begins at \(place)")
      let size = Int(try number(place + 4, Int32.self))
      if size == 0 {
        isEnded = true
        try require(place + 8 == bytes.count, "nothing behind the end")
        return
      }
      try require(size % 8 == 0, "metadata of whole words")
      let message = try FlatReader(bytes, root: place + 8)
      try require(message.number(0, Int16.self) == 4, "version 5")
      let length = Int(message.number(3, Int64.self) ?? 0)
      let body = place + 8 + size
      guard let header = message.table(2) else { throw Failure("a header") }
      switch message.number(1, UInt8.self) {
      case 1: fields = try header.tables(1).map(Self.field)
      case 3: try readBatch(header, body..<body + length)
      default: throw Failure("a schema or a batch")
      }
      place = body + length
    }
  }

  private static func field(_ table: FlatReader) throws -> Field {
    Field(
      name: table.text(0) ?? "", isNullable: table.number(1, UInt8.self) == 1, type: table.number(2, UInt8.self) ?? 0,
      children: try table.tables(5).map(field))
  }

  private mutating func readBatch(_ batch: FlatReader, _ body: Range<Int>) throws {
    let count = Int(batch.number(0, Int64.self) ?? 0)
    var nodes = try batch.pairs(1)[...]
    var buffers = try batch.pairs(2)[...]
    for (start, length) in buffers {
      try require(start % 8 == 0 && body.lowerBound + start + length <= body.upperBound, "a buffer in the body")
    }
    let columns = try fields.map { try column($0, body, &nodes, &buffers) }
    try require(nodes.isEmpty && buffers.isEmpty && columns.allSatisfy { $0.count == count }, "as many as are told")
    batches.append(
      (0..<count).map { row in
        .object(Dictionary(uniqueKeysWithValues: zip(fields, columns).map { ($0.name, $1[row]) }))
      })
  }

  private func column(
    _ field: Field, _ body: Range<Int>, _ nodes: inout ArraySlice<(Int, Int)>, _ buffers: inout ArraySlice<(Int, Int)>
  ) throws -> [JSONValue] {
    guard let (count, nullCount) = nodes.popFirst(), let validity = buffers.popFirst() else {
      throw Failure("a node and its validity")
    }
    func buffer() throws -> Int {
      guard let next = buffers.popFirst() else { throw Failure("a buffer") }
      return body.lowerBound + next.0
    }
    var values: [JSONValue]
    switch field.type {
    case 2:
      let start = try buffer()
      values = try (0..<count).map { .number("\(try number(start + 4 * $0, Int32.self))") }
    case 3:
      let start = try buffer()
      values = try (0..<count).map { .number("\(Double(bitPattern: try number(start + 8 * $0, UInt64.self)))") }
    case 5:
      let (offsets, start) = (try buffer(), try buffer())
      values = try (0..<count).map { index in
        let ends = (
          Int(try number(offsets + 4 * index, Int32.self)), Int(try number(offsets + 4 * index + 4, Int32.self))
        )
        return .string(String(decoding: bytes[start + ends.0..<start + ends.1], as: UTF8.self))
      }
    case 12:
      let offsets = try buffer()
      let elements = try column(field.children[0], body, &nodes, &buffers)
      values = try (0..<count).map { index in
        let ends = (
          Int(try number(offsets + 4 * index, Int32.self)), Int(try number(offsets + 4 * index + 4, Int32.self))
        )
        return .array(Array(elements[ends.0..<ends.1]))
      }
    case 13:
      let members = try field.children.map { try column($0, body, &nodes, &buffers) }
      values = (0..<count).map { row in
        .object(Dictionary(uniqueKeysWithValues: zip(field.children, members).map { ($0.name, $1[row]) }))
      }
    default: throw Failure("a known type")
    }
    var found = 0
    if validity.1 > 0 {
      for index in 0..<count where bytes[body.lowerBound + validity.0 + index / 8] >> UInt8(index % 8) & 1 == 0 {
        values[index] = .null
        found += 1
      }
    }
    try require(found == nullCount && (field.isNullable || found == 0), "as many nulls as are told in \(field.name)")
    return values
  }

  private func number<T: FixedWidthInteger>(_ place: Int, _ type: T.Type) throws -> T {
    try FlatReader.number(bytes, place, type)
  }

  private func require(_ holds: Bool, _ text: String) throws { if !holds { throw Failure(text) } }
}

/// A table of FlatBuffers.
struct FlatReader {
  private let bytes: [UInt8]
  private let start: Int
  private let slots: [Int]

  init(_ bytes: [UInt8], root: Int) throws {
    try self.init(bytes, at: root + Int(Self.number(bytes, root, UInt32.self)))
  }

  private init(_ bytes: [UInt8], at start: Int) throws {
    self.bytes = bytes
    self.start = start
    let list = start - Int(try Self.number(bytes, start, Int32.self))
    let size = Int(try Self.number(bytes, list, UInt16.self))
    slots = try stride(from: 4, to: size, by: 2).map { Int(try Self.number(bytes, list + $0, UInt16.self)) }
  }

  static func number<T: FixedWidthInteger>(_ bytes: [UInt8], _ place: Int, _ type: T.Type) throws -> T {
    let size = MemoryLayout<T>.size
    guard place >= 0, place + size <= bytes.count, place % size == 0 else {
      throw ArrowReader.Failure("\(T.self) at \(place) lies outside or across words")
    }
    return bytes[place..<place + size].reversed().reduce(0) {
      size == 1 ? T(truncatingIfNeeded: $1) : $0 << 8 | T(truncatingIfNeeded: $1)
    }
  }

  private func place(_ slot: Int) -> Int? {
    slots.indices.contains(slot) && slots[slot] > 0 ? start + slots[slot] : nil
  }

  /// Nil where the field has its default.
  func number<T: FixedWidthInteger>(_ slot: Int, _ type: T.Type) -> T? {
    place(slot).flatMap { try? Self.number(bytes, $0, type) }
  }

  private func target(_ slot: Int) -> Int? {
    guard let place = place(slot), let offset = try? Self.number(bytes, place, UInt32.self) else { return nil }
    return place + Int(offset)
  }

  func table(_ slot: Int) -> FlatReader? { target(slot).flatMap { try? FlatReader(bytes, at: $0) } }

  func text(_ slot: Int) -> String? {
    guard let start = target(slot), let count = try? Self.number(bytes, start, UInt32.self) else { return nil }
    let end = start + 4 + Int(count)
    return bytes[end] == 0 ? String(decoding: bytes[start + 4..<end], as: UTF8.self) : nil
  }

  func tables(_ slot: Int) throws -> [FlatReader] {
    guard let start = target(slot) else { throw ArrowReader.Failure("a list of tables") }
    return try (0..<Int(try Self.number(bytes, start, UInt32.self))).map {
      try FlatReader(bytes, root: start + 4 + 4 * $0)
    }
  }

  func pairs(_ slot: Int) throws -> [(Int, Int)] {
    guard let start = target(slot) else { throw ArrowReader.Failure("a list of pairs") }
    return try (0..<Int(try Self.number(bytes, start, UInt32.self))).map { index in
      let place = start + 4 + 16 * index
      return (Int(try Self.number(bytes, place, Int64.self)), Int(try Self.number(bytes, place + 8, Int64.self)))
    }
  }
}
