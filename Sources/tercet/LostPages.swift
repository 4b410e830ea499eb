import Bytes
import Commands
import Glibc

/// Ends the program with words when a file that it reads is cut short by another program: what is mapped and no longer
/// there cannot be read, and the system says so by a signal.
enum LostPages {
  static func install() {
    // What the handler needs exists before it runs.
    unsafe _ = MappedFile.path(holding: 0)
    _ = TerminalGuard.shared
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_sigaction = { number, information, _ in
      let address = unsafe UInt(bitPattern: information?.pointee._sifields._sigfault.si_addr)
      guard let path = unsafe MappedFile.path(holding: address) else {
        // No file: a fault of the program, which ends as such.
        TerminalGuard.shared.restore()
        Glibc.signal(number, SIG_DFL)
        raise(number)
        return
      }
      TerminalGuard.shared.restore()
      unsafe LostPages.writeName(path)
      SignalOutput.write(": error: the file was cut short by another program while it was read\n")
      SignalOutput.write("  repeat the command when that program is done\n")
      _exit(ExitStatus.badData.rawValue)
    }
    action.sa_flags = SA_SIGINFO
    unsafe sigaction(SIGBUS, &action, nil)
  }

  /// ASCII alone: nothing else can be told from what steers a terminal without tables.
  @unsafe
  private static func writeName(_ path: UnsafePointer<CChar>) {
    var place = unsafe path
    while unsafe place.pointee != 0 {
      var byte = unsafe UInt8(bitPattern: place.pointee)
      if !(0x20..<0x7F).contains(byte) { byte = UInt8(ascii: "?") }
      unsafe _ = Glibc.write(2, &byte, 1)
      unsafe place += 1
    }
  }
}
