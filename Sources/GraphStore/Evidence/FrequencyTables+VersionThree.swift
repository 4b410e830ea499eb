internal import Bytes

extension FrequencyTables {
  /// How tables lie in a store.
  enum Form {
    /// How long each is, then all symbols, then all frequencies.
    case columns
    /// Each with its symbols and frequencies, up to version 3.
    case rows
  }

  /// Reads tables as stores up to version 3 have them; nil when they are damaged.
  ///
  /// - Parameters:
  ///   - contextLimit: no context is this high.
  ///   - fields: those that have tables.
  init?(rows bytes: ByteView, contextLimit: Int, fields: ArraySlice<EvidenceField>) {
    self.init()
    var reader = ByteReader(bytes)
    for field in fields {
      guard let tables = reader.readVarint() else { return nil }
      var context = -1
      // Every table takes bytes, which bounds the loop.
      for _ in 0..<tables {
        guard let next = reader.readContext(behind: context, of: field, limit: contextLimit),
          let count = readEntries(&reader), count > 0
        else { return nil }
        context = next
        end(field, context: context)
      }
      guard let shared = readEntries(&reader) else { return nil }
      if shared > 0 { end(field, context: nil) }
    }
    guard reader.isAtEnd else { return nil }
  }

  /// Reads the entries of a table; how many there are, nil when they are damaged.
  private mutating func readEntries(_ reader: inout ByteReader) -> Int? {
    guard let count = reader.readVarint(), count <= 256 else { return nil }
    var slots = 0
    for _ in 0..<count {
      guard let symbol = reader.read(UInt8.self), let frequency = reader.readVarint(), frequency > 0,
        frequency <= UInt64(Self.scale - slots)
      else { return nil }
      append(symbol, UInt16(frequency))
      slots += Int(frequency)
    }
    return count == 0 || slots == Self.scale ? Int(count) : nil
  }
}
