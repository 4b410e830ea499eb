/// Where the prompt gets its lines from: a line editor, or plain lines on a dumb terminal.
public protocol LineReader: AnyObject {
  /// Reads one line, without its final newline. It may hold newlines when several lines were pasted or recalled.
  func readLine(prompt: Prompt) -> LineOutcome
  /// Makes `entry` the latest that the arrow keys recall.
  func remember(_ entry: String)
  /// Completes words; nil for none.
  var completer: (any WordCompleter)? { get set }
}

/// What came of asking for a line.
public enum LineOutcome: Sendable, Equatable {
  case line(String)
  /// ^C: the line is given up.
  case canceled
  /// ^D on an empty line, or the end of the input.
  case end
}

/// What stands before the cursor.
public struct Prompt: Sendable, Equatable {
  /// `news> `.
  public var text: String
  /// Parameters of the escape sequence that colors it; nil for none.
  public var colorCode: String?

  public init(text: String, colorCode: String? = nil) {
    self.text = text
    self.colorCode = colorCode
  }
}

/// Completes the word before the cursor.
public protocol WordCompleter: AnyObject {
  /// - Parameter text: what stands before the cursor.
  func completion(of text: String) -> Completion
}

/// What the tab key finds.
public struct Completion: Sendable, Equatable {
  /// How many characters (Unicode scalars) before the cursor are replaced.
  public var replaced: Int
  /// What replaces them: the whole word if there is one candidate, otherwise what all candidates have in common.
  public var insertion: String
  /// The candidates as they are listed; empty when there is none.
  public var candidates: [String]
  /// What each candidate means; empty where none is told of.
  public var notes: [String]

  public init(replaced: Int = 0, insertion: String = "", candidates: [String] = [], notes: [String] = []) {
    self.replaced = replaced
    self.insertion = insertion
    self.candidates = candidates
    self.notes = notes
  }

  public static let none = Completion()
}
