/// Checks that bytes are text.
enum InputText {
  /// What some programs write at the start of UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether `bytes` begin as UTF-16 does.
  static func isUTF16(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// `bytes` without a byte order mark.
  ///
  /// - Throws: ``InputError/notUTF8(path:offset:)`` or ``InputError/binary(path:offset:)`` with the offset in the file.
  static func checked(_ bytes: [UInt8], path: String) throws(InputError) -> [UInt8] {
    if isUTF16(bytes) { throw .notUTF8(path: path, offset: 0) }
    try check(bytes[...], path: path)
    return bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// - Throws: as ``checked(_:path:)``, with the offset in `bytes`.
  static func check(_ bytes: ArraySlice<UInt8>, path: String) throws(InputError) {
    if let place = bytes.firstIndex(of: 0) { throw .binary(path: path, offset: place - bytes.startIndex) }
    if let offset = firstInvalid(bytes) { throw .notUTF8(path: path, offset: offset) }
  }

  /// Offset of the first byte that belongs to no character; nil when all do.
  private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
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
