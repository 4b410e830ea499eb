internal import Bytes

extension GraphChange {
  /// The change as FORMAT.md, “Changes”, gives it.
  func encoded() -> [UInt8] {
    var writer = ChangeWriter()
    var tables = tables
    writer.code(&tables)
    return writer.finished()
  }

  /// Reads a change as ``encoded()`` writes it; nil when it is damaged.
  init?(encoded bytes: ByteView) {
    var reader = ChangeReader(bytes)
    var tables = Tables()
    reader.code(&tables)
    guard reader.isWhole else { return nil }
    self.init(tables)
  }
}
