internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import Glibc

/// Where answers go that are not for the standard output: a file, or a command of the shell.
final class AnswerDestination {
  let stream: TextStream
  /// The format that the ending of the file asks for; nil for none.
  let format: AnswerFormat?
  private enum Kind {
    case command(ShellCommand)
    /// What is written is in a file without a name until all of it is there.
    case file(String, appends: Bool, descriptor: Int32)
    /// The file itself, for answers that come one after another.
    case stream(descriptor: Int32)
  }
  private let kind: Kind
  /// The first line of a file of tsv or csv behind which answers are put, the names of its columns; nil where there is
  /// none.
  var heading: String?
  /// Whether it is a file in which nothing stands before.
  let beginsTable: Bool

  /// - Parameters:
  ///   - isLasting: whether it is for answers to come, which are there as soon as they are given.
  ///   - home: the folder that `~` stands for; nil for none.
  /// - Throws: ``CommandError/cannotStart(_:reason:)``, or where no file can be made there.
  init(_ redirection: Redirection, isLasting: Bool, home: String?) throws(CommandError) {
    switch redirection {
    case .command(let command):
      let program = try ShellCommand(command)
      kind = .command(program)
      stream = TextStream(descriptor: program.descriptor, name: command)
      format = nil
      beginsTable = false
    case .file(let written, let appends):
      let path = written.hasPrefix("~/") ? (home ?? "~") + written.dropFirst(1) : written
      try ExportTarget.refuseStore(path)
      format = try Self.format(of: path)
      try ExportTarget.refuseUnwritable(path)
      if appends, format == .csv || format == .tsv { heading = Self.firstLine(of: path) }
      beginsTable = !appends || Self.isEmpty(path)
      let descriptor: Int32
      if isLasting {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC), 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: errno) }
        kind = .stream(descriptor: descriptor)
      } else {
        descriptor = try Self.unnamedFile(beside: path)
        kind = .file(path, appends: appends, descriptor: descriptor)
      }
      stream = TextStream(descriptor: descriptor, name: path)
    }
  }

  deinit {
    switch kind {
    case .file(_, _, let descriptor), .stream(let descriptor): close(descriptor)
    case .command: break
    }
  }

  /// Whether a command reads what is written, which it may stop to do.
  var isCommand: Bool { if case .command = kind { true } else { false } }

  /// Ends it: the file has all of the answer, or the command has come to its end.
  ///
  /// - Returns: the exit status of the command; 0 for a file.
  func finish() throws(CommandError) -> Int32 {
    switch kind {
    case .command(let program):
      do { try stream.flush() } catch { if error != .closedPipe { throw error } }
      return program.finish()
    case .stream:
      try stream.flush()
      return 0
    case .file(let path, let appends, let descriptor):
      try stream.flush()
      do throws(BytesError) {
        if appends {
          try Self.append(descriptor, to: path)
        } else {
          try AtomicFile.replace(path) { write throws(BytesError) in try Self.copy(descriptor, path, to: write) }
        }
      } catch { throw .cannotWrite(path: path, reason: Self.reason(error)) }
      return 0
    }
  }

  /// Whether it is for all answers to come.
  var isLasting: Bool { if case .stream = kind { true } else { false } }

  /// The format that the ending of a file asks for; nil for a file without one.
  ///
  /// - Throws: for an ending of an export, and of nothing.
  private static func format(of path: String) throws(CommandError) -> AnswerFormat? {
    if let format = AnswerFormat.ofFile(path) { return format }
    if let export = ExportFormat(path: path) {
      throw .endingOfExport(path: path, format: export.rawValue, known: AnswerFormat.endingNames)
    }
    guard let ending = AnswerFormat.ending(of: path) else { return nil }
    throw .endingOfNoFormat(path: path, ending: ending, known: AnswerFormat.endingNames)
  }

  /// Whether nothing is in the file, or it is not there.
  private static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) != 0 || status.st_size == 0
  }

  /// The first line of a file, without the line feed; nil for a file that is not there, is empty, or has a very long
  /// one.
  private static func firstLine(of path: String) -> String? {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: longestHeading)
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0, let end = buffer[..<count].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    return String(decoding: buffer[..<end], as: UTF8.self)
  }

  private static let longestHeading = 1 << 14

  private static func unnamedFile(beside path: String) throws(CommandError) -> Int32 {
    // A device has a folder in which files are no use.
    let folder = path.hasPrefix("/dev/") ? "/tmp" : AtomicFile.folder(of: path)
    do { return try NamelessFile.open(in: folder) } catch { throw .cannotWrite(path: path, reason: reason(error)) }
  }

  private static func reason(_ error: BytesError) -> Int32 {
    if case .io(_, _, let reason) = error { reason } else { EIO }
  }

  private static func append(_ source: Int32, to path: String) throws(BytesError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .io(path: path, action: "open", errno: errno) }
    defer { close(descriptor) }
    try copy(source, path) { bytes throws(BytesError) in
      let reason = TextStream.writeAll(bytes, to: descriptor)
      guard reason == 0 else { throw .io(path: path, action: "write", errno: reason) }
    }
  }

  private static func copy(
    _ source: Int32, _ path: String, to write: ([UInt8]) throws(BytesError) -> Void
  ) throws(BytesError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(source, $0.baseAddress, $0.count, off_t(offset))
      }
      if count < 0 { throw .io(path: path, action: "read back", errno: errno) }
      if count == 0 { return }
      try write(Array(buffer[..<count]))
      offset += count
    }
  }
}
