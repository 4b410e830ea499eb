internal import Glibc

/// A line on standard error that tells how far a long run is; only on a terminal, at most ten times a second.
struct Progress {
  private let messages: TextStream
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isOnScreen = false
  private(set) var documents = 0
  private(set) var sentences = 0

  init(_ messages: TextStream, isShown: Bool) {
    self.messages = messages
    self.isShown = isShown
  }

  /// Seconds since the start.
  var seconds: Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }

  mutating func add(sentences: Int) throws(CommandError) {
    documents += 1
    self.sentences += sentences
    guard isShown else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    isOnScreen = true
    let rate = Int(Double(self.sentences) / max(seconds, 0.001))
    try messages.write("\r\(documents) documents, \(self.sentences) sentences, \(rate) a second\u{1B}[K")
    try messages.flush()
  }

  /// Takes the line off the screen.
  mutating func erase() throws(CommandError) {
    guard isOnScreen else { return }
    isOnScreen = false
    try messages.write("\r\u{1B}[K")
    try messages.flush()
  }
}
