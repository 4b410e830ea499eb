internal import Bytes
internal import Turtle

/// What serd reads a Turtle file from.
final class TurtleSource {
  static let pageSize = 4096

  private let stream: InputStream
  private let path: String
  /// More than an ontology has, and far fewer than a stack holds.
  private static let mostLevels = 1000
  private var nesting = TurtleNesting(most: mostLevels)
  private(set) var line = 1
  /// Bytes of a statement: more than the longest names take. serd keeps a whole name in memory.
  private static let longestStatement = LineFile.longestLine
  /// Bytes read since the last statement ended.
  private var open = 0
  private(set) var error: (any Error)?

  init(_ stream: InputStream, path: String) {
    self.stream = stream
    self.path = path
  }

  /// A statement or directive ended among the bytes read last.
  func endStatement() { open = 0 }

  // Handed to serd by the one call that uses it, and alive as long as that lasts.
  @unsafe
  static func from(_ handle: UnsafeMutableRawPointer?) -> TurtleSource {
    unsafe Unmanaged<TurtleSource>.fromOpaque(handle!).takeUnretainedValue()
  }

  /// How many of `count` bytes there are; fewer only at the end, or at an error.
  @unsafe
  func read(_ address: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    let buffer = unsafe UnsafeMutableRawBufferPointer(start: address, count: count)
    var filled = 0
    do {
      while filled < count {
        let read = try unsafe stream.read(into: .init(rebasing: buffer[filled...]))
        if read == 0 { break }
        filled += read
      }
      open += filled
      guard open <= Self.longestStatement else {
        throw ImportError.syntax(
          path: path, line: line, column: 1, detail: "expected a statement of at most \(Self.longestStatement) bytes")
      }
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<filled])
      if let place = unsafe nesting.firstTooDeep(Span(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self))) {
        throw ImportError.syntax(
          path: path, line: unsafe line + bytes[..<place].count { $0 == 0x0A }, column: 1,
          detail: nesting.complaint)
      }
      line += unsafe bytes.count { $0 == 0x0A }
    } catch {
      self.error = error
      return 0
    }
    return filled
  }
}
