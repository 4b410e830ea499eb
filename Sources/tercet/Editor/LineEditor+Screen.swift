import CEditline
import Commands
import Glibc

/// Drawing the edited line anew where libedit does not know how it stands on the screen.
extension LineEditor {
  /// Takes prompt and line off the screen; the cursor is then where the prompt began.
  func erase(_ editor: OpaquePointer) {
    let rows = unsafe rowsAboveCursor(editor)
    TerminalGuard.write((rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r\u{1B}[J")
  }

  /// Takes the new width of the terminal. A narrower one has broken the rows of the line anew.
  func resize(_ editor: OpaquePointer) {
    unsafe erase(editor)
    unsafe el_resize(editor)
    unsafe tercet_el_set_int(editor, EL_REFRESH, 0)
  }

  /// Makes `text` the line, with the cursor at its end.
  func replaceLine(_ editor: OpaquePointer, by text: String) {
    guard let line = unsafe el_wline(editor)?.pointee else { return }
    unsafe el_cursor(editor, Int32(line.lastchar - line.cursor))
    unsafe el_deletestr(editor, Int32(line.lastchar - line.buffer))
    _ = unsafe Self.insert(text, into: editor)
  }

  /// What stands in the line, and how many of its characters stand before the cursor.
  func line(_ editor: OpaquePointer) -> (text: String, cursor: Int) {
    guard let line = unsafe el_wline(editor)?.pointee else { return ("", 0) }
    var text = String.UnicodeScalarView()
    var position = unsafe line.buffer
    while let place = unsafe position, unsafe place < line.lastchar {
      text.append(Unicode.Scalar(UInt32(bitPattern: unsafe place.pointee)) ?? "\u{FFFD}")
      unsafe position = place + 1
    }
    return unsafe (String(text), line.cursor - line.buffer)
  }

  /// Rows between the beginning of the prompt and the cursor.
  private func rowsAboveCursor(_ editor: OpaquePointer) -> Int {
    let columns = ProcessEnvironment.terminalWidth() ?? 80
    let (text, cursor) = unsafe line(editor)
    var rows = 0
    var column = 0
    for scalar in (shownPrompt.text + String(text.unicodeScalars.prefix(cursor))).unicodeScalars {
      if scalar == "\n" {
        rows += 1
        column = 0
        continue
      }
      let width = DisplayWidth.of(String(scalar))
      if column + width > columns {
        rows += 1
        column = 0
      }
      column += width
    }
    return rows + (column == columns ? 1 : 0)
  }
}
