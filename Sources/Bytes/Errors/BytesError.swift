internal import Glibc

/// What can be wrong with a file or a container, and its wording.
public enum BytesError: DiagnosticError, Equatable {
  case missing(path: String)
  case unreadable(path: String, errno: Int32)
  case directory(path: String)
  case notAFile(path: String)
  case empty(path: String)
  /// `found` is nil where reading ended at the limit; both in bytes.
  case tooLarge(path: String, found: Int?, limit: Int)
  /// A line of more than `limit` bytes.
  case longLine(place: String, limit: Int)
  /// `action` is the verb of the failed step: `write`, `rename`.
  case io(path: String, action: String, errno: Int32)
  /// Another process is changing the file.
  case busy(path: String)
  /// Another program wrote into a file that was to be changed, or put another one into its place.
  case changed(path: String)
  /// Another program made a file where a new one was to be.
  case appeared(path: String)
  case foreign(place: String?, expected: String, found: [UInt8])
  case newerVersion(place: String?, found: UInt32, newest: UInt32)
  case truncated(place: String?, expected: UInt64, found: UInt64)
  /// The header or section table contradicts itself.
  case damagedHeader(place: String?, detail: String)
  case missingSection(place: String?, name: String)
  case checksum(place: String?, section: String, expected: UInt32, found: UInt32)
  /// What a section says contradicts itself, though its checksum is right.
  case damaged(place: String?, section: String, detail: String)

  /// The error for a failed attempt to open `path`.
  static func opening(_ path: String, _ code: Int32) -> BytesError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .directory(path: path)
    case EACCES, EPERM, ELOOP, ENAMETOOLONG: .unreadable(path: path, errno: code)
    case ENXIO, ENODEV: .notAFile(path: path)
    default: .io(path: path, action: "open", errno: code)
    }
  }

  public var code: String {
    switch self {
    case .missing: "file.missing"
    case .unreadable: "file.unreadable"
    case .directory: "file.directory"
    case .notAFile: "file.kind"
    case .empty: "file.empty"
    case .tooLarge: "file.size"
    case .longLine: "file.line"
    case .io: "file.io"
    case .busy: "file.busy"
    case .changed: "file.changed"
    case .appeared: "file.appeared"
    case .foreign: "container.foreign"
    case .newerVersion: "container.version"
    case .truncated: "container.truncated"
    case .damagedHeader: "container.header"
    case .missingSection: "container.section"
    case .checksum: "container.checksum"
    case .damaged: "container.damaged"
    }
  }

  public var place: String? {
    switch self {
    case .missing(let path), .directory(let path), .notAFile(let path), .empty(let path), .busy(let path): path
    case .changed(let path), .appeared(let path): path
    case .unreadable(let path, _), .io(let path, _, _), .tooLarge(let path, _, _), .longLine(let path, _): path
    case .foreign(let place, _, _), .newerVersion(let place, _, _), .truncated(let place, _, _): place
    case .damagedHeader(let place, _), .missingSection(let place, _): place
    case .checksum(let place, _, _, _), .damaged(let place, _, _): place
    }
  }

  public var message: String {
    switch self {
    case .missing: "expected a file, found nothing there"
    case .unreadable(_, let code): "the file cannot be read: \(Self.text(of: code))"
    case .directory: "expected a file, found a directory"
    case .notAFile: "expected a regular file, found a device, pipe or socket"
    case .empty: "expected data, found an empty file"
    case .tooLarge(_, let found, let limit):
      "expected at most \(limit) bytes, found \(found.map(String.init) ?? "more")"
    case .longLine(_, let limit): "expected a line of at most \(limit) bytes, found a longer one"
    case .io(_, let action, let code): "cannot \(action): \(Self.text(of: code))"
    case .busy: "another process is changing the file"
    case .changed: "expected the file that was read, found one that another program put there or wrote into meanwhile"
    case .appeared: "expected nothing there, found a file that another program made meanwhile"
    case .foreign(_, let expected, let found):
      "expected a file that begins with \(expected), found \(Self.visible(found))"
    case .newerVersion(_, let found, let newest):
      "format version \(found) is newer than \(newest), the newest that this program reads"
    case .truncated(_, let expected, let found): "expected \(expected) bytes, found \(found)"
    case .damagedHeader(_, let detail): "the header is damaged: \(detail)"
    case .missingSection(_, let name): "the section \(name) is missing"
    case .checksum(_, let section, let expected, let found):
      "\(section) is damaged: expected checksum \(Self.hex(expected)), found \(Self.hex(found))"
    case .damaged(_, let section, let detail): "\(section) is damaged: \(detail)"
    }
  }

  public var remedy: String? {
    switch self {
    case .missing: "check the path"
    case .unreadable: "check the permissions of the file and of its folder"
    case .directory, .notAFile, .foreign: nil
    case .empty: "give a file with content"
    case .tooLarge: "split it into several files"
    case .longLine: "look whether it is the right file, and its format the right one"
    case .busy: "repeat when it is done"
    case .changed: "it stays as that program left it; look whether it is the right file, and repeat"
    case .appeared: "it stays as it is; look at it, and repeat with another path"
    case .io(_, _, let code): code == ENOSPC || code == EDQUOT ? "free some space and repeat" : nil
    case .newerVersion: "use a newer version of the program"
    case .truncated, .damagedHeader, .missingSection, .checksum, .damaged:
      "restore the file from a copy, or make it again"
    }
  }

  public var exitStatus: ExitStatus {
    switch self {
    case .missing, .unreadable, .directory, .notAFile: .noInput
    case .io, .busy, .changed, .appeared: .inputOutput
    case .empty, .tooLarge, .longLine, .foreign, .newerVersion, .truncated: .badData
    case .damagedHeader, .missingSection, .checksum, .damaged: .badData
    }
  }

  private static func text(of code: Int32) -> String {
    // strerror_r is not importable in its GNU form with a stable result; strerror's text for a valid code is static.
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: words)
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// `bytes` as text where they are printable ASCII, otherwise in hexadecimal.
  private static func visible(_ bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return "“\(String(decoding: bytes, as: UTF8.self))”" }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
