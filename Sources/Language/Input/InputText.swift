/// Checks that bytes are text.
enum InputText {
  /// `bytes` without a byte order mark.
  ///
  /// - Throws: ``InputError/notUTF8(path:offset:)`` or ``InputError/binary(path:offset:)`` with the offset in the file.
  static func checked(_ bytes: [UInt8], path: String) throws(InputError) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .notUTF8(path: path, offset: 0) }
    if let offset = bytes.firstIndex(of: 0) { throw .binary(path: path, offset: offset) }
    if let offset = firstInvalid(bytes) { throw .notUTF8(path: path, offset: offset) }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Offset of the first byte that belongs to no character; nil when all do.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let glyph = bytes.glyph(at: index)
      if glyph.length == 1 { return index }
      index += glyph.length
    }
    return nil
  }

  /// Whether there is nothing but white space from `start` on.
  static func isEmpty(_ bytes: [UInt8], from start: Int = 0) -> Bool {
    var index = start
    while index < bytes.count {
      let glyph = bytes.glyph(at: index)
      if !glyph.kind.isSpace { return false }
      index += glyph.length
    }
    return true
  }
}
