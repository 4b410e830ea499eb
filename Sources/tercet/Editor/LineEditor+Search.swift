import Bytes
import CEditline
import Commands
import Glibc

/// Looking for an earlier statement by a part of it: libedit's own search forgets the line at the first arrow key.
extension LineEditor {
  /// The state of a search.
  private struct Search {
    var wanted = ""
    /// Number of the entry that is shown; nil for none.
    var found: Int?
    var failed = false

    /// Looks in `entries` for what is wanted, from entry number `start` on backwards or forwards.
    mutating func look(in entries: [String], from start: Int, step: Int) {
      var number = start
      while entries.indices.contains(number) {
        if entries[number].lowercased().contains(wanted.lowercased()) {
          (found, failed) = (number, false)
          return
        }
        number += step
      }
      failed = true
    }
  }

  static let search: tercet_key_function = { editor, _ in
    guard let reader = unsafe LineEditor.current(editor), let editor = unsafe editor else { return UInt8(CC_ERROR) }
    return unsafe reader.search(editor)
  }

  private func search(_ editor: OpaquePointer) -> UInt8 {
    let original = unsafe line(editor).text
    let prompt = shownPrompt
    var search = Search()
    while true {
      let state = search.failed ? "no match" : "search"
      unsafe show(editor, search.found.map { entries[$0] } ?? "", behind: Prompt(text: "(\(state)) \(search.wanted): "))
      var code: wchar_t = 0
      guard unsafe el_wgetc(editor, &code) == 1 else { return UInt8(CC_EOF) }
      let last = entries.count - 1
      switch UInt32(bitPattern: code) {
      case 0x12: search.look(in: entries, from: (search.found ?? last + 1) - 1, step: -1)
      case 0x13: search.look(in: entries, from: (search.found ?? last) + 1, step: 1)
      case 0x08, 0x7F:
        if !search.wanted.isEmpty { search.wanted.removeLast() }
        search.found = nil
        if search.wanted.isEmpty { search.failed = false } else { search.look(in: entries, from: last, step: -1) }
      case 0x03, 0x07:
        unsafe show(editor, original, behind: prompt)
        return UInt8(CC_NORM)
      case let control where control < 0x20:
        // The key does what it does on the line that was found.
        unsafe show(editor, search.found.map { entries[$0] } ?? original, behind: prompt)
        unsafe el_push(editor, String(UnicodeScalar(UInt8(control))))
        return UInt8(CC_NORM)
      case let value:
        guard let scalar = Unicode.Scalar(value), VisibleText.isVisible(String(scalar)) else { continue }
        search.wanted.unicodeScalars.append(scalar)
        search.look(in: entries, from: search.found ?? last, step: -1)
      }
    }
  }

  private func show(_ editor: OpaquePointer, _ text: String, behind prompt: Prompt) {
    unsafe erase(editor)
    setPrompt(prompt)
    unsafe replaceLine(editor, by: text)
    unsafe tercet_el_set_int(editor, EL_REFRESH, 0)
  }
}
