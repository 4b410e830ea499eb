internal import Bytes
internal import Glibc

/// The text of a script.
enum ScriptFile {
  /// Bytes of a script: a thousand times what anybody writes, and read in a moment.
  static let longest = 16 << 20

  /// Reads a whole file; `-` is standard input.
  ///
  /// - Parameter kinds: nothing is waited for where only regular files are accepted.
  /// - Throws: when it cannot be read, is none of `kinds`, is over ``longest`` bytes long, or is no UTF-8.
  static func read(_ path: String, accepting kinds: InputStream.Kinds = .all) throws(CommandError) -> String {
    let bytes: [UInt8]
    do {
      bytes = try InputStream(FilePath(path), accepting: kinds, unpacks: false).readAll(limit: longest)
    } catch {
      switch error {
      case .directory: throw .isFolder(path)
      case .notAFile: throw .notAFile(path)
      case .tooLarge: throw .scriptTooLong(path: path, limit: longest)
      case .missing: throw .cannotRead(path: path, reason: ENOENT)
      case .unreadable(_, let reason), .io(_, _, let reason): throw .cannotRead(path: path, reason: reason)
      default: throw .cannotRead(path: path, reason: EIO)
      }
    }
    return try text(bytes, of: path)
  }

  /// `bytes` as text without byte order mark.
  static func text(_ bytes: [UInt8], of path: String) throws(CommandError) -> String {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: content, as: UTF8.self) { return text.replacing("\r\n", with: "\n") }
    var valid = 0
    var decoder = UTF8()
    var iterator = content.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): valid += UTF8.width(scalar)
      case .emptyInput, .error: break decoding
      }
    }
    throw .notUTF8(path: path, offset: valid)
  }
}
