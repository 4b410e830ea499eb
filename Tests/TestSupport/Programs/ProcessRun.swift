import Bytes
import Glibc

/// Runs a program to its end and keeps what it wrote.
public struct ProcessRun: Sendable {
  /// The exit status; 128 + the signal's number when a signal ended it.
  public var status: Int32
  public var output: String
  public var errors: String

  /// - Parameters:
  ///   - input: what the program reads from standard input.
  ///   - environment: variables in place of this process's, besides PATH.
  ///   - outputPath: where standard output goes instead of into ``output``.
  /// - Throws: when the program cannot be started.
  public init(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    outputPath: String? = nil
  ) throws {
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("in"), with: Array(input.utf8))
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, folder.file("in"), O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 1, outputPath ?? folder.file("out"), outputPath == nil ? create : O_WRONLY, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, folder.file("err"), create, 0o600)
    let child = unsafe try Child.spawn(program, arguments, environment, &actions, isInOwnSession: false)
    status = child.wait()
    output = outputPath == nil ? Self.text(folder.file("out")) : ""
    errors = Self.text(folder.file("err"))
  }

  private static func text(_ path: String) -> String {
    guard let file = try? MappedFile(path: path) else { return "" }
    return String(decoding: file.bytes.array(), as: UTF8.self)
  }
}

/// A program that runs.
struct Child: Sendable {
  let id: pid_t

  static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t, isInOwnSession: Bool
  ) throws(BytesError) -> Child {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    // The threads that run tests block signals, which the program is not to inherit. 0x80 is POSIX_SPAWN_SETSID.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | (isInOwnSession ? 0x80 : 0))
    var variables = environment
    if variables["PATH"] == nil { variables["PATH"] = "/usr/bin:/bin" }
    let words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    let pairs = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (words + pairs).forEach { unsafe free($0) } }
    var id: pid_t = 0
    let reason = unsafe posix_spawn(&id, program, &actions, &attributes, words, pairs)
    guard reason == 0 else { throw .io(path: program, action: "start", errno: reason) }
    return Child(id: id)
  }

  /// Waits for its end; the status as a shell counts it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    return Self.shellStatus(status)
  }

  /// The status when it has ended; nil while it runs.
  func poll() -> Int32? {
    var status: Int32 = 0
    return unsafe waitpid(id, &status, WNOHANG) == id ? Self.shellStatus(status) : nil
  }

  private static func shellStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
