internal import Bytes

/// What somebody answers who is asked whether two entities are one.
enum PairReply: Equatable {
  case same, two, later, undo, quit, help

  /// Nil for what is none of the words, nor a first letter of one.
  init?(_ line: String) {
    switch line.trimmed.lowercased() {
    case "y", "yes": self = .same
    case "n", "no": self = .two
    case "", "l", "later": self = .later
    case "u", "undo": self = .undo
    case "q", "quit", "exit": self = .quit
    case "?", "h", "help": self = .help
    default: return nil
    }
  }

  /// The question, which leaves room for the answer in so many columns; nil for any number.
  static func question(width: Int?) -> String {
    width.map { $0 < 50 } ?? false ? "same? [ynluq]> " : "same? [y]es [n]o [l]ater [u]ndo [q]uit> "
  }

  /// What the letters do, a line each.
  static let explanation = [
    "y  they are one: the first becomes the second", "n  they are two, and are not suggested any more",
    "l  later, as an empty line", "u  take back the last decision, and ask about its pair again",
    "q  stop, as Ctrl-D and Ctrl-C do; what was decided stays",
  ]
}
