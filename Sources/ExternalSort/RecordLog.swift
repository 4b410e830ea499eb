public import Bytes

/// Byte strings in the order in which they came, to be gone through again and again; what does not fit into memory
/// stands on the disk.
public final class RecordLog {
  private let folder: String
  private let memory: Int
  /// Records with their lengths before them, until they go to the disk.
  private var bytes = ByteWriter()
  private var file: ScratchFile?
  /// How many there are.
  public private(set) var count = 0

  /// - Parameters:
  ///   - folder: where the disk is used.
  ///   - memory: bytes of the records held, at most; all for `.max`.
  public init(folder: String, memory: Int) {
    self.folder = folder
    self.memory = memory
  }

  /// Adds a record.
  ///
  /// - Complexity: O(length of the record), amortized.
  public func append(_ record: some Collection<UInt8>) throws(BytesError) {
    count += 1
    if let file { return try file.appendCounted(record) }
    bytes.appendVarint(UInt64(record.count))
    bytes.append(contentsOf: record)
    guard bytes.bytes.count > memory else { return }
    let file = try ScratchFile(folder: folder)
    try file.append(contentsOf: bytes.bytes)
    self.file = file
    bytes = ByteWriter()
  }

  /// Goes through the records that are there, in order.
  public struct Reader {
    private enum Place {
      case memory(ByteReader)
      case disk(ScratchReader)
    }

    private var place: Place

    fileprivate init(_ file: ScratchFile) { place = .disk(ScratchReader(file, 0..<file.count)) }

    fileprivate init(_ bytes: [UInt8]) { place = .memory(ByteReader(ByteView(copying: bytes))) }

    /// The next record; nil behind the last one.
    public mutating func next() throws(BytesError) -> [UInt8]? {
      switch place {
      case .memory(var reader):
        guard let length = reader.readVarint(), let record = reader.readBytes(length) else { return nil }
        place = .memory(reader)
        return record.array()
      case .disk(var reader):
        if reader.isAtEnd { return nil }
        let record = try reader.counted()
        place = .disk(reader)
        return record
      }
    }
  }

  /// - Complexity: O(bytes of all records) where they are in memory.
  public func reader() throws(BytesError) -> Reader {
    guard let file else { return Reader(bytes.bytes) }
    try file.flush()
    return Reader(file)
  }
}
