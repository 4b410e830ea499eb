internal import Bytes

/// Writes rows as a stream of Arrow: the schema, record batches, and the mark of the end. Readers are pyarrow, Spark,
/// DuckDB, Polars and nanoarrow, among others.
///
/// Source: Arrow columnar format 1.5, "Serialization and Interprocess Communication"; Message.fbs.
public struct ArrowStream {
  /// Rows of a batch, and its bytes, beyond which it is best written.
  private static let mostRows = 4_096
  private static let mostBytes = 1 << 20
  /// Version 5 of the metadata.
  private static let version: Int16 = 4
  /// Numbers of the union `MessageHeader`.
  private static let schemaHeader: UInt8 = 1
  private static let batchHeader: UInt8 = 3

  private let fields: [RowField]
  private var columns: [ArrowColumn]
  private var rows = 0

  /// - Parameter fields: of each row, in order.
  public init(_ fields: [RowField]) {
    self.fields = fields
    columns = fields.map { ArrowColumn($0.kind) }
  }

  /// What the stream begins with.
  public var schema: [UInt8] {
    // Little-endian, which is the default.
    let table = FlatTable(fields: [1: .tables(fields.map(ArrowField.table))])
    return Self.message(Self.schemaHeader, table, body: [])
  }

  /// What the stream ends with.
  public static let end: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]

  /// Adds a row to the batch.
  ///
  /// - Parameter values: by the fields; what is missing at the end is none.
  /// - Complexity: O(their length).
  public mutating func append(_ values: [RowValue]) {
    for index in columns.indices { columns[index].append(index < values.count ? values[index] : .none) }
    rows += 1
  }

  /// Whether the batch has no row.
  public var isEmpty: Bool { rows == 0 }

  /// Whether the batch is large enough to be written.
  public var isFull: Bool {
    rows >= Self.mostRows || columns.reduce(0) { $0 + $1.byteCount } >= Self.mostBytes
  }

  /// The batch of the rows that were added since the last one; it may have none.
  ///
  /// - Complexity: O(its bytes).
  public mutating func takeBatch() -> [UInt8] {
    var nodes: [(Int64, Int64)] = []
    var buffers: [(Int64, Int64)] = []
    var body = ByteWriter()
    for column in columns {
      column.write { count, nullCount in
        nodes.append((Int64(count), Int64(nullCount)))
      } buffer: { bytes in
        buffers.append((Int64(body.bytes.count), Int64(bytes.count)))
        body.append(contentsOf: bytes)
        body.align(to: 8)
      }
    }
    let table = FlatTable(fields: [0: .long(Int64(rows)), 1: .pairs(nodes), 2: .pairs(buffers)])
    columns = fields.map { ArrowColumn($0.kind) }
    rows = 0
    return Self.message(Self.batchHeader, table, body: body.bytes)
  }

  /// A message with its length before it, and its body.
  private static func message(_ kind: UInt8, _ header: FlatTable, body: [UInt8]) -> [UInt8] {
    let metadata = FlatTable(fields: [
      0: .short(version), 1: .byte(kind), 2: .table(header), 3: .long(Int64(body.count)),
    ]).encoded
    var writer = ByteWriter()
    writer.append(UInt32.max)
    writer.append(Int32(metadata.count))
    writer.append(contentsOf: metadata)
    writer.append(contentsOf: body)
    return writer.bytes
  }
}
