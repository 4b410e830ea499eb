internal import GraphQuery

/// Reads lines as the terminal hands them over, for terminals that cannot move the cursor.
final class PlainLineReader: LineReader {
  var completer: (any WordCompleter)?
  private let output: TextStream
  private let cancellation: Cancellation
  private var lines: InputLines

  init(output: TextStream, cancellation: Cancellation) {
    self.output = output
    self.cancellation = cancellation
    lines = InputLines(cancellation: cancellation)
  }

  func remember(_ entry: String) {}

  func readLine(prompt: Prompt) -> LineOutcome {
    cancellation.reset()
    do throws(CommandError) {
      try output.write(prompt.text)
      try output.flush()
      guard let line = try lines.next() else {
        guard cancellation.isCancelled else {
          // A terminal goes on behind ^D.
          lines = InputLines(cancellation: cancellation)
          return .end
        }
        try output.writeLine("")
        return .canceled
      }
      return .line(line.hasSuffix("\n") ? String(line.dropLast()) : line)
    } catch {
      return .end
    }
  }
}
