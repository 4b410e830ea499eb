internal import Glibc

/// A command of the shell that reads what is written to ``descriptor``, and writes where this program does.
final class ShellCommand {
  /// The end of a pipe that the command reads.
  let descriptor: Int32
  private let process: pid_t
  private var isOpen = true
  private var formerAction = sigaction()

  /// Starts `command`. Until ``finish()`` ^C is for the command, not for this program.
  ///
  /// - Throws: ``CommandError/cannotStart(_:reason:)``.
  init(_ command: String) throws(CommandError) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .cannotStart(command, reason: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    // What this program does with signals is not what the command is to do with them.
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGTERM] { unsafe sigaddset(&usual, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let arguments: [String] = ["/bin/sh", "-c", command]
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var id: pid_t = 0
    let reason = unsafe posix_spawn(&id, "/bin/sh", &actions, &attributes, words, environ)
    close(ends[0])
    guard reason == 0 else {
      close(ends[1])
      throw .cannotStart(command, reason: reason)
    }
    descriptor = ends[1]
    process = id
    var ignored = sigaction()
    unsafe ignored.__sigaction_handler.sa_handler = SIG_IGN
    unsafe sigaction(SIGINT, &ignored, &formerAction)
  }

  deinit { finish() }

  /// Closes the pipe and waits for the end of the command.
  ///
  /// - Returns: its exit status; 128 and the number of the signal that ended it.
  @discardableResult
  func finish() -> Int32 {
    guard isOpen else { return 0 }
    isOpen = false
    close(descriptor)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    unsafe sigaction(SIGINT, &formerAction, nil)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
