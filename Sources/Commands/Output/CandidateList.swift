internal import Bytes

/// Completion candidates in columns, as `ls` sets file names; what of them cannot be seen is replaced.
public enum CandidateList {
  /// How many are shown at most; a line tells of the rest.
  static let limit = 60

  /// Lines no wider than `columns`, read down the columns.
  public static func lines(_ candidates: [String], columns: Int) -> [String] {
    let shown = candidates.prefix(limit).map {
      DisplayWidth.truncate(VisibleText.of($0), to: max(8, columns - 2), mark: "~")
    }
    let cell = (shown.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let perLine = max(1, columns / cell)
    let rows = (shown.count + perLine - 1) / perLine
    var lines = (0..<rows).map { row in
      var line = ""
      for index in stride(from: row, to: shown.count, by: rows) {
        line += shown[index]
        if index + rows < shown.count { line += String(repeating: " ", count: cell - DisplayWidth.of(shown[index])) }
      }
      return line
    }
    if candidates.count > limit { lines.append("and \(candidates.count - limit) more") }
    return lines
  }
}
