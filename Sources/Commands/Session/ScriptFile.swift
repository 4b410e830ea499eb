internal import Bytes
internal import Glibc

/// The text of a script.
enum ScriptFile {
  /// Reads a whole file; `-` is standard input.
  static func read(_ path: String) throws(CommandError) -> String {
    let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path: path, reason: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EISDIR { throw .isFolder(path) }
      guard count >= 0 else { throw .cannotRead(path: path, reason: errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
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
