import Bytes
import Glibc
import Synchronization

/// Gives the terminal back as it was when a signal ends or stops the program while a line is edited.
///
/// `@unchecked Sendable`: `saved` and `previous` are written before a handler can run, and only read afterwards; the
/// flags are atomic.
@safe final class TerminalGuard: @unchecked Sendable {
  static let shared = TerminalGuard()

  private let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  private let isSaved: Bool
  private let isArmed = Atomic<Bool>(false)
  private let resumption = Atomic<Bool>(false)
  private let resizing = Atomic<Bool>(false)
  /// What was done at each signal before.
  let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)

  private init() {
    unsafe saved.initialize(to: termios())
    unsafe previous.initialize(repeating: sigaction(), count: 65)
    isSaved = unsafe tcgetattr(0, saved) == 0
  }

  /// From here on until ``disarm()`` the terminal is in the editor's hands.
  func arm() {
    resumption.store(false, ordering: .relaxed)
    resizing.store(false, ordering: .relaxed)
    isArmed.store(true, ordering: .relaxed)
  }
  func disarm() { isArmed.store(false, ordering: .relaxed) }

  /// Whether the program was stopped and goes on: the terminal is not the editor's any more.
  var isResumed: Bool { resumption.load(ordering: .relaxed) }

  /// ``isResumed``, once for each time.
  func takeResumption() -> Bool { resumption.exchange(false, ordering: .relaxed) }

  /// Whether the terminal has got another width.
  var isResized: Bool { resizing.load(ordering: .relaxed) }

  /// ``isResized``, once for each time.
  func takeResizing() -> Bool { resizing.exchange(false, ordering: .relaxed) }

  func noteResizing() { if isArmed.load(ordering: .relaxed) { resizing.store(true, ordering: .relaxed) } }

  func noteResumption() { if isArmed.load(ordering: .relaxed) { resumption.store(true, ordering: .relaxed) } }

  /// Only calls that POSIX allows in a signal handler.
  func restore() {
    guard isArmed.load(ordering: .relaxed) else { return }
    if isSaved { unsafe tcsetattr(0, TCSANOW, saved) }
    Self.write("\u{1B}[?2004l\r\n")
  }

  /// Writes a sequence of the program's own to the terminal at once, past every buffer.
  static func write(_ sequence: StaticString) {
    unsafe _ = Glibc.write(1, sequence.utf8Start, sequence.utf8CodeUnitCount)
  }

  static func write(_ sequence: String) {
    let bytes = Array(sequence.utf8)
    unsafe bytes.withUnsafeBytes { unsafe _ = Glibc.write(1, $0.baseAddress, $0.count) }
  }

  /// Writes lines below the one that is edited.
  static func show(_ lines: [String]) {
    let bytes = Array(("\n" + lines.map { VisibleText.of($0) + "\n" }.joined()).utf8)
    unsafe bytes.withUnsafeBytes { unsafe _ = Glibc.write(1, $0.baseAddress, $0.count) }
  }
}
