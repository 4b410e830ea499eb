/// A line on standard error that is written over and over; only on a terminal, at most ten times a second.
struct StatusLine {
  private let messages: TextStream
  let isShown: Bool
  private var last: ContinuousClock.Instant?
  private var isOnScreen = false

  init(_ messages: TextStream, isShown: Bool) {
    self.messages = messages
    self.isShown = isShown
  }

  /// Shows `text` in the place of what is there, unless that is newer than a tenth of a second.
  mutating func show(_ text: @autoclosure () -> String) throws(CommandError) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    isOnScreen = true
    try messages.write(status: text())
    try messages.flush()
  }

  /// Takes the line off the screen.
  mutating func erase() throws(CommandError) {
    guard isOnScreen else { return }
    isOnScreen = false
    try messages.write(status: "")
    try messages.flush()
  }
}
