/// Where something stands in a schema file.
public struct SchemaPlace: Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// One-based.
  public var line: Int
  /// One-based, in bytes.
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
