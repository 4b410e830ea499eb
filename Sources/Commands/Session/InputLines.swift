internal import GraphQuery
internal import Glibc

/// The lines of standard input as they come.
struct InputLines {
  private let cancellation: Cancellation
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private var offset = 0

  init(cancellation: Cancellation) { self.cancellation = cancellation }

  /// The next line with its newline; nil at the end and when interrupted.
  ///
  /// - Throws: ``CommandError/notUTF8(path:offset:)``, or what the system says to reading.
  mutating func next() throws(CommandError) -> String? {
    while true {
      if let newline = buffer.firstIndex(of: UInt8(ascii: "\n")) { return try take(newline + 1) }
      if isAtEnd { return buffer.isEmpty ? nil : try take(buffer.count) }
      try fill()
      if cancellation.isCancelled { return nil }
    }
  }

  private mutating func take(_ count: Int) throws(CommandError) -> String {
    let bytes = Array(buffer[..<count])
    buffer.removeFirst(count)
    do {
      let text = try ScriptFile.text(bytes, of: "standard input")
      offset += count
      return text
    } catch {
      if case .notUTF8(let path, let place) = error { throw .notUTF8(path: path, offset: offset + place) }
      throw error
    }
  }

  private mutating func fill() throws(CommandError) {
    // An interrupt just before the read would not break it off: look up now and then.
    var ready = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    if unsafe poll(&ready, 1, 100) <= 0 { return }
    var part = [UInt8](repeating: 0, count: 1 << 14)
    let count = unsafe part.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { return }
    guard count >= 0 else { throw .cannotRead(path: "standard input", reason: errno) }
    if count == 0 { isAtEnd = true }
    buffer += part[..<count]
  }
}
