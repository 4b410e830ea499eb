import Glibc
import Synchronization

/// Gives the terminal back as it was when the program is ended by a signal while a line is edited.
///
/// `@unchecked Sendable`: `saved` is written once, in `init`, and only read afterwards; the flag is atomic.
@safe final class TerminalGuard: @unchecked Sendable {
  static let shared = TerminalGuard()

  private let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  private let isSaved: Bool
  private let isArmed = Atomic<Bool>(false)

  private init() {
    unsafe saved.initialize(to: termios())
    isSaved = unsafe tcgetattr(0, saved) == 0
  }

  /// From here on until ``disarm()`` the terminal is in the editor's hands.
  func arm() { isArmed.store(true, ordering: .relaxed) }
  func disarm() { isArmed.store(false, ordering: .relaxed) }

  /// Installs the handlers of the signals that end the program.
  func install() {
    for signal in [SIGTERM, SIGHUP] {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { number in
        TerminalGuard.shared.restore()
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
      unsafe sigaction(signal, &action, nil)
    }
  }

  /// Only calls that POSIX allows in a signal handler.
  func restore() {
    guard isArmed.load(ordering: .relaxed) else { return }
    if isSaved { unsafe tcsetattr(0, TCSANOW, saved) }
    let pasteOff: StaticString = "\u{1B}[?2004l\r\n"
    unsafe _ = Glibc.write(1, pasteOff.utf8Start, pasteOff.utf8CodeUnitCount)
  }

  /// Writes to the terminal at once, past every buffer.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { unsafe _ = Glibc.write(1, $0.baseAddress, $0.count) }
  }
}
