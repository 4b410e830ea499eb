internal import Glibc

/// Reads the lines of a file or pipe, packed with gzip or not, one after another; holds a piece of it, not the whole.
public struct LineFile {
  public let path: String
  private static let pieceSize = 1 << 18
  /// A longer line is an error: something else than lines is being read.
  public static let longestLine = 1 << 28

  /// - Parameter path: of a file; `-` for standard input.
  public init(path: String) { self.path = path }

  /// Calls `body` with the number of each line, from 1, and its bytes without line feed, and without a carriage return
  /// before it.
  ///
  /// - Throws: when the file cannot be read, or a line is over ``longestLine`` bytes long; and what `body` throws.
  public func forEach(_ body: (Int, ArraySlice<UInt8>) throws -> Void) throws {
    let stream = try InputStream(path: path)
    var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
    var filled = 0
    var number = 0
    while true {
      if filled == buffer.count {
        guard buffer.count < Self.longestLine else {
          throw BytesError.damaged(
            place: "\(path):\(number + 1)", section: "the line", detail: "is over \(Self.longestLine) bytes long")
        }
        buffer += [UInt8](repeating: 0, count: buffer.count)
      }
      let count = try unsafe buffer.withUnsafeMutableBytes {
        try unsafe stream.read(into: .init(rebasing: $0[filled...]))
      }
      let end = filled + count
      var start = 0
      while let feed = Self.feed(in: buffer, from: max(start, filled), to: end) {
        number += 1
        try body(number, Self.line(buffer, start..<feed))
        start = feed + 1
        filled = start
      }
      if count == 0 {
        if start < end { try body(number + 1, Self.line(buffer, start..<end)) }
        return
      }
      buffer.replaceSubrange(0..<end - start, with: buffer[start..<end])
      filled = end - start
      if buffer.count > Self.pieceSize, filled < Self.pieceSize / 2 { buffer.removeLast(buffer.count - Self.pieceSize) }
    }
  }

  private static func line(_ buffer: [UInt8], _ range: Range<Int>) -> ArraySlice<UInt8> {
    let line = buffer[range]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private static func feed(in buffer: [UInt8], from start: Int, to end: Int) -> Int? {
    unsafe buffer.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Int? in
      guard start < end, let base = bytes.baseAddress, let found = unsafe memchr(base + start, 10, end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
