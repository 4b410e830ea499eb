internal import GraphQuery

/// How answers are laid out for whoever reads them.
public struct OutputStyle: Sendable, Equatable {
  public var color: Bool
  /// Columns of the terminal; nil when there is none, and nothing is cut.
  public var width: Int?
  /// Whether the reader understands UTF-8; otherwise lines and arrows are drawn in ASCII.
  public var unicode: Bool

  /// Whether cells of TSV and CSV may be formulas of spreadsheets; nil for what the format does (``TableText``).
  var keepsFormulas: Bool?

  public init(color: Bool = false, width: Int? = nil, unicode: Bool = true) {
    self.color = color
    self.width = width
    self.unicode = unicode
  }

  /// Plain text for a pipe.
  public static let plain = OutputStyle()

  var ellipsis: String { unicode ? "…" : "~" }
  var rule: String { unicode ? "─" : "-" }
  var times: String { unicode ? "×" : "x" }
  /// An arrow along an edge: `─leads→`, or against it: `←leads─`; without head `─resigns`.
  func arrow(_ arrow: AnswerText.Arrow) -> String {
    let line = unicode ? "─" : "-"
    guard arrow.hasHead else { return line + arrow.words }
    return arrow.isBackward
      ? (unicode ? "←" : "<-") + arrow.words + line : line + arrow.words + (unicode ? "→" : "->")
  }
}
