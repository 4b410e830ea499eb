internal import Glibc

/// Another program, which this one has started.
public struct RunningProgram: Sendable {
  /// Its number.
  public let id: Int32

  /// What one of its descriptors is.
  public enum Descriptor: Sendable {
    /// A copy of one of this program.
    case copy(Int32)
    /// A file that it opens, with the flags and permissions of open(2).
    case file(String, flags: Int32, permissions: UInt32 = 0)
  }

  /// Starts a program, for which signals do what they usually do: what this one does with them is not for the other.
  ///
  /// - Parameters:
  ///   - arguments: its name, which is looked for on PATH unless it has a slash, and what it is given.
  ///   - environment: variables as `NAME=value`; nil for those of this program.
  ///   - descriptors: by their number there, made in this order. Of this program's own it has those that are not closed
  ///     on exec.
  ///   - isInOwnSession: whether the first terminal that it opens is its controlling terminal.
  /// - Throws: ``BytesError/io(path:action:errno:)`` with the reason why it cannot be started.
  public init(
    _ arguments: [String], environment: [String]? = nil, descriptors: [(place: Int32, is: Descriptor)],
    isInOwnSession: Bool = false
  ) throws(BytesError) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe Self.add(descriptors, to: &actions)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    var none = usual
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGTSTP] { unsafe _ = sigaddset(&usual, signal) }
    unsafe _ = posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe _ = posix_spawnattr_setsigmask(&attributes, &none)
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (isInOwnSession ? Self.setsid : 0)
    unsafe _ = posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { all in unsafe all.map { unsafe strdup($0) } + [nil] }
    defer { unsafe (words + (variables ?? [])).forEach { unsafe free($0) } }
    var id: pid_t = 0
    let reason =
      if let variables = unsafe variables {
        unsafe posix_spawnp(&id, arguments[0], &actions, &attributes, words, variables)
      } else {
        unsafe posix_spawnp(&id, arguments[0], &actions, &attributes, words, environ)
      }
    guard reason == 0 else { throw .io(path: arguments[0], action: "start", errno: reason) }
    self.id = id
  }

  /// POSIX_SPAWN_SETSID, which Swift does not import.
  private static let setsid: Int32 = 0x80

  /// Copies are moved away first: any of them may have the number of another's place.
  private static func add(
    _ descriptors: [(place: Int32, is: Descriptor)], to actions: inout posix_spawn_file_actions_t
  ) {
    var spare: Int32 = 3
    for (place, descriptor) in descriptors {
      spare = max(spare, place + 1)
      if case .copy(let source) = descriptor { spare = max(spare, source + 1) }
    }
    for (number, (_, descriptor)) in descriptors.enumerated() {
      if case .copy(let source) = descriptor {
        unsafe posix_spawn_file_actions_adddup2(&actions, source, spare + Int32(number))
      }
    }
    for (number, (place, descriptor)) in descriptors.enumerated() {
      switch descriptor {
      case .copy:
        unsafe posix_spawn_file_actions_adddup2(&actions, spare + Int32(number), place)
        unsafe posix_spawn_file_actions_addclose(&actions, spare + Int32(number))
      case .file(let path, let flags, let permissions):
        unsafe posix_spawn_file_actions_addopen(&actions, place, path, flags, permissions)
      }
    }
  }

  /// Waits for its end.
  ///
  /// - Returns: its exit status as a shell counts it: 128 and the number of the signal that ended it.
  public func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    return Self.shellStatus(status)
  }

  /// Its exit status, as ``wait()`` gives it; nil while it runs.
  public func poll() -> Int32? {
    var status: Int32 = 0
    return unsafe waitpid(id, &status, WNOHANG) == id ? Self.shellStatus(status) : nil
  }

  private static func shellStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
