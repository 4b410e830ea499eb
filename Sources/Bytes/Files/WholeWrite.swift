internal import Glibc

/// Writes all of `bytes`, however often the system takes only a part of them.
///
/// - Parameter step: writes what it is given, which begins so many bytes on, as `write` does, and returns what that
///   returns.
/// - Throws: when a step fails; `path` and `action` are what the error names.
package func writeWhole(
  _ bytes: [UInt8], path: String, action: String = "write", step: (UnsafeRawBufferPointer, Int) -> Int
) throws(BytesError) {
  var done = 0
  while done < bytes.count {
    let part = unsafe bytes.withUnsafeBytes { unsafe step(UnsafeRawBufferPointer(rebasing: $0[done...]), done) }
    if part < 0 {
      if errno == EINTR { continue }
      throw .io(path: path, action: action, errno: errno)
    }
    done += part
  }
}
