/// A place in the text of a script or of a line typed.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  /// UTF-8 bytes from the start of the text.
  public var offset: Int

  public init(line: Int = 1, column: Int = 1, offset: Int = 0) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool { a.offset < b.offset }

  /// Steps over one byte: a line feed begins a line, the continuation bytes of UTF-8 count for nothing.
  mutating func advance(over byte: UInt8) {
    offset += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}

/// A stretch of source text; empty at the place where something is missing.
public struct SourceRange: Sendable, Hashable {
  public var start: SourcePosition
  /// Behind the last character.
  public var end: SourcePosition

  public init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }
}
