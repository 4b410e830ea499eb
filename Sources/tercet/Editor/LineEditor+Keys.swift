import Bytes
import CEditline
import Commands
import Glibc

/// What libedit calls back. C functions capture nothing: each finds its editor through the client data.
extension LineEditor {
  static func current(_ editor: OpaquePointer?) -> LineEditor? {
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

  /// The handler of the signal gives the terminal back; ``read`` takes it again.
  static let suspend: tercet_key_function = { _, _ in
    raise(SIGTSTP)
    return UInt8(CC_NORM)
  }

  static let read: tercet_read_function = { editor, place in
    guard let reader = unsafe LineEditor.current(editor), let editor = unsafe editor, let place = unsafe place else {
      return -1
    }
    let character = reader.input.character { event in
      switch event {
      case .resumed: unsafe resume(editor)
      case .resized: unsafe reader.resize(editor)
      }
    }
    guard let scalar = character else { return 0 }
    unsafe place.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  /// Takes the terminal after the program was stopped, and draws the line anew.
  private static func resume(_ editor: OpaquePointer) {
    // Out of edit mode first: otherwise libedit believes that nothing has changed.
    unsafe tercet_el_set_int(editor, EL_PREP_TERM, 0)
    unsafe tercet_el_set_int(editor, EL_PREP_TERM, 1)
    TerminalGuard.write("\u{1B}[?2004h\r\u{1B}[K")
    unsafe tercet_el_set_int(editor, EL_REFRESH, 0)
  }

  /// How long nothing comes before and behind a key, in milliseconds: a terminal hands on a paste without such a rest.
  private static let restBeforeKey: Int32 = 200
  private static let restBehindKey: Int32 = 100

  /// Inserts a paste as far as it can be seen, newlines included, up to the closing mark that the terminal sends. Where
  /// the mark is lost, ^C gives up the line and ^D ends the paste: as keys, not in the middle of what is pasted.
  static let paste: tercet_key_function = { editor, key in
    guard let reader = unsafe LineEditor.current(editor), let editor = unsafe editor else { return UInt8(CC_ERROR) }
    let close = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    var code: wchar_t = 0
    var isClosed = false
    while !isClosed {
      let isRested = reader.input.isQuiet(milliseconds: restBeforeKey)
      guard unsafe el_wgetc(editor, &code) == 1 else { return UInt8(CC_ERROR) }
      let scalar = Unicode.Scalar(UInt32(bitPattern: code)) ?? "\u{FFFD}"
      if isRested, scalar == "\u{3}" || scalar == "\u{4}", reader.input.isQuiet(milliseconds: restBehindKey) {
        if scalar == "\u{3}" { return unsafe cancel(editor, key) }
        break
      }
      pasted.append(scalar)
      isClosed = pasted.suffix(close.count).elementsEqual(close)
    }
    if isClosed { pasted.removeLast(close.count) }
    while pasted.last == "\n" || pasted.last == "\r" { pasted.removeLast() }
    let lines = String(String.UnicodeScalarView(pasted)).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return unsafe insert(VisibleText.typed(lines), into: editor)
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
    // Again for what was listed: the next part.
    let text = String(before)
    reader.listed = (text, reader.listed.text == text ? reader.listed.page + 1 : 0)
    TerminalGuard.show(CandidateList.lines(completion, columns: columns, page: reader.listed.page))
    return UInt8(CC_REDISPLAY)
  }

  static func insert(_ text: String, into editor: OpaquePointer) -> UInt8 {
    guard !text.isEmpty else { return UInt8(CC_REFRESH) }
    let wide = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    let status = unsafe wide.withUnsafeBufferPointer { unsafe el_winsertstr(editor, $0.baseAddress) }
    return UInt8(status == 0 ? CC_REFRESH : CC_REFRESH_BEEP)
  }
}
