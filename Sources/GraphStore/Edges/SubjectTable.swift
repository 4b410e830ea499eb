/// Subjects of runs, which ascend with the runs: a bit a run tells where the next one begins.
///
/// What a question reads lies in two places, the word of its run and a byte, because both are seldom in the caches.
struct SubjectTable: Sendable {
  /// 64 runs.
  private struct Word {
    /// Set where a run has another subject than the one before, and for the first run.
    var begins: UInt64 = 0
    /// Where the subjects of the word begin.
    var place: UInt32
    /// The subject of the first run.
    var first: UInt32
  }

  private var words: [Word] = []
  /// How far each subject is from the first one of its word.
  private var distances: [UInt8] = []
  /// The subjects themselves, where a distance is too large for a byte.
  private var subjects: [UInt32]?
  private var last: UInt32 = 0
  private var count = 0

  /// - Parameters:
  ///   - runs: how many will be added.
  ///   - subjects: at most how many of them.
  init(runs: Int, subjects most: Int) {
    words.reserveCapacity((runs + 63) / 64)
    distances.reserveCapacity(min(runs, most + words.capacity))
  }

  /// Adds the subject of the next run, not less than the one before.
  mutating func append(_ subject: UInt32) {
    if count & 63 == 0 {
      words.append(Word(place: UInt32(subjects?.count ?? distances.count), first: subject))
    }
    if count & 63 == 0 || last != subject {
      words[count >> 6].begins |= 1 << UInt64(count & 63)
      add(subject)
      last = subject
    }
    count += 1
  }

  private mutating func add(_ subject: UInt32) {
    if subjects == nil, subject >= words[count >> 6].first,
      let distance = UInt8(exactly: subject - words[count >> 6].first)
    {
      distances.append(distance)
      return
    }
    if subjects == nil { widen() }
    subjects?.append(subject)
  }

  private mutating func widen() {
    var wide: [UInt32] = []
    for (number, word) in words.enumerated() {
      let end = number + 1 < words.count ? Int(words[number + 1].place) : distances.count
      for place in Int(word.place)..<end { wide.append(word.first + UInt32(distances[place])) }
    }
    subjects = wide
    distances = []
  }

  /// The subject of `run`; nil when there is no such run.
  @inline(__always)
  subscript(run: Int) -> Int? {
    guard run < count else { return nil }
    let word = words[run >> 6]
    let upTo = word.begins & (UInt64.max >> UInt64(63 - run & 63))
    let place = Int(word.place) &+ upTo.nonzeroBitCount &- 1
    if let subjects { return Int(subjects[place]) }
    return Int(word.first) &+ Int(distances[place])
  }
}
