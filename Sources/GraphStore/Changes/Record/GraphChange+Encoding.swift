internal import Bytes

/// The bytes of a change, and what they stand for.
struct EncodedChange {
  /// As FORMAT.md, “Changes”, gives them.
  var bytes: [UInt8]
  /// Rows of all its tables and lists together, heavy ones (``ChangeCoder/heavyRow``) counted as several.
  var rows: Int

  /// A change has at most so many rows for each byte that it takes packed: a row takes a byte or two before packing
  /// and a hundred in memory. What is said by texts has a tenth as many.
  private static let mostRowsPerByte = 2
  /// So many more, for changes of a few bytes.
  private static let freeRows = 256

  /// Whether so many rows may stand in `size` bytes of frames.
  static func mayHold(_ rows: Int, in size: Int) -> Bool { rows <= mostRows(in: size) }

  static func mostRows(in size: Int) -> Int { freeRows + mostRowsPerByte * size }
}

extension GraphChange {
  func encoded() -> EncodedChange {
    var writer = ChangeWriter()
    var tables = tables
    writer.code(&tables)
    return writer.finished()
  }

  /// Reads a change as ``encoded()`` writes it; nil when it is damaged.
  ///
  /// - Parameter packedSize: bytes that it took before it was unpacked.
  init?(encoded bytes: ByteView, packedSize: Int) {
    var reader = ChangeReader(bytes, mostRows: EncodedChange.mostRows(in: packedSize))
    var tables = Tables()
    reader.code(&tables)
    guard reader.isWhole else { return nil }
    self.init(tables)
  }
}
