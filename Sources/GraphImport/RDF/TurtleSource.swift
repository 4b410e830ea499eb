internal import Bytes

/// What serd reads a Turtle file from.
final class TurtleSource {
  static let pageSize = 4096

  private let stream: InputStream
  private let path: String
  private var nesting = TurtleNesting()
  private(set) var error: (any Error)?

  init(_ stream: InputStream, path: String) {
    self.stream = stream
    self.path = path
  }

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
      for place in 0..<filled where unsafe !nesting.allows(buffer[place]) {
        throw ImportError.syntax(
          path: path, line: nesting.line, column: 1,
          detail: "brackets stand in one another more than \(TurtleNesting.deepest) deep")
      }
    } catch {
      self.error = error
      return 0
    }
    return filled
  }
}
