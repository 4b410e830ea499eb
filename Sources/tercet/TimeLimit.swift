import Bytes
import Commands
import Glibc

/// Ends the program when its time is over, wherever it is: stores appear whole or not at all, and changes of them count
/// only when they are whole, so nothing is lost.
enum TimeLimit {
  /// Thirty years.
  private static let longest = 1_000_000_000.0

  static func start(seconds: Double) {
    // What the handler uses is made before it can run.
    ChildProgram.endRunning()
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in
      ChildProgram.endRunning()
      // A line that tells how far the work is makes place.
      let message: StaticString =
        "error: not done within --timeout\n  give it more time, or less to do at once\n"
      if isatty(2) == 1 { SignalOutput.write("\r\u{1B}[K") }
      SignalOutput.write(message)
      _exit(ExitStatus.failed.rawValue)
    }
    unsafe sigaction(SIGALRM, &action, nil)
    let time = min(seconds, longest)
    var timer = itimerval()
    timer.it_value.tv_sec = Int(time)
    // A timer of nothing would never ring.
    timer.it_value.tv_usec = max(Int((time - time.rounded(.down)) * 1e6), time < 1 ? 1 : 0)
    unsafe _ = setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }
}
