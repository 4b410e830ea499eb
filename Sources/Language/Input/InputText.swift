/// Checks that bytes are text.
enum InputText {
  /// What some programs write at the start of UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// `bytes` as UTF-8 without a byte order mark, and the encoding that was assumed where they are not UTF-8.
  ///
  /// - Throws: ``InputError/notUTF8(path:offset:)`` or ``InputError/binary(path:offset:)`` with the offset in the file
  ///   where they are no text.
  static func decoded(
    _ bytes: [UInt8], path: String
  ) throws(InputError) -> (text: [UInt8], assumed: TextEncoding?) {
    do throws(InputError) {
      if TextEncoding.isUTF16(bytes) { throw .notUTF8(path: path, offset: 0) }
      try check(bytes[...], path: path)
      return (bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes, nil)
    } catch {
      guard let encoding = TextEncoding.guess(bytes), let text = encoding.utf8(bytes), !text.contains(0) else {
        throw error
      }
      return (text, encoding)
    }
  }

  /// What the bytes are that begin with `head` and would pass for text; nil where they may be one.
  static func foreignKind(_ head: ArraySlice<UInt8>) -> String? {
    if head.starts(with: "{\\rtf".utf8) { return "Rich Text (RTF)" }
    if head.starts(with: "%!PS".utf8) { return "PostScript" }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Office file (.doc, .xls, .ppt)" }
    return nil
  }

  /// - Throws: as ``decoded(_:path:)``, with the offset in `bytes`.
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
