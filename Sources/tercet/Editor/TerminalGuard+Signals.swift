import Glibc

extension TerminalGuard {
  /// Signals that end the program, by a person or by a fault of its own; of SIGBUS ``LostPages`` takes care.
  private static let ending = [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGILL, SIGFPE, SIGTRAP]

  /// Bytes of the stack on which handlers run: that of the program may be what has run out.
  private static let stackSize = 64 << 10

  /// Installs the handlers of the signals that end, stop or continue the program.
  func install() {
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = malloc(Self.stackSize)
    unsafe stack.ss_size = Self.stackSize
    unsafe sigaltstack(&stack, nil)
    for signal in Self.ending {
      var action = sigaction()
      action.sa_flags = SA_ONSTACK
      unsafe action.__sigaction_handler.sa_handler = { number in
        TerminalGuard.shared.restore()
        // Then what would have been done without this handler; SIGQUIT is a key of the person's, not a fault.
        unsafe sigaction(number, TerminalGuard.shared.previous + Int(number), nil)
        if number == SIGQUIT { Glibc.signal(number, SIG_DFL) }
        raise(number)
      }
      unsafe sigaction(signal, &action, previous + Int(signal))
    }
    Self.installStop()
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in TerminalGuard.shared.noteResumption() }
    unsafe sigaction(SIGCONT, &action, nil)
    unsafe action.__sigaction_handler.sa_handler = { _ in TerminalGuard.shared.noteResizing() }
    unsafe sigaction(SIGWINCH, &action, nil)
  }

  /// A stop that can be seen coming (not SIGSTOP) gives the terminal back first.
  private static func installStop() {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { number in
      TerminalGuard.shared.restore()
      signal(number, SIG_DFL)
      raise(number)
      var stop = sigset_t()
      unsafe sigemptyset(&stop)
      unsafe sigaddset(&stop, number)
      // Stopped here; without a shell that could continue the program nothing happens.
      unsafe pthread_sigmask(SIG_UNBLOCK, &stop, nil)
      unsafe pthread_sigmask(SIG_BLOCK, &stop, nil)
      TerminalGuard.installStop()
      TerminalGuard.shared.noteResumption()
    }
    unsafe sigaction(SIGTSTP, &action, nil)
  }
}
