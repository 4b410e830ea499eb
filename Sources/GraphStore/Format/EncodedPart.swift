internal import Bytes
internal import ExternalSort

/// Some bytes of a store to be written, in memory or on the disk.
enum EncodedPart {
  case memory([UInt8])
  /// Bytes that were flushed.
  case scratch(ScratchFile, Range<Int>)

  /// Bytes of the disk that are held at a time.
  private static let pieceSize = 1 << 18

  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .scratch(_, let range): range.count
    }
  }

  /// Calls `body` with the bytes, piece by piece.
  func forEachPiece(_ body: ([UInt8]) throws(BytesError) -> Void) throws(BytesError) {
    switch self {
    case .memory(let bytes): try body(bytes)
    case .scratch(let file, let range):
      var reader = ScratchReader(file, range)
      while !reader.isAtEnd { try body(try reader.bytes(Self.pieceSize)) }
    }
  }
}
