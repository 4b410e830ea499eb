internal import CZlib

/// Unpacks gzip (RFC 1952), by zlib.
enum Gzip {
  /// The most bytes that a file may unpack to: a few bytes can stand for any number.
  static let limit = 1 << 30

  /// Whether `bytes` begin as gzip does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B }

  /// The bytes that `bytes` pack, all members one after the other.
  ///
  /// - Throws: ``InputError/gzip(path:problem:)``, or ``InputError/tooLarge(path:bytes:limit:)`` above ``limit``.
  static func unpacked(_ bytes: [UInt8], path: String, limit: Int = limit) throws(InputError) -> [UInt8] {
    var result: [UInt8] = []
    var page = [UInt8](repeating: 0, count: 1 << 16)
    var start = 0
    repeat {
      var stream = unsafe z_stream()
      guard unsafe tercet_gunzip_begin(&stream) == Z_OK else {
        throw .gzip(path: path, problem: "no memory to unpack it")
      }
      defer { unsafe _ = inflateEnd(&stream) }
      var status = Z_OK
      while status != Z_STREAM_END {
        // At most a page of input a call, so that 32-bit counts are enough.
        let end = min(start + page.count, bytes.count)
        let (code, taken, made) = unsafe Self.step(&stream, bytes, start..<end, &page)
        status = code
        start += taken
        result += page[..<made]
        guard result.count <= limit else { throw .tooLarge(path: path, bytes: .max, limit: limit) }
        guard status == Z_OK || status == Z_STREAM_END else {
          throw .gzip(
            path: path, problem: status == Z_BUF_ERROR ? "it ends too early" : "it is damaged at byte \(start)")
        }
        if status == Z_OK, taken == 0, made == 0 { throw .gzip(path: path, problem: "it ends too early") }
      }
    } while start < bytes.count && isGzip(Array(bytes[start..<min(start + 3, bytes.count)]))
    return result
  }

  @unsafe
  private static func step(
    _ stream: inout z_stream, _ bytes: [UInt8], _ range: Range<Int>, _ page: inout [UInt8]
  ) -> (code: Int32, taken: Int, made: Int) {
    let room = page.count
    return unsafe bytes.withUnsafeBufferPointer { input in
      unsafe page.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { unsafe $0 + range.lowerBound })
        unsafe stream.avail_in = UInt32(range.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(room)
        let code = unsafe inflate(&stream, Z_NO_FLUSH)
        return unsafe (code, range.count - Int(stream.avail_in), room - Int(stream.avail_out))
      }
    }
  }
}
