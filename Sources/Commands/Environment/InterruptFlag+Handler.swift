internal import Glibc

extension InterruptFlag {
  /// The flag that ^C sets in this process.
  public static let shared = InterruptFlag()

  /// From now on ^C sets the flag and breaks off a read that waits; a second ^C before the flag is cleared ends the
  /// program.
  ///
  /// - Parameter others: signals that do the same: those by which the system ends programs.
  public static func install(alsoFor others: [Int32] = []) {
    // The flag exists before the handler can touch it.
    shared.clear()
    var action = sigaction()
    // Without SA_RESTART a read that waits is broken off.
    unsafe action.__sigaction_handler.sa_handler = { number in
      if InterruptFlag.shared.isSet {
        signal(number, SIG_DFL)
        raise(number)
      }
      InterruptFlag.shared.set()
    }
    for number in [SIGINT] + others { unsafe sigaction(number, &action, nil) }
  }

  /// ^C ends the program again.
  static func uninstall() {
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    shared.clear()
  }

  /// Runs `body`, which is short, to its end; ^C is acted on afterwards, so that no half-written file stays behind.
  static func holding<T>(_ body: () throws -> T) rethrows -> T {
    install()
    defer {
      signal(SIGINT, SIG_DFL)
      if shared.isSet { raise(SIGINT) }
    }
    return try body()
  }
}
