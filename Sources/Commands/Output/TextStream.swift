internal import Glibc

/// A buffered stream of bytes to a file descriptor, or to memory in tests.
public final class TextStream {
  private let descriptor: Int32?
  /// What messages call it: `standard output`.
  private let name: String
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  /// A stream to an open descriptor, which it does not close.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// A stream that keeps what is written.
  public init() {
    descriptor = nil
    name = "memory"
  }

  /// What a stream to memory has been given.
  public var contents: String { String(decoding: buffer, as: UTF8.self) }

  public func write(_ text: String) throws(CommandError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  public func write(bytes: [UInt8]) throws(CommandError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  public func writeLine(_ text: String) throws(CommandError) { try write(text + "\n") }

  /// Hands everything on to the descriptor.
  ///
  /// - Throws: ``CommandError/closedPipe`` when nobody reads any more, ``CommandError/cannotWrite(path:reason:)``
  ///   otherwise. What was not written is dropped, so that a later flush does not repeat it.
  public func flush() throws(CommandError) {
    guard let descriptor, !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    let reason = Self.writeAll(buffer, to: descriptor)
    if reason == EPIPE { throw .closedPipe }
    if reason != 0 { throw .cannotWrite(path: name, reason: reason) }
  }

  /// Writes all of `bytes`; 0 or the number of the error.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { all in
      var done = 0
      while done < all.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[done...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR || errno == EAGAIN { continue }
          return errno
        }
        done += count
      }
      return 0
    }
  }
}
