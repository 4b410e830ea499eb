internal import Glibc

/// Shows what is longer than the screen through a program that turns pages, such as less.
final class Pager {
  /// A command of the shell.
  private let command: String
  /// What came while it fitted the screen.
  private var held: [UInt8] = []
  private var program: ShellCommand?
  /// Whether the reader has left: what still comes is dropped.
  private(set) var isLeft = false

  init(command: String) { self.command = command }

  /// The command that the environment asks for; nil where it asks for none or less is not there.
  ///
  /// `TERCET_PAGER` goes before `PAGER`; empty means none.
  init?(_ environment: ProcessEnvironment) {
    guard environment.isOutputTerminal, environment.isInputTerminal, !environment.isDumb else { return nil }
    if let chosen = environment.variables["TERCET_PAGER"] ?? environment.variables["PAGER"] {
      if chosen.allSatisfy(\.isWhitespace) || chosen == "cat" { return nil }
      command = chosen
    } else {
      let folders = (environment.variables["PATH"] ?? "").split(separator: ":")
      guard folders.contains(where: { unsafe access("\($0)/less", X_OK) == 0 }) else { return nil }
      // Ends by itself where all fits, keeps colors, and leaves what was read on the screen.
      command = "less -FRX"
    }
  }

  /// Takes more of what is written, and starts the program once that is more than the screen has.
  func take(_ bytes: [UInt8]) {
    if isLeft { return }
    if let program { return send(bytes, to: program) }
    held += bytes
    guard Self.isLonger(held, than: Self.screen()) else { return }
    // Without the program everything goes to the screen at the end.
    // As other programs do where nobody says otherwise: colors stay, and it ends by itself where all fits.
    guard let program = try? ShellCommand("export LESS=\"${LESS-FRX}\"; \(command)") else { return }
    self.program = program
    send(held, to: program)
  }

  /// Ends the page: waits for the reader, or hands back what fits the screen.
  ///
  /// - Returns: what is still to be written to the terminal; all of it where the program failed.
  func finish() -> [UInt8] {
    defer {
      (held, program, isLeft) = ([], nil, false)
    }
    guard let program else { return held }
    return program.finish() == 0 ? [] : held
  }

  private func send(_ bytes: [UInt8], to program: ShellCommand) {
    if TextStream.writeAll(bytes, to: program.descriptor) != 0 { isLeft = true }
  }

  /// Rows and columns of the terminal.
  private static func screen() -> (rows: Int, columns: Int) {
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return (24, 80) }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Whether `text` and a prompt below it take more rows than the screen has; a long line takes several.
  static func isLonger(_ text: [UInt8], than screen: (rows: Int, columns: Int)) -> Bool {
    var rows = 1
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      rows += max(1, (columns(of: line) + screen.columns - 1) / screen.columns)
      if rows > screen.rows { return true }
    }
    return false
  }

  /// Columns that a line takes, without the sequences that color it.
  private static func columns(of line: ArraySlice<UInt8>) -> Int {
    var shown: [UInt8] = []
    var isEscape = false
    for byte in line {
      if byte == 0x1B {
        isEscape = true
      } else if isEscape {
        isEscape = byte != UInt8(ascii: "m")
      } else {
        shown.append(byte)
      }
    }
    return DisplayWidth.of(String(decoding: shown, as: UTF8.self))
  }
}
