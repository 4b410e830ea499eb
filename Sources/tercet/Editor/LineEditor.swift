import Bytes
import CEditline
import Commands
import Glibc

/// The line editor at the prompt: libedit between the terminal's two ends.
///
/// libedit is not thread-safe: all calls come from the main thread.
@safe final class LineEditor: LineReader {
  var completer: (any WordCompleter)?
  /// The prompt as libedit wants it: it must stay where it is while libedit may look at it.
  private(set) var promptPointer: UnsafeMutablePointer<CChar>?
  /// The prompt that is shown.
  private(set) var shownPrompt = Prompt(text: "")
  /// What was recalled or typed, oldest first, for ``search``.
  private(set) var entries: [String] = []
  private let mostEntries: Int
  /// The text behind which candidates were listed last, and which part of them.
  var listed = (text: "", page: 0)
  /// Set by the ^C key.
  var wasCanceled = false

  let input = TerminalInput()

  private let editor: OpaquePointer
  private let history: OpaquePointer

  /// Nil when libedit cannot be started. The locale must have been set (``Locale/establish()``).
  init?(historySize: Int) {
    guard let editor = unsafe tercet_el_init("tercet") else { return nil }
    guard let history = unsafe history_init() else {
      unsafe el_end(editor)
      return nil
    }
    mostEntries = historySize
    unsafe self.editor = unsafe editor
    unsafe self.history = unsafe history
    unsafe tercet_el_set_pointer(editor, EL_CLIENTDATA, Unmanaged.passUnretained(self).toOpaque())
    unsafe tercet_el_set_reader(editor, LineEditor.read)
    unsafe tercet_el_set_string(editor, EL_EDITOR, "emacs")
    unsafe tercet_el_set_prompt(editor, LineEditor.prompt)
    unsafe tercet_history_set_size(history, Int32(historySize))
    unsafe tercet_history_set_unique(history, 1)
    unsafe tercet_el_set_history(editor, history)
    addKeys()
    // The user's own settings, which may switch to vi keys; what the prompt relies on is bound again behind them.
    unsafe el_source(editor, nil)
    bindRequired()
    unsafe tercet_el_disable_signal_keys(editor)
  }

  deinit {
    // Without edit mode el_end does not throw away what was typed ahead.
    unsafe tercet_el_set_int(editor, EL_EDITMODE, 0)
    unsafe el_end(editor)
    unsafe history_end(history)
    unsafe free(promptPointer)
  }

  /// What libedit draws of an entry is what of it can be seen.
  func remember(_ entry: String) {
    let shown = VisibleText.typed(entry)
    if entries.last != shown { entries.append(shown) }
    if entries.count > mostEntries { entries.removeFirst(entries.count - mostEntries) }
    unsafe _ = tercet_history_enter(history, shown)
  }

  func readLine(prompt: Prompt) -> LineOutcome {
    setPrompt(prompt)
    wasCanceled = false
    TerminalGuard.shared.arm()
    TerminalGuard.write("\u{1B}[?2004h")
    // Before the prompt is seen, so that no key typed early is taken for a signal.
    unsafe tercet_el_set_int(editor, EL_PREP_TERM, 1)
    defer {
      TerminalGuard.write("\u{1B}[?2004l")
      TerminalGuard.shared.disarm()
    }
    while true {
      var count: Int32 = 0
      errno = 0
      guard let bytes = unsafe el_gets(editor, &count), count > 0 else {
        if wasCanceled { return .canceled }
        if count < 0, errno == EINTR { continue }
        return .end
      }
      if wasCanceled { return .canceled }
      var line = unsafe String(cString: bytes)
      if line.hasSuffix("\n") { line.removeLast() }
      return .line(line)
    }
  }

  /// `\1` begins and ends what takes no columns. libedit drops such a part at the very end of a prompt and the first of
  /// two in a row, so the closing code stands before the last two characters.
  func setPrompt(_ prompt: Prompt) {
    shownPrompt = prompt
    var text = prompt.text
    if let code = prompt.colorCode, text.count > 2 {
      let tail = text.suffix(2)
      text = "\u{1}\u{1B}[\(code)m\u{1}\(text.dropLast(2))\u{1}\u{1B}[0m\u{1}\(tail)"
    }
    let previous = unsafe promptPointer
    unsafe promptPointer = strdup(text)
    unsafe free(previous)
  }

  private func addKeys() {
    unsafe tercet_el_add_function(editor, "tercet-complete", "complete a word", LineEditor.complete)
    unsafe tercet_el_add_function(editor, "tercet-cancel", "give up the line", LineEditor.cancel)
    unsafe tercet_el_add_function(editor, "tercet-suspend", "stop the program", LineEditor.suspend)
    unsafe tercet_el_add_function(editor, "tercet-search", "search what was typed before", LineEditor.search)
    unsafe tercet_el_add_function(editor, "tercet-paste", "insert what is pasted", LineEditor.paste)
    for (key, function) in Self.comfort { unsafe tercet_el_bind(editor, key, function) }
    bindRequired()
  }

  private func bindRequired() {
    for (key, function) in Self.required { unsafe tercet_el_bind(editor, key, function) }
  }

  /// Keys that people expect and libedit leaves out; the user's settings may change them.
  private static let comfort = [
    ("^W", "ed-delete-prev-word"), ("^R", "tercet-search"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("\\e[1;3C", "em-next-word"), ("\\e[1;3D", "ed-prev-word"),
    ("\\e[3~", "ed-delete-next-char"), ("\\e[3;5~", "em-delete-next-word"),
    ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"),
    ("\\e[H", "ed-move-to-beg"), ("\\e[F", "ed-move-to-end"),
    ("\\eOH", "ed-move-to-beg"), ("\\eOF", "ed-move-to-end"),
    ("\\ep", "ed-search-prev-history"), ("\\en", "ed-search-next-history"),
    ("\\e[5~", "ed-search-prev-history"), ("\\e[6~", "ed-search-next-history"),
  ]

  private static let required = [
    ("^I", "tercet-complete"), ("^C", "tercet-cancel"), ("^Z", "tercet-suspend"), ("\\e[200~", "tercet-paste"),
  ]
}
