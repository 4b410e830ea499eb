import CEditline
import Commands
import Glibc

/// What libedit calls back. C functions capture nothing: each finds its editor through the client data.
extension LineEditor {
  private static func current(_ editor: OpaquePointer?) -> LineEditor? {
    guard let editor = unsafe editor, let data = unsafe tercet_el_get_client_data(editor) else { return nil }
    return unsafe Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
  }

  static let prompt: tercet_prompt_function = { editor in
    unsafe LineEditor.current(editor)?.promptPointer
  }

  static let cancel: tercet_key_function = { editor, _ in
    guard let reader = unsafe LineEditor.current(editor), let editor = unsafe editor else { return UInt8(CC_ERROR) }
    reader.wasCanceled = true
    // Shown behind what was typed; the newline key then moves below it, however many rows it takes.
    if let line = unsafe el_wline(editor)?.pointee { unsafe el_cursor(editor, Int32(line.lastchar - line.cursor)) }
    unsafe el_insertstr(editor, "^C")
    unsafe el_push(editor, "\n")
    return UInt8(CC_REFRESH)
  }

  static let suspend: tercet_key_function = { editor, _ in
    guard let editor = unsafe editor else { return UInt8(CC_ERROR) }
    unsafe tercet_el_set_int(editor, EL_PREP_TERM, 0)
    TerminalGuard.write("\u{1B}[?2004l")
    raise(SIGTSTP)
    TerminalGuard.write("\u{1B}[?2004h")
    unsafe tercet_el_set_int(editor, EL_PREP_TERM, 1)
    return UInt8(CC_REDISPLAY)
  }

  /// Inserts a paste as it is, newlines included, up to the closing mark that the terminal sends.
  static let paste: tercet_key_function = { editor, _ in
    guard let editor = unsafe editor else { return UInt8(CC_ERROR) }
    let close = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    var code: wchar_t = 0
    while !pasted.suffix(close.count).elementsEqual(close) {
      guard unsafe el_wgetc(editor, &code) == 1 else { return UInt8(CC_ERROR) }
      pasted.append(Unicode.Scalar(UInt32(bitPattern: code)) ?? "\u{FFFD}")
    }
    pasted.removeLast(close.count)
    while pasted.last == "\n" || pasted.last == "\r" { pasted.removeLast() }
    var text = String.UnicodeScalarView()
    for scalar in pasted {
      switch scalar {
      case "\r": text.append("\n")
      case "\t": text.append(" ")
      case "\n": text.append("\n")
      default: if scalar.value >= 0x20, scalar.value != 0x7F { text.append(scalar) }
      }
    }
    return unsafe insert(String(text), into: editor)
  }

  static let complete: tercet_key_function = { editor, _ in
    guard let reader = unsafe LineEditor.current(editor), let editor = unsafe editor,
      let line = unsafe el_wline(editor)?.pointee, let completer = reader.completer
    else { return UInt8(CC_ERROR) }
    var before = String.UnicodeScalarView()
    var position = unsafe line.buffer
    while let place = unsafe position, unsafe place < line.cursor {
      before.append(Unicode.Scalar(UInt32(bitPattern: unsafe place.pointee)) ?? "\u{FFFD}")
      unsafe position = place + 1
    }
    let completion = completer.completion(of: String(before))
    guard !completion.candidates.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    let replaced = before.suffix(completion.replaced)
    if String(replaced) != completion.insertion {
      unsafe el_deletestr(editor, Int32(completion.replaced))
      return unsafe insert(completion.insertion, into: editor)
    }
    guard completion.candidates.count > 1 else { return UInt8(CC_REFRESH) }
    let columns = ProcessEnvironment.terminalWidth() ?? 80
    TerminalGuard.write("\n" + CandidateList.lines(completion.candidates, columns: columns).map { $0 + "\n" }.joined())
    return UInt8(CC_REDISPLAY)
  }

  private static func insert(_ text: String, into editor: OpaquePointer) -> UInt8 {
    guard !text.isEmpty else { return UInt8(CC_REFRESH) }
    let wide = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    let status = unsafe wide.withUnsafeBufferPointer { unsafe el_winsertstr(editor, $0.baseAddress) }
    return UInt8(status == 0 ? CC_REFRESH : CC_REFRESH_BEEP)
  }
}
