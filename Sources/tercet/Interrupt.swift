import Commands
import Glibc

/// The interrupt key while a command or statement runs: the first asks it to stop, a second one ends the program.
enum Interrupt {
  static let flag = InterruptFlag()

  static func install() {
    // The flag exists before the handler can touch it.
    flag.clear()
    var action = sigaction()
    // Without SA_RESTART a read that waits is broken off.
    unsafe action.__sigaction_handler.sa_handler = { number in
      if Interrupt.flag.isSet {
        signal(number, SIG_DFL)
        raise(number)
      }
      Interrupt.flag.set()
    }
    unsafe sigaction(SIGINT, &action, nil)
  }
}
