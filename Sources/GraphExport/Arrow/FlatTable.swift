internal import Bytes

/// A table of FlatBuffers, the format in which Arrow describes what follows.
///
/// Source: FlatBuffers, "Internals": offsets lead from where they stand to what they name, which stands behind; a table
/// names its list of fields, which stands before it here.
struct FlatTable {
  indirect enum Value {
    case byte(UInt8)
    case short(Int16)
    case int(Int32)
    case long(Int64)
    case text(String)
    case table(FlatTable)
    case tables([FlatTable])
    /// A list of structures of two numbers each.
    case pairs([(Int64, Int64)])

    /// Bytes in the table itself.
    fileprivate var size: Int {
      switch self {
      case .byte: 1
      case .short: 2
      case .long: 8
      case .int, .text, .table, .tables, .pairs: 4
      }
    }
  }

  /// By number of the field, as the schema counts; a number without value has its default.
  var fields: [Int: Value]

  /// The bytes of a buffer whose root the table is, a multiple of 8.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    // Where the root stands.
    writer.append(UInt32(0))
    write(to: &writer, from: 0)
    writer.align(to: 8)
    return writer.bytes
  }

  /// - Parameter place: of the offset that leads to the table.
  private func write(to writer: inout ByteWriter, from place: Int) {
    let slots = (fields.keys.max() ?? -1) + 1
    // Greater values first, so that each is aligned without gaps between most.
    let order = fields.sorted { ($1.value.size, $0.key) < ($0.value.size, $1.key) }
    var places: [Int: Int] = [:]
    var size = 4
    for (slot, value) in order {
      size = (size + value.size - 1) / value.size * value.size
      places[slot] = size
      size += value.size
    }
    let header = 4 + 2 * slots
    while (writer.bytes.count + header) % 8 != 0 { writer.bytes.append(0) }
    writer.append(UInt16(header))
    writer.append(UInt16(size))
    for slot in 0..<slots { writer.append(UInt16(places[slot] ?? 0)) }
    let start = writer.bytes.count
    writer.setOffset(at: place)
    writer.append(Int32(header))
    writer.bytes += [UInt8](repeating: 0, count: size - 4)
    for (slot, value) in order { Self.write(value, at: start + (places[slot] ?? 0), to: &writer) }
  }

  private static func write(_ value: Value, at place: Int, to writer: inout ByteWriter) {
    switch value {
    case .byte(let number): writer.set(number, at: place)
    case .short(let number): writer.set(number, at: place)
    case .int(let number): writer.set(number, at: place)
    case .long(let number): writer.set(number, at: place)
    case .table(let table): table.write(to: &writer, from: place)
    case .text(let text):
      writer.align(to: 4)
      writer.setOffset(at: place)
      writer.append(UInt32(text.utf8.count))
      writer.append(contentsOf: text.utf8)
      writer.bytes.append(0)
    case .tables(let tables):
      writer.align(to: 4)
      writer.setOffset(at: place)
      writer.append(UInt32(tables.count))
      let first = writer.bytes.count
      writer.bytes += [UInt8](repeating: 0, count: 4 * tables.count)
      for (index, table) in tables.enumerated() { table.write(to: &writer, from: first + 4 * index) }
    case .pairs(let pairs):
      while (writer.bytes.count + 4) % 8 != 0 { writer.bytes.append(0) }
      writer.setOffset(at: place)
      writer.append(UInt32(pairs.count))
      for (first, second) in pairs {
        writer.append(first)
        writer.append(second)
      }
    }
  }
}

extension ByteWriter {
  fileprivate mutating func set<T: FixedWidthInteger & BitwiseCopyable>(_ value: T, at place: Int) {
    var piece = ByteWriter()
    piece.append(value)
    bytes.replaceSubrange(place..<place + piece.bytes.count, with: piece.bytes)
  }

  /// Lets the offset at `place` lead to what is written next.
  fileprivate mutating func setOffset(at place: Int) { set(UInt32(bytes.count - place), at: place) }
}
