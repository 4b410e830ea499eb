internal import GraphQuery
internal import Language

/// Tells how far a long run over documents is: `1,204 documents, 13.1 of 40.2 MB, 310 KB/s, 1 min 27 s left`.
struct Progress {
  private var line: StatusLine
  private let meter: WorkMeter
  private let start = ContinuousClock.now
  private(set) var documents = 0
  /// Bytes of inputs up to the last document that is done, and of all of them.
  private var done = 0
  private var total: Int?
  /// What the meter had when that document was done.
  private var metered = 0

  /// - Parameter meter: counts the bytes of documents that are being worked on.
  init(_ line: StatusLine, _ meter: WorkMeter = WorkMeter()) {
    self.line = line
    self.meter = meter
  }

  var isShown: Bool { line.isShown }

  /// Seconds since the start.
  var seconds: Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }

  /// Counts a document that is done.
  ///
  /// - Parameter size: bytes of its text.
  mutating func add(_ position: InputPosition, size: Int) throws(CommandError) {
    documents += 1
    done = max(done, position.done)
    total = position.total
    // What of the documents behind it is already analyzed stays counted.
    metered = min(metered + size, meter.count)
    try show()
  }

  /// Shows how far it is, unless that was just done.
  ///
  /// - Parameter position: how much was read; nil where that is known.
  mutating func show(_ position: InputPosition? = nil) throws(CommandError) {
    if let position { total = position.total }
    let (documents, seconds) = (documents, seconds)
    let ahead = max(0, meter.count - metered)
    let done = total.map { min(self.done + ahead, max($0, self.done)) } ?? self.done + ahead
    let total = total
    try line.show(Self.text(documents, done: done, of: total, seconds: seconds))
  }

  /// Takes the line off the screen.
  mutating func erase() throws(CommandError) { try line.erase() }

  /// - Parameter seconds: that `done` bytes took.
  static func text(_ documents: Int, done: Int, of total: Int?, seconds: Double) -> String {
    var parts = [counted(documents, "document")]
    if let total, total > 0 {
      parts.append("\(ByteSize.short(done)) of \(ByteSize.short(total))")
    } else {
      parts.append(ByteSize.short(done))
    }
    // The first moments say nothing about the rest.
    guard seconds >= 1, done > 0 else { return parts.joined(separator: ", ") }
    let rate = Double(done) / seconds
    parts.append("\(ByteSize.short(Int(rate)))/s")
    if let total, total > done { parts.append("\(duration(Int(Double(total - done) / rate))) left") }
    return parts.joined(separator: ", ")
  }

  /// `45 s`, `1 min 27 s`, `3 h 5 min`.
  private static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
