internal import Bytes
internal import GraphModel
internal import GraphQuery

extension Session {
  /// Whether somebody at the prompt can be asked: not by a script, nor where answers go elsewhere.
  var canAsk: Bool { askPerson != nil && depth == 0 && redirected == nil }

  /// Asks whoever is at the prompt, below all that was written.
  ///
  /// - Returns: the line; nil for ^C, ^D, and where nobody can be asked.
  func reply(to question: String) throws(StatementFailure) -> String? {
    guard canAsk, let askPerson else { return nil }
    try StatementFailure.stream { () throws(CommandError) in
      try standardOutput.flush()
      try messages.flush()
    }
    switch askPerson(Prompt(text: question, colorCode: promptColor)) {
    case .line(let line): return line
    case .canceled: return nil
    case .end:
      try write([RenderedLine.empty])
      return nil
    }
  }

  /// Parameters of the escape sequence that colors prompts; nil for none.
  var promptColor: String? { environment.usesColor(settings.color) ? "1;36" : nil }
}
