internal import Glibc

/// A program of the system that makes something of a file, found by PATH.
///
/// It is called by its arguments, not through a shell, and gets the file as an open descriptor, so that no name of a
/// file can be taken for an option. What it says on standard error is dropped.
public struct ChildProgram: Sendable {
  public enum Failure: Error, Equatable {
    /// PATH has no such program.
    case missing
    /// It took more time, or wrote more, than it may.
    case tooSlow
    case tooMuch
    /// It ended with this status; 128 and more by a signal.
    case status(Int32)
    /// It could not be started or its output not be read; `errno`.
    case system(Int32)
  }

  public var name: String
  public var seconds: Int
  /// Bytes of output.
  public var limit: Int

  /// - Parameters:
  ///   - seconds: how long it may take before it is killed.
  ///   - limit: how many bytes it may write before it is killed.
  public init(_ name: String, seconds: Int, limit: Int) {
    self.name = name
    self.seconds = seconds
    self.limit = limit
  }

  /// What stands in arguments for the file.
  public static let file = "/dev/fd/3"

  /// What it writes to standard output when its arguments are these and its descriptor 3 is a file with `bytes`.
  public func output(_ arguments: [String], reading bytes: [UInt8]) throws(Failure) -> [UInt8] {
    guard let input = unsafe tmpfile() else { throw .system(errno) }
    defer { unsafe fclose(input) }
    let written = unsafe fwrite(bytes, 1, bytes.count, input)
    guard written == bytes.count, unsafe fflush(input) == 0 else { throw .system(errno) }
    unsafe rewind(input)
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .system(errno) }
    // The program must not hold its own pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child: pid_t
    do throws(Failure) {
      child = try unsafe start(arguments, input: fileno(input), output: ends[1])
      close(ends[1])
    } catch {
      close(ends[1])
      throw error
    }
    let deadline = ContinuousClock.now + .seconds(seconds)
    let result = Result { () throws(Failure) in try read(ends[0], until: deadline) }
    if case .failure = result { kill(child, SIGKILL) }
    let status = Self.end(of: child, until: deadline)
    let output = try result.get()
    let signal = status & 0x7F
    guard status == 0 else { throw .status(signal == 0 ? (status >> 8) & 0xFF : 128 + signal) }
    return output
  }

  private func start(_ arguments: [String], input: Int32, output: Int32) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    // Moved away first: either may be 3 itself.
    let spare = max(input, output, 3) + 1
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, input, spare)
    unsafe posix_spawn_file_actions_adddup2(&actions, spare, 3)
    unsafe posix_spawn_file_actions_addclose(&actions, spare)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    let words = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
    let variables = unsafe ["PATH=\(path)", "LC_ALL=C.UTF-8"].map { (text: String) in unsafe strdup(text) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var child: pid_t = 0
    let reason = unsafe posix_spawnp(&child, name, &actions, nil, words, variables)
    if reason == ENOENT { throw .missing }
    guard reason == 0 else { throw .system(reason) }
    return child
  }

  /// Waits for the end of a program that has closed its output; kills it when it does not come.
  private static func end(of child: pid_t, until deadline: ContinuousClock.Instant) -> Int32 {
    var status: Int32 = 0
    while true {
      let ended = unsafe waitpid(child, &status, WNOHANG)
      if ended == child || ended < 0 && errno != EINTR { return status }
      if ContinuousClock.now > deadline { kill(child, SIGKILL) }
      usleep(2_000)
    }
  }

  private func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = (deadline - ContinuousClock.now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { throw .tooSlow }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&waiting, 1, Int32(clamping: milliseconds))
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let count = unsafe Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { return output }
      guard output.count + count <= limit else { throw .tooMuch }
      output += piece[..<count]
    }
  }
}
