internal import GraphQuery

/// Tells how far a long run over documents is.
struct Progress {
  private var line: StatusLine
  private let start = ContinuousClock.now
  private(set) var documents = 0
  private(set) var sentences = 0

  init(_ line: StatusLine) { self.line = line }

  /// Seconds since the start.
  var seconds: Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }

  mutating func add(sentences: Int) throws(CommandError) {
    documents += 1
    self.sentences += sentences
    let (documents, all, seconds) = (documents, self.sentences, seconds)
    try line.show(
      "\(counted(documents, "document")), \(counted(all, "sentence")), \(Int(Double(all) / max(seconds, 0.001))) a second"
    )
  }

  /// Takes the line off the screen.
  mutating func erase() throws(CommandError) { try line.erase() }
}
