/// Reads the lines of a file or pipe, packed with gzip or not, one after another; holds a piece of it, not the whole.
public struct LineFile {
  public let path: String
  /// Bytes of the longest line. More than a triple of the longest names takes, and little enough that what is made of a
  /// line stays far below 300 MB.
  public static let longestLine = 16 << 20

  /// - Parameter path: of a file; `-` for standard input.
  public init(path: String) { self.path = path }

  /// Calls `body` with the number of each line, from 1, and its bytes without line feed, and without a carriage return
  /// before it.
  ///
  /// - Throws: when the file cannot be read, or a line is over ``longestLine`` bytes long; and what `body` throws.
  public func forEach(_ body: (Int, ArraySlice<UInt8>) throws -> Void) throws {
    var lines = StreamLines(try InputStream(path: path), longest: Self.longestLine)
    while let line = try lines.next() { try body(lines.number, line) }
  }
}
