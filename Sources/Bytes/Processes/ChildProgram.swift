internal import Glibc
internal import Synchronization

/// A program of the system that makes something of bytes, found by PATH. It ends when its time is over, on ^C, or with
/// this program.
///
/// It is called by its arguments, of which no shell reads anything.
public struct ChildProgram: Sendable {
  public enum Failure: Error, Equatable {
    /// PATH has no such program.
    case missing
    /// It took more time, or wrote more, than it may.
    case tooSlow
    case tooMuch
    /// Whoever waits for it does not want to any more.
    case interrupted
    /// It ended with this status; 128 and more by a signal.
    case status(Int32)
    /// It could not be started; `errno`.
    case system(Int32)
  }

  /// How it gets its input.
  public enum Input: Sendable {
    case standardInput([UInt8])
    /// As an open descriptor, which ``file`` names, so that no name of a file can be taken for an option.
    case file([UInt8])
  }

  /// What it left when it ended by itself.
  public struct Ending: Sendable, Equatable {
    public var status: Int32
    public var output: [UInt8]
    /// What it said on standard error; empty where that was not to be kept.
    public var messages: String
  }

  public var name: String
  public var seconds: Double
  /// Bytes of output.
  public var limit: Int
  /// Variables that are handed on besides PATH.
  public var variables: [String]
  /// Its locale; nil for none.
  public var locale: String?

  /// - Parameters:
  ///   - seconds: how long it may take. As much time of a processor ends it even where this program is gone before.
  ///   - limit: how many bytes it may write before it is killed.
  public init(
    _ name: String, seconds: Double, limit: Int, variables: [String] = [], locale: String? = "C.UTF-8"
  ) {
    self.name = name
    self.seconds = seconds
    self.limit = limit
    self.variables = variables
    self.locale = locale
  }

  /// What stands in arguments for the file.
  public static let file = "/dev/fd/3"

  /// What it writes to standard output when its arguments are these and ``file`` has `bytes`; what it says is dropped.
  public func output(_ arguments: [String], reading bytes: [UInt8]) throws(Failure) -> [UInt8] {
    let ending = try run(arguments, .file(bytes), keepsMessages: false)
    guard ending.status == 0 else { throw .status(ending.status) }
    return ending.output
  }

  /// Runs it to its end.
  ///
  /// - Throws: all but ``Failure/status(_:)``.
  public func run(
    _ arguments: [String], _ input: Input, keepsMessages: Bool, isInterrupted: () -> Bool = { false }
  ) throws(Failure) -> Ending {
    guard var output = ProgramPipe() else { throw .system(errno) }
    guard var messages = ProgramPipe() else {
      output.close()
      throw .system(errno)
    }
    defer {
      output.close()
      messages.close()
    }
    var channel = try ProgramInput(input)
    defer { channel.close() }
    let program = try start(
      arguments,
      channel.descriptors + [
        (1, .copy(output.writing)), (2, keepsMessages ? .copy(messages.writing) : .file("/dev/null", flags: O_WRONLY)),
      ])
    Self.running.store(program.id, ordering: .relaxed)
    defer { Self.running.store(0, ordering: .relaxed) }
    channel.isStarted()
    output.closeWriting()
    messages.closeWriting()
    for pipe in [output, messages] { pipe.stopWaiting() }
    let deadline = ContinuousClock.now + .seconds(seconds)
    var written: [UInt8] = []
    var said: [UInt8] = []
    var end: Failure?
    while end == nil, output.reading >= 0 || messages.reading >= 0 {
      Self.wait(channel.writing, output.reading, messages.reading)
      channel.write()
      output.read(into: &written)
      messages.read(into: &said)
      if said.count > Self.mostMessages { said.removeLast(said.count - Self.mostMessages) }
      end = reason(isInterrupted, deadline, written.count)
    }
    var status = program.poll()
    // It may have closed its output and go on.
    while status == nil, end == nil {
      usleep(2_000)
      status = program.poll()
      if status == nil, reason(isInterrupted, deadline, written.count) != nil { break }
    }
    if status == nil { kill(program.id, SIGKILL) }
    let last = status ?? program.wait()
    if let end { throw end }
    if last == Self.notFound { throw .missing }
    return Ending(status: last, output: written, messages: String(decoding: said, as: UTF8.self))
  }

  /// Why it is not waited for any longer; nil where it is.
  private func reason(
    _ isInterrupted: () -> Bool, _ deadline: ContinuousClock.Instant, _ written: Int
  ) -> Failure? {
    if isInterrupted() { return .interrupted }
    if written > limit { return .tooMuch }
    return ContinuousClock.now > deadline ? .tooSlow : nil
  }

  /// Starts it behind a shell that sets the limits which hold without this program, and then becomes the other.
  private func start(
    _ arguments: [String], _ descriptors: [(place: Int32, is: RunningProgram.Descriptor)]
  ) throws(Failure) -> RunningProgram {
    let time = Int(min(max(1, seconds.rounded(.up)), 1e6))
    let script = "ulimit -t \(time); ulimit -v \(Self.mostMemory >> 10); exec \"$@\""
    var environment = (["PATH"] + variables).compactMap { name in
      unsafe getenv(name).map { value in unsafe "\(name)=" + String(cString: value) }
    }
    if let locale { environment.append("LC_ALL=\(locale)") }
    do {
      return try RunningProgram(
        ["/bin/sh", "-c", script, "sh", name] + arguments, environment: environment, descriptors: descriptors)
    } catch {
      if case .io(_, _, let reason) = error { throw .system(reason) }
      throw .system(EIO)
    }
  }

  /// The number of the program that runs; 0 where none does.
  private static let running = Atomic<pid_t>(0)

  /// Ends the program that runs, if one does. Safe in a signal's handler.
  public static func endRunning() {
    let number = running.load(ordering: .relaxed)
    if number > 0 { kill(number, SIGKILL) }
  }

  /// Bytes that the other program may take.
  private static let mostMemory = 4 << 30
  private static let mostMessages = 1 << 16
  /// What a shell returns for a program that it does not find.
  private static let notFound: Int32 = 127
  /// How often, in milliseconds, time and ^C are looked at.
  private static let pause: Int32 = 50

  /// Waits until one of the ends is ready, a moment at most; those below 0 are closed.
  private static func wait(_ input: Int32, _ output: Int32, _ messages: Int32) {
    var waited = [
      pollfd(fd: input, events: Int16(POLLOUT), revents: 0), pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
    ]
    unsafe _ = poll(&waited, nfds_t(waited.count), pause)
  }
}
