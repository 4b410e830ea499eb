internal import Bytes
internal import Glibc

/// A buffered stream of bytes to a file descriptor, or to memory in tests.
///
/// It is the one door to a terminal: what goes there can be seen (``VisibleText``), and only a ``RenderedLine`` and the
/// status line bring escape sequences. A file or a pipe gets text byte for byte.
public final class TextStream {
  private let descriptor: Int32?
  private let isTerminal: Bool
  private let mayBeLost: Bool
  /// What messages call it: `standard output`.
  private let name: String
  private var buffer: [UInt8] = []
  /// What is written goes through it until the next ``flush()``; nil for none.
  var pager: Pager?
  private static let capacity = 1 << 16

  /// A stream to an open descriptor, which it does not close.
  ///
  /// - Parameter mayBeLost: whether what cannot be written is dropped without an error: what is said about work changes
  ///   nothing about the work.
  public init(descriptor: Int32, name: String, mayBeLost: Bool = false) {
    self.descriptor = descriptor
    self.name = name
    self.mayBeLost = mayBeLost
    isTerminal = isatty(descriptor) == 1
  }

  /// Whether nobody reads any more what is written up to the next ``flush()``.
  var isLeft: Bool { pager?.isLeft ?? false }

  /// A stream that keeps what is written.
  public init(asTerminal isTerminal: Bool = false) {
    descriptor = nil
    name = "memory"
    mayBeLost = false
    self.isTerminal = isTerminal
  }

  /// What a stream to memory has been given.
  public var contents: String { String(decoding: buffer, as: UTF8.self) }

  /// Writes text of any number of lines.
  public func write(_ text: String) throws(CommandError) {
    try put(isTerminal ? VisibleText.of(text, keeping: .lines) : text)
  }

  /// Writes whole lines, or whole characters of them.
  public func write(bytes: [UInt8]) throws(CommandError) {
    if isTerminal { return try write(String(decoding: bytes, as: UTF8.self)) }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try passOn() }
  }

  /// Writes one line, whose tabs are layout; a carriage return at its end, as lines of CSV have, is for files alone.
  public func writeLine(_ text: String) throws(CommandError) {
    guard isTerminal else { return try put(text + "\n") }
    let line = text.utf8.last == UInt8(ascii: "\r") ? String(text.unicodeScalars.dropLast()) : text
    try put(VisibleText.of(line, keeping: .tabs) + "\n")
  }

  func writeLine(_ line: RenderedLine) throws(CommandError) { try put(line.text + "\n") }

  /// Puts `status` in the place of the line at the cursor, and the cursor behind it.
  func write(status: String) throws(CommandError) { try put("\r\(VisibleText.of(status))\u{1B}[K") }

  private func put(_ text: String) throws(CommandError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try passOn() }
  }

  /// Makes room for more: a page does not end with it.
  private func passOn() throws(CommandError) {
    guard let pager else { return try flush() }
    pager.take(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Hands everything on to the descriptor; with a pager, waits until the reader has seen it.
  ///
  /// - Throws: unless it may be lost, ``CommandError/closedPipe`` when nobody reads any more,
  ///   ``CommandError/cannotWrite(path:reason:)`` otherwise. What was not written is dropped, so that a later flush
  ///   does not repeat it.
  public func flush() throws(CommandError) {
    if let pager {
      try passOn()
      buffer = pager.finish()
    }
    guard let descriptor, !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    let reason = Self.writeAll(buffer, to: descriptor)
    if mayBeLost { return }
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
