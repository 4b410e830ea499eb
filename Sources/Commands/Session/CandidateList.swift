internal import Bytes

/// Completion candidates for the terminal; what of them cannot be seen is replaced.
public enum CandidateList {
  /// How many are shown at once, in columns, and with a note behind each.
  static let limit = 60
  static let notedLimit = 20

  /// Lines no wider than `columns` with a part of the candidates: one a line with its note where they have some,
  /// otherwise in columns, as `ls` sets file names.
  ///
  /// - Parameter page: the number of the part, from 0; behind the last one it begins anew.
  public static func lines(_ completion: Completion, columns: Int, page: Int = 0) -> [String] {
    let candidates = completion.candidates
    let isNoted = completion.notes.count == candidates.count && completion.notes.contains { !$0.isEmpty }
    let limit = isNoted ? notedLimit : limit
    let pages = max(1, (candidates.count + limit - 1) / limit)
    let first = page % pages * limit
    let part = first..<min(first + limit, candidates.count)
    var lines =
      isNoted
      ? notedLines(Array(candidates[part]), Array(completion.notes[part]), columns)
      : Self.lines(Array(candidates[part]), columns)
    if pages > 1 {
      lines.append("\(part.lowerBound + 1) to \(part.upperBound) of \(candidates.count); Tab shows the next")
    }
    return lines
  }

  /// Read down the columns.
  private static func lines(_ candidates: [String], _ columns: Int) -> [String] {
    let shown = candidates.map { fit($0, max(8, columns - 2)) }
    let cell = (shown.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let perLine = max(1, columns / cell)
    let rows = (shown.count + perLine - 1) / perLine
    return (0..<rows).map { row in
      var line = ""
      for index in stride(from: row, to: shown.count, by: rows) {
        line += shown[index]
        if index + rows < shown.count { line += padding(cell - DisplayWidth.of(shown[index])) }
      }
      return line
    }
  }

  private static func notedLines(_ candidates: [String], _ notes: [String], _ columns: Int) -> [String] {
    let shown = candidates.map { fit($0, max(8, columns / 2)) }
    let cell = (shown.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    return zip(shown, notes).map { candidate, note in
      note.isEmpty
        ? candidate : candidate + padding(cell - DisplayWidth.of(candidate)) + fit(note, max(8, columns - cell - 1))
    }
  }

  private static func fit(_ text: String, _ columns: Int) -> String {
    DisplayWidth.truncate(VisibleText.of(text), to: columns, mark: "~")
  }

  private static func padding(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns)) }
}
