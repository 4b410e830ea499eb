internal import Bytes

/// Unpacks gzip (RFC 1952), by zlib.
enum Gzip {
  /// The most bytes that a file may unpack to: a few bytes can stand for any number.
  static let limit = 1 << 30

  /// The bytes that `bytes` pack, all members one after the other.
  ///
  /// - Throws: ``InputError/gzip(path:problem:)``, or ``InputError/tooLarge(path:bytes:limit:)`` above ``limit``.
  static func unpacked(_ bytes: [UInt8], path: String, limit: Int = limit) throws(InputError) -> [UInt8] {
    try unpack(bytes, path: path, limit: limit).get()
  }

  private static func unpack(_ bytes: [UInt8], path: String, limit: Int) -> Result<[UInt8], InputError> {
    var result: [UInt8] = []
    var page = [UInt8](repeating: 0, count: 1 << 16)
    var start = 0
    do throws(Gunzip.Problem) {
      let gunzip = try Gunzip()
      repeat {
        gunzip.begin()
        var isDone = false
        while !isDone {
          // At most a page of input a call, so that 32-bit counts are enough.
          let end = min(start + page.count, bytes.count)
          let step = try unsafe bytes.withUnsafeBufferPointer { input throws(Gunzip.Problem) in
            try unsafe page.withUnsafeMutableBufferPointer { output throws(Gunzip.Problem) in
              try unsafe gunzip.step(.init(UnsafeBufferPointer(rebasing: input[start..<end])), into: .init(output))
            }
          }
          start += step.taken
          result += page[..<step.made]
          isDone = step.endsMember
          guard result.count <= limit else { return .failure(.tooLarge(path: path, bytes: .max, limit: limit)) }
          if !isDone, step.taken == 0, step.made == 0 {
            return .failure(.gzip(path: path, problem: "it ends too early"))
          }
        }
      } while Gunzip.isGzip(bytes[start...])
    } catch {
      let problem = error == .damaged ? "it is damaged at byte \(start)" : "no memory to unpack it"
      return .failure(.gzip(path: path, problem: problem))
    }
    return .success(result)
  }
}
