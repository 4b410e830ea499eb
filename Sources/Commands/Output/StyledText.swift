internal import Bytes

/// What a piece of text is, so that it can be colored; the renderer decides whether and how.
enum TextStyle: Sendable, Equatable {
  case plain, entity, relation, faint, claim, denied, heading, subject, object, found, error

  /// Parameters of the ANSI escape sequence (Select Graphic Rendition); nil for none.
  var code: String? {
    switch self {
    case .plain: nil
    case .entity: "1"
    case .relation: "36"
    case .faint: "2"
    case .claim: "33"
    case .denied: "31"
    case .heading: "1;4"
    case .subject: "1;34"
    case .object: "1;35"
    case .found: "1;33"
    case .error: "1;31"
    }
  }
}

/// Text with styles, measured and cut by display width.
struct StyledText: Sendable, Equatable, ExpressibleByStringInterpolation {
  struct Run: Sendable, Equatable {
    var text: String
    var style: TextStyle
  }

  private(set) var runs: [Run] = []

  init() {}
  init(_ text: String, _ style: TextStyle = .plain) { runs = text.isEmpty ? [] : [Run(text: text, style: style)] }
  init(stringLiteral text: String) { self.init(text) }

  /// The text alone.
  var plain: String { runs.map(\.text).joined() }
  var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    if text.isEmpty { return }
    // Words that look alike are one run, or each would bring its own escape sequences.
    if runs.last?.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  mutating func append(_ other: StyledText) { runs += other.runs }

  static func + (a: StyledText, b: StyledText) -> StyledText {
    var sum = a
    sum.append(b)
    return sum
  }

  /// Cut to `columns`, the cut marked by `mark`.
  func truncated(to columns: Int, mark: String) -> StyledText {
    guard width > columns else { return self }
    var kept = StyledText()
    var room = columns
    for run in runs {
      let runWidth = DisplayWidth.of(run.text)
      // The mark needs its place also when this run ends exactly at the edge.
      if runWidth + DisplayWidth.of(mark) > room {
        kept.append(DisplayWidth.truncate(run.text + " ", to: room, mark: mark), run.style)
        break
      }
      kept.append(run.text, run.style)
      room -= runWidth
    }
    return kept
  }

  /// With escape sequences when `color` is on; what cannot be seen is replaced either way, so that a text cannot steer
  /// the terminal.
  func rendered(color: Bool) -> RenderedLine {
    RenderedLine(
      text: runs.map { run in
        let text = VisibleText.of(run.text)
        guard color, let code = run.style.code else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
      }.joined())
  }
}

/// A line for people: text that can be seen, and the escape sequences that color it.
///
/// Only ``StyledText`` makes one: a ``TextStream`` to a terminal takes no other escape sequences.
struct RenderedLine: Sendable, Equatable {
  /// With its escape sequences.
  let text: String

  fileprivate init(text: String) { self.text = text }

  static let empty = RenderedLine(text: "")

  var withoutTrailingSpaces: RenderedLine {
    let spaces = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return spaces == 0 ? self : RenderedLine(text: String(text.utf8.dropLast(spaces)) ?? text)
  }
}
