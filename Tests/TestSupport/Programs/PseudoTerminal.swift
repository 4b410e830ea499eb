import Bytes
import Glibc

/// A program at a terminal: what a person types is sent, what the person sees is read.
public final class PseudoTerminal {
  private let leader: Int32
  private let child: RunningProgram
  private var status: Int32?
  /// Every byte that came so far.
  public private(set) var bytes: [UInt8] = []
  /// Everything seen so far.
  public var screen: String { String(decoding: bytes, as: UTF8.self) }
  /// How much of ``screen`` earlier expectations have used up, in bytes.
  private var used = 0

  /// Starts `program` at a terminal of its own, 80 columns wide.
  ///
  /// - Throws: when there is no terminal to be had or the program cannot be started.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String], columns: Int = 80
  ) throws {
    leader = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN, which Glibc's module does not show.
    guard leader >= 0, unsafe ioctl(leader, 0x4004_5431, &isLocked) == 0,
      unsafe ioctl(leader, 0x8004_5430, &number) == 0
    else { throw BytesError.io(path: "/dev/ptmx", action: "open", errno: errno) }
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    unsafe _ = ioctl(leader, UInt(TIOCSWINSZ), &size)
    // A session of its own: the first terminal that it opens is its controlling terminal, so that ^C sends signals.
    let terminal = RunningProgram.Descriptor.file("/dev/pts/\(number)", flags: O_RDWR)
    child = try RunningProgram(
      [program] + arguments, environment: ProcessRun.variables(environment),
      descriptors: [(0, terminal), (1, terminal), (2, terminal)], isInOwnSession: true)
  }

  deinit {
    if status == nil {
      kill(child.id, SIGKILL)
      _ = child.wait()
    }
    close(leader)
  }

  /// Types `text`.
  public func send(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { unsafe _ = write(leader, $0.baseAddress, $0.count) }
  }

  /// Waits until `text` appears behind what earlier expectations have met; false when it does not within `seconds`.
  public func sees(_ text: String, within seconds: Double = 5) -> Bool {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + .seconds(seconds)
    repeat {
      if let start = bytes[used...].firstRange(of: wanted) {
        used = start.upperBound
        return true
      }
      read(for: 50)
    } while ContinuousClock.now < deadline
    return false
  }

  /// What has appeared since the last expectation, after `milliseconds` without news.
  public func rest(after milliseconds: Int32 = 200) -> String {
    while read(for: milliseconds) {}
    defer { used = bytes.count }
    return String(decoding: bytes[used...], as: UTF8.self)
  }

  public func signal(_ number: Int32) { kill(child.id, number) }

  /// Makes the window so many columns wide, of which the program is told.
  public func resize(columns: Int) {
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    unsafe _ = ioctl(leader, UInt(TIOCSWINSZ), &size)
  }

  /// Waits for the program's end; its status as a shell counts it, nil when it still runs after `seconds`.
  public func exit(within seconds: Double = 5) -> Int32? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while status == nil, ContinuousClock.now < deadline {
      status = child.poll()
      if status == nil { read(for: 20) }
    }
    while read(for: 0) {}
    return status
  }

  /// Whether the terminal hands lines over whole and turns keys into signals, as shells expect.
  public var isCooked: Bool {
    var modes = termios()
    unsafe _ = tcgetattr(leader, &modes)
    return modes.c_lflag & tcflag_t(ICANON | ISIG | ECHO) == tcflag_t(ICANON | ISIG | ECHO)
  }

  /// Sets the terminal as a shell does that takes it back from a program.
  public func makeCooked() {
    var modes = termios()
    unsafe _ = tcgetattr(leader, &modes)
    modes.c_lflag |= tcflag_t(ICANON | ISIG | ECHO)
    modes.c_iflag |= tcflag_t(ICRNL)
    unsafe _ = tcsetattr(leader, TCSANOW, &modes)
  }

  @discardableResult
  private func read(for milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: leader, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&ready, 1, milliseconds) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(leader, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}
