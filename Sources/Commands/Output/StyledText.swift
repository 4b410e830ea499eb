/// What a piece of text is, so that it can be colored; the renderer decides whether and how.
enum TextStyle: Sendable, Equatable {
  case plain, entity, relation, faint, claim, denied, heading, subject, object, error

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
    case .error: "1;31"
    }
  }
}

/// Text with styles, measured and cut by display width.
struct StyledText: Sendable, Equatable, ExpressibleByStringLiteral {
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
    if !text.isEmpty { runs.append(Run(text: text, style: style)) }
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

  /// With escape sequences when `color` is on; control characters are made visible either way.
  func rendered(color: Bool) -> String {
    runs.map { run in
      let text = Self.visible(run.text)
      guard color, let code = run.style.code else { return text }
      return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }.joined()
  }

  /// Control characters (a name may hold any) replaced by their pictures, so that a text cannot steer the terminal.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) else {
      return text
    }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: clean.append(" ")
      case 0..<0x20, 0x7F...0x9F: clean.append("\u{FFFD}")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }
}
