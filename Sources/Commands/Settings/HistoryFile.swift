internal import Bytes
internal import GraphQuery
internal import Glibc

/// The statements typed at the prompt, kept between sessions: one a line, `\n` and `\\` escaped, newest last.
///
/// Each statement is appended at once under a lock, so that nothing is lost when a session is killed and two sessions
/// do not overwrite each other. Trouble with the file never disturbs the session, nor does whoever holds the lock.
public struct HistoryFile: Sendable {
  public let path: String
  /// How many entries are kept.
  public static let limit = 5000

  public init(path: String) { self.path = path }

  /// Where the history is kept; nil when it is switched off or there is no home.
  ///
  /// `TERCET_HISTORY` names the file, or switches it off when empty; otherwise it lies in the XDG state folder.
  public init?(_ environment: ProcessEnvironment) {
    if let chosen = environment.variables["TERCET_HISTORY"] {
      if chosen.isEmpty { return nil }
      path = chosen
    } else if let folder = environment.folder("XDG_STATE_HOME", otherwise: ".local/state") {
      path = folder + "/history"
    } else {
      return nil
    }
  }

  /// The entries, oldest first, each once (its latest use); also shortens a file that has grown too long.
  public func load() -> [String] {
    guard let lines = withLock(create: false, { descriptor, _ in Self.lines(of: descriptor) }) else { return [] }
    if lines.count > Self.limit + Self.limit / 5 { trim() }
    var seen: Set<String> = []
    var entries: [String] = []
    for line in lines.reversed() where entries.count < Self.limit && seen.insert(line).inserted {
      entries += Self.entries(of: Self.unescaped(line)).reversed()
    }
    return entries.prefix(Self.limit).reversed()
  }

  /// What of `text` is recalled, oldest first: all of it where it is one line, otherwise each statement, so that a
  /// recalled entry never runs more than one statement behind what is looked at. What cannot be seen is left out.
  static func entries(of text: String) -> [String] {
    let text = VisibleText.typed(text)
    guard text.unicodeScalars.contains("\n") else { return [text] }
    let scanner = StatementScanner(text)
    return (scanner.statements + [scanner.unfinished?.statement].compactMap { $0 }).map(\.text)
  }

  /// Adds an entry; one that begins with a space is not kept.
  public func append(_ entry: String) {
    guard Self.isKept(entry) else { return }
    _ = withLock(create: true) { descriptor, _ in
      // Without the lock too: what is appended at once is not torn.
      _ = TextStream.writeAll(Array((Self.escaped(entry) + "\n").utf8), to: descriptor)
    }
  }

  static func isKept(_ entry: String) -> Bool { !entry.hasPrefix(" ") && !entry.allSatisfy(\.isWhitespace) }

  static func escaped(_ entry: String) -> String {
    entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "")
  }

  static func unescaped(_ line: String) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// Rewrites the file with the latest entries, beside and renamed, while others wait at the lock; another time where
  /// somebody else has it.
  private func trim() {
    _ = withLock(create: false) { descriptor, isLocked in
      guard isLocked else { return }
      let kept = Self.lines(of: descriptor).suffix(Self.limit)
      let beside = "\(path).\(getpid())"
      let new = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard new >= 0 else { return }
      let reason = TextStream.writeAll(Array(kept.map { $0 + "\n" }.joined().utf8), to: new)
      close(new)
      let isRenamed = unsafe reason == 0 && rename(beside, path) == 0
      if !isRenamed { unsafe _ = unlink(beside) }
    }
  }

  /// How often the lock is tried, and how long it is waited between: another session has it for a few milliseconds, and
  /// nobody notices a twentieth of a second at the prompt.
  private static let lockTries = 10
  private static let microsecondsBetweenTries: UInt32 = 5_000

  /// Whether the lock was got.
  private static func lock(_ descriptor: Int32) -> Bool {
    for number in 0..<lockTries {
      if number > 0 { usleep(microsecondsBetweenTries) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    }
    return false
  }

  /// Opens the file and locks it, or goes on without the lock; looks again when another session has renamed a new one
  /// into its place meanwhile.
  private func withLock<T>(create: Bool, _ body: (_ descriptor: Int32, _ isLocked: Bool) -> T) -> T? {
    if create { makeFolders() }
    for _ in 0..<10 {
      let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CLOEXEC | (create ? O_CREAT : 0), 0o600)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      let isLocked = Self.lock(descriptor)
      var opened = stat()
      var present = stat()
      guard unsafe fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG else { return nil }
      if unsafe stat(path, &present) == 0, present.st_ino == opened.st_ino, present.st_dev == opened.st_dev {
        return body(descriptor, isLocked)
      }
    }
    return nil
  }

  private func makeFolders() {
    for index in path.indices where path[index] == "/" && index > path.startIndex {
      unsafe _ = mkdir(String(path[..<index]), 0o700)
    }
  }

  private static func lines(of descriptor: Int32) -> [String] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
