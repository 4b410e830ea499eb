internal import Glibc
internal import Synchronization

/// A program that runs beside this one: it reads bytes, writes bytes, and ends when its time is over, on ^C, or with
/// this program.
public enum ChildProcess {
  /// How it went.
  enum Outcome: Equatable {
    /// It ended by itself; 128 and the number of the signal where one ended it.
    case ended(status: Int32, output: [UInt8], messages: String)
    /// There is no such program.
    case missing
    case tooSlow
    case tooMuch
    case interrupted
    case notStarted(reason: Int32)
  }

  /// The number of the program that runs; 0 where none does.
  private static let running = Atomic<pid_t>(0)

  /// Ends the program that runs, if one does. Safe in a signal's handler.
  public static func endRunning() {
    let number = running.load(ordering: .relaxed)
    if number > 0 { kill(number, SIGKILL) }
  }

  private static let mostMessages = 1 << 16
  /// How often, in milliseconds, time and ^C are looked at.
  private static let pause: Int32 = 50

  /// Runs a program that is looked for on PATH, and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: its name and what it is given.
  ///   - seconds: how long it may take. As much time of a processor ends it even where this program is gone before.
  ///   - mostOutput: bytes that it may write.
  static func run(
    _ arguments: [String], input bytes: [UInt8], seconds: Double, mostOutput: Int, isInterrupted: () -> Bool
  ) -> Outcome {
    guard var input = ChildPipe(), var output = ChildPipe(), var messages = ChildPipe() else {
      return .notStarted(reason: errno)
    }
    defer {
      input.close()
      output.close()
      messages.close()
    }
    var number: pid_t = 0
    let code = spawn(Self.bounded(arguments, seconds), &number, input.reading, output.writing, messages.writing)
    if code != 0 { return .notStarted(reason: code) }
    running.store(number, ordering: .relaxed)
    input.closeReading()
    output.closeWriting()
    messages.closeWriting()

    var unread = bytes[...]
    var written: [UInt8] = []
    var said: [UInt8] = []
    let start = ContinuousClock.now
    var end: Outcome?
    while end == nil, output.isReadable || messages.isReadable {
      if isInterrupted() {
        end = .interrupted
      } else if ContinuousClock.now - start > .seconds(seconds) {
        end = .tooSlow
      } else if written.count > mostOutput {
        end = .tooMuch
      } else {
        Self.wait(input.writing, output.reading, messages.reading)
        input.write(&unread)
        output.read(into: &written)
        messages.read(into: &said)
        if said.count > mostMessages { said.removeLast(said.count - mostMessages) }
      }
    }
    if end != nil { kill(number, SIGKILL) }
    let status = waitForEnd(of: number)
    running.store(0, ordering: .relaxed)
    if end == nil, status == notFound { return .missing }
    return end ?? .ended(status: status, output: written, messages: String(decoding: said, as: UTF8.self))
  }

  /// What a shell returns for a program that it does not find.
  private static let notFound: Int32 = 127

  /// `arguments` behind a shell that sets the limits which hold without this program, and then becomes the other.
  private static func bounded(_ arguments: [String], _ seconds: Double) -> [String] {
    let time = Int(min(max(1, seconds.rounded(.up)), 1e6))
    return ["/bin/sh", "-c", "ulimit -t \(time); ulimit -v \(mostMemory >> 10); exec \"$@\"", "sh"] + arguments
  }

  /// Bytes that the other program may take.
  private static let mostMemory = 4 << 30

  /// Waits until one of the ends is ready, a moment at most; those below 0 are closed.
  private static func wait(_ input: Int32, _ output: Int32, _ messages: Int32) {
    var waited = [
      pollfd(fd: input, events: Int16(POLLOUT), revents: 0), pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
    ]
    unsafe _ = poll(&waited, nfds_t(waited.count), pause)
  }

  private static func waitForEnd(of number: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Variables that a program finds its files by; no others are handed on.
  private static let variables = ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME"]

  private static func spawn(
    _ arguments: [String], _ number: inout pid_t, _ input: Int32, _ output: Int32, _ messages: Int32
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    for (place, descriptor) in [input, output, messages].enumerated() {
      unsafe _ = posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
    }
    // What this program does with signals is not for the other.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGPIPE, SIGINT, SIGALRM] { unsafe _ = sigaddset(&signals, signal) }
    unsafe _ = posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe _ = posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let found = variables.compactMap { name in
      unsafe getenv(name).map { value in unsafe "\(name)=" + String(cString: value) }
    }
    var environment = unsafe found.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + environment).forEach { unsafe free($0) } }
    return unsafe posix_spawn(&number, arguments[0], &actions, &attributes, &words, &environment)
  }
}

/// The two ends of a pipe, of which the one that this program uses does not wait; -1 for an end that is closed.
private struct ChildPipe {
  private(set) var reading: Int32 = -1
  private(set) var writing: Int32 = -1

  var isReadable: Bool { reading >= 0 }

  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  mutating func closeReading() {
    if reading >= 0 { _ = Glibc.close(reading) }
    reading = -1
    // The other end is ours.
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
  }

  mutating func closeWriting() {
    if writing >= 0 { _ = Glibc.close(writing) }
    writing = -1
    if reading >= 0 { _ = fcntl(reading, F_SETFL, O_NONBLOCK) }
  }

  mutating func close() {
    for end in [reading, writing] where end >= 0 { _ = Glibc.close(end) }
    (reading, writing) = (-1, -1)
  }

  /// Writes what the other end takes now, and closes this one behind the last byte, or when nobody reads.
  mutating func write(_ bytes: inout ArraySlice<UInt8>) {
    guard writing >= 0 else { return }
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(writing, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EAGAIN || errno == EINTR { return }
        break
      }
      bytes.removeFirst(count)
    }
    _ = Glibc.close(writing)
    writing = -1
  }

  /// Appends what is there, and closes the end behind the last byte.
  mutating func read(into bytes: inout [UInt8]) {
    guard reading >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(reading, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += buffer[..<count]
        // Who writes without end is looked at in between.
        if count == buffer.count { return }
        continue
      }
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      break
    }
    _ = Glibc.close(reading)
    reading = -1
  }
}
