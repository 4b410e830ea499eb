internal import GraphQuery
internal import Glibc

/// The lines of standard input as they come; of a very long one, parts.
struct InputLines {
  private let cancellation: Cancellation
  private var buffer: [UInt8] = []
  /// Where in the buffer the next line begins, and up to where its end was looked for.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  private var offset = 0

  init(cancellation: Cancellation) { self.cancellation = cancellation }

  /// The next line with its newline, or a part of one that is very long; nil at the end and when interrupted.
  ///
  /// - Throws: ``CommandError/notUTF8(path:offset:)``, or what the system says to reading.
  mutating func next() throws(CommandError) -> String? {
    while true {
      if let newline = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return try take(newline + 1) }
      searched = buffer.count
      if isAtEnd { return start == buffer.count ? nil : try take(buffer.count) }
      if buffer.count - start >= Self.longestPart { return try take(endOfPart) }
      try fill()
      if cancellation.isCancelled { return nil }
    }
  }

  /// So many bytes are waited for at most: what is longer is no statement.
  private static let longestPart = 64 << 10

  /// The last place in the buffer that is neither inside a character nor between `\r` and what follows.
  private var endOfPart: Int {
    var end = buffer.count
    while end > start + 1, buffer[end - 1] & 0xC0 == 0x80 { end -= 1 }
    return end - 1 > start ? end - 1 : buffer.count
  }

  private mutating func take(_ end: Int) throws(CommandError) -> String {
    let bytes = Array(buffer[start..<end])
    start = end
    searched = max(searched, end)
    do {
      let text = try ScriptFile.text(bytes, of: "standard input")
      offset += bytes.count
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
    buffer.removeFirst(start)
    searched -= start
    start = 0
    buffer += part[..<count]
  }
}
