internal import GraphModel
internal import GraphQuery

/// What `set` changes.
struct Settings: Sendable, Equatable {
  var format = AnswerFormat.auto
  var showsClaims = false
  /// Whether what is somebody's word is shown.
  var showsSaid = true
  /// Rows where a statement has no limit of its own; nil for the defaults of each verb.
  var limit: Int?
  /// Seconds after which a statement is given up; nil for never.
  var timeout: Double?
  /// Bytes that a statement and its answer may take.
  var memory = QueryLimits.usualMemory
  /// Whether paths are shown with the sentences of their edges; nil for a few paths only.
  var showsSentences: Bool?
  var showsTime = false
  var echoes = false
  /// Whether an answer that is longer than the screen is shown page by page.
  var usesPager = true
  /// A line between two answers; nil for what the format has.
  var separator: String?
  /// Whether cells of TSV and CSV may be formulas of spreadsheets; nil for those of TSV alone.
  var keepsFormulas: Bool?
  var color = ProcessEnvironment.ColorChoice.auto
  /// Columns; nil for those of the terminal.
  var width: Int?

  /// The bounds that the evaluator takes. A time longer than anybody waits is none: a duration cannot hold every
  /// number.
  var limits: QueryLimits {
    let time = timeout.flatMap { $0 < 1e9 ? Duration.seconds($0) : nil }
    return QueryLimits(time: time, rows: limit, degrees: degrees, memory: memory)
  }

  private var degrees: StatementDegrees {
    var degrees = StatementDegrees.facts
    if showsSaid { degrees.insert(.reported) }
    if showsClaims { degrees.insert(.claims) }
    return degrees
  }

  /// Seconds that a statement of a stranger has where nobody says: long for a question, short for who waits.
  static let safeTimeout = 60.0
}

/// One setting: its row in `set` and in help.
struct SettingRow: Sendable {
  var name: String
  /// What it takes, in words for an error.
  var expected: String
  /// Values that completion offers.
  var choices: [String] = []
  var help: String
  /// The value as it would be typed.
  var read: @Sendable (Settings) -> String
  /// Takes a value; false when it is none.
  var write: @Sendable (inout Settings, String) -> Bool
  /// What it bounds, so that in safe mode it only goes down; nil for a setting that bounds nothing.
  var bound: (@Sendable (Settings) -> Double)?

  static func named(_ name: String) throws(CommandError) -> SettingRow {
    if let row = all.first(where: { $0.name == name.lowercased() }) { return row }
    throw .unknownSetting(name, suggestion: Suggestion.closest(to: name, among: all.map(\.name)))
  }

  static let all: [SettingRow] = [
    SettingRow(
      name: "format", expected: AnswerFormat.names, choices: AnswerFormat.allCases.map(\.rawValue),
      help: "how answers are written", read: { $0.format.rawValue },
      write: { settings, value in
        guard let format = AnswerFormat(rawValue: value) else { return false }
        settings.format = format
        return true
      }),
    toggle("claims", "show what is denied, possible, expected, planned, desired or an obligation", \.showsClaims),
    toggle("said", "show what is somebody's word, with the speaker", \.showsSaid),
    SettingRow(
      name: "limit", expected: "a whole number or off", choices: ["off"], help: "rows of an answer",
      read: { $0.limit.map(String.init) ?? "off" },
      write: { settings, value in
        guard value == "off" || Int(value).map({ $0 > 0 }) == true else { return false }
        settings.limit = Int(value)
        return true
      }, bound: { $0.limit.map { Double($0) } ?? .infinity }),
    SettingRow(
      name: "timeout", expected: "seconds or off", choices: ["off"],
      help: "seconds after which a statement is given up",
      read: { $0.timeout.map { "\($0)" } ?? "off" },
      write: { settings, value in
        guard value == "off" || Double(value).map({ $0 > 0 && $0.isFinite }) == true else { return false }
        settings.timeout = Double(value)
        return true
      }, bound: { $0.timeout ?? .infinity }),
    SettingRow(
      name: "memory", expected: ByteSize.expected, help: "memory that a statement and its answer may take",
      read: { ByteSize.text($0.memory) },
      write: { settings, value in
        guard let bytes = ByteSize.bytes(value) else { return false }
        settings.memory = bytes
        return true
      }, bound: { Double($0.memory) }),
    automatic("sentences", "show the sentences of a path (auto: of up to three paths)", \.showsSentences),
    automatic(
      "formulas", "leave cells as they are that a spreadsheet would compute (auto: in tsv, not in csv)",
      \.keepsFormulas),
    toggle("timer", "tell how long each statement took", \.showsTime),
    SettingRow(
      name: "separator", expected: "a word or off", choices: ["off", "---"], help: "a line between two answers",
      read: { $0.separator ?? "off" },
      write: { settings, value in
        guard !value.isEmpty, !value.contains(where: \.isWhitespace) else { return false }
        settings.separator = value == "off" ? nil : value
        return true
      }),
    toggle("pager", "show what is longer than the screen page by page, at the prompt", \.usesPager),
    toggle("echo", "write each statement of a script before its answer", \.echoes),
    SettingRow(
      name: "color", expected: "auto, always or never", choices: ["auto", "always", "never"], help: "color the output",
      read: { $0.color.rawValue },
      write: { settings, value in
        guard let color = ProcessEnvironment.ColorChoice(rawValue: value) else { return false }
        settings.color = color
        return true
      }),
    SettingRow(
      name: "width", expected: "columns (20 or more) or auto", choices: ["auto"], help: "columns that tables may take",
      read: { $0.width.map(String.init) ?? "auto" },
      write: { settings, value in
        guard value == "auto" || Int(value).map({ $0 >= 20 }) == true else { return false }
        settings.width = Int(value)
        return true
      }),
  ]

  private static func toggle(
    _ name: String, _ help: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable
  ) -> SettingRow {
    SettingRow(
      name: name, expected: "on or off", choices: ["on", "off"], help: help, read: { $0[keyPath: path] ? "on" : "off" },
      write: { settings, value in
        guard value == "on" || value == "off" else { return false }
        settings[keyPath: path] = value == "on"
        return true
      })
  }

  /// A switch that can be left to what is shown.
  private static func automatic(
    _ name: String, _ help: String, _ path: any WritableKeyPath<Settings, Bool?> & Sendable
  ) -> SettingRow {
    SettingRow(
      name: name, expected: "on, off or auto", choices: ["on", "off", "auto"], help: help,
      read: { $0[keyPath: path].map { $0 ? "on" : "off" } ?? "auto" },
      write: { settings, value in
        guard ["on", "off", "auto"].contains(value) else { return false }
        settings[keyPath: path] = value == "auto" ? nil : value == "on"
        return true
      })
  }
}
