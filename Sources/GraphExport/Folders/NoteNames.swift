internal import Bytes

/// Names of files that every system takes, each once in its folder, whatever the case of letters.
struct NoteNames {
  private var taken: Set<String> = []

  /// The name of the next file, without its ending: `title` where that can be one, else what is nearest to it. One that
  /// is taken has `mark` behind it, and then a number.
  mutating func name(of title: String, mark: String) -> String {
    let plain = Self.safe(title)
    if take(plain) { return plain }
    let marked = mark.isEmpty ? plain : "\(plain) (\(Self.safe(mark)))"
    if take(marked) { return marked }
    var number = 2
    while !take("\(marked) \(number)") { number += 1 }
    return "\(marked) \(number)"
  }

  private mutating func take(_ name: String) -> Bool {
    // Strings that differ in composition are equal, as on file systems that compose names.
    taken.insert(name.lowercased()).inserted
  }

  /// Bytes of a name: with a mark, a number and an ending it stays below 255.
  private static let longest = 150
  /// What Windows opens as a device.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// `title` without what file systems, links or shells take for something else: those characters become `-`.
  static func safe(_ title: String) -> String {
    var name = ""
    for character in title {
      let isMarkup = character.unicodeScalars.contains { "/\\:*?\"<>|#^[]%`$".unicodeScalars.contains($0) }
      let isSeen = VisibleText.isVisible(String(character))
      let next = isMarkup ? "-" : isSeen ? String(character) : " "
      if name.utf8.count + next.utf8.count > longest { break }
      name += next
    }
    name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let first = name.first, first == "." || first == "-" || first == "~" || first == " " { name.removeFirst() }
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    if name.isEmpty { return "note" }
    let stem = name.prefix { $0 != "." }.lowercased()
    return devices.contains(stem) ? "\(name)_" : name
  }
}
