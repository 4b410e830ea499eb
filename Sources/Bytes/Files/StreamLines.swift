internal import Glibc

/// The lines of a stream one after another; holds a piece of it, not the whole.
public struct StreamLines {
  private static let pieceSize = 1 << 18

  private let stream: InputStream
  private let longest: Int
  private var buffer = [UInt8](repeating: 0, count: pieceSize)
  /// Where the next line begins, how far a line feed was looked for, and how far bytes were read.
  private var start = 0
  private var searched = 0
  private var filled = 0
  private var isAtEnd = false
  /// What went wrong while it was looked whether there is a line; it is thrown by the next one who asks for it.
  private var failure: BytesError?
  /// Lines given so far.
  public private(set) var number = 0

  /// - Parameter longest: bytes that a line may have.
  public init(_ stream: InputStream, longest: Int) {
    self.stream = stream
    self.longest = longest
  }

  /// The bytes of the next line without line feed, and without a carriage return before it; nil at the end.
  ///
  /// - Throws: when the stream cannot be read, or the line is too long.
  public mutating func next() throws(BytesError) -> ArraySlice<UInt8>? {
    if let failure { throw failure }
    while true {
      if let feed = Self.feed(in: buffer, from: searched, to: filled) { return take(to: feed, nextAt: feed + 1) }
      searched = filled
      if isAtEnd { return start < filled ? take(to: filled, nextAt: filled) : nil }
      try fill()
    }
  }

  /// Whether the next line is not there yet, and reading it would wait for whoever writes it.
  public mutating func mustWait() -> Bool {
    do throws(BytesError) {
      while true {
        if failure != nil || isAtEnd || Self.feed(in: buffer, from: searched, to: filled) != nil { return false }
        searched = filled
        if !stream.isReady { return true }
        try fill()
      }
    } catch {
      failure = error
      return false
    }
  }

  /// What was read of the line that is too long.
  public var begun: ArraySlice<UInt8> { buffer[start..<filled] }

  /// Passes the line that is too long, of which nothing is kept.
  public mutating func skipLine() {
    failure = nil
    number += 1
    do throws(BytesError) {
      while true {
        if let feed = Self.feed(in: buffer, from: searched, to: filled) {
          (start, searched) = (feed + 1, feed + 1)
          return
        }
        (start, searched, filled) = (0, 0, 0)
        if isAtEnd { return }
        try fill()
      }
    } catch {
      failure = error
    }
  }

  private mutating func take(to end: Int, nextAt next: Int) -> ArraySlice<UInt8> {
    let line = buffer[start..<end]
    number += 1
    start = next
    searched = next
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private mutating func fill() throws(BytesError) {
    if start > 0 {
      let (from, count) = (start, filled - start)
      unsafe buffer.withUnsafeMutableBytes { bytes in
        if let base = bytes.baseAddress { unsafe _ = memmove(base, base + from, count) }
      }
      (start, searched, filled) = (0, count, count)
    }
    if filled == buffer.count {
      guard filled <= longest else { throw .longLine(place: "\(stream.path):\(number + 1)", limit: longest) }
      buffer += [UInt8](repeating: 0, count: min(filled, longest + 1 - filled))
    }
    let free = filled
    let count = try unsafe buffer.withUnsafeMutableBufferPointer { bytes throws(BytesError) in
      try unsafe stream.read(into: .init(UnsafeMutableBufferPointer(rebasing: bytes[free...])))
    }
    filled += count
    isAtEnd = count == 0
  }

  private static func feed(in buffer: [UInt8], from start: Int, to end: Int) -> Int? {
    unsafe buffer.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Int? in
      guard start < end, let base = bytes.baseAddress, let found = unsafe memchr(base + start, 10, end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
