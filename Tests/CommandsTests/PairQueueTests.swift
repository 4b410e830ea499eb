import GraphModel
import Testing

@testable import Commands

/// Which pairs are asked about after what was decided before.
@Suite struct PairQueueTests {
  private func entity(_ name: String) -> NamingDecision.Entity { NamingDecision.Entity(name: name, type: "Person") }

  private func queue(_ pairs: String...) -> PairQueue {
    PairQueue(
      pairs.map { pair in
        let ends = pair.map { entity(String($0)) }
        return PairQueue.Pair(entity: ends[0], other: ends[1], rule: "letters")
      })
  }

  /// Asks for the next pair and decides on it as `reply` says; the pair as it was asked.
  @discardableResult
  private func answer(_ queue: inout PairQueue, _ reply: PairReply) -> String? {
    guard let (number, pair) = queue.take() else { return nil }
    switch reply {
    case .same: queue.note(.merge(pair.entity, into: pair.other), number: number)
    case .two: queue.note(.apart(pair.entity, from: pair.other), number: number)
    case .undo: queue.takeBack()
    default: queue.leave(pair)
    }
    return "\(number) \(pair.entity.name)\(pair.other.name)"
  }

  @Test func whatHasBecomeAnotherIsAskedAsThatOne() {
    var queue = queue("ab", "ac", "bc", "ad")
    #expect(answer(&queue, .same) == "1 ab")
    // `ac` is `bc` now, which comes later and is not asked twice.
    #expect(answer(&queue, .two) == "2 bc")
    #expect(answer(&queue, .same) == "4 bd")
    #expect(queue.take() == nil)
    #expect(queue.merged == 2 && queue.keptApart == 1 && queue.open == 0)
  }

  @Test func threeThatAreOneNeedTwoDecisions() {
    var queue = queue("ab", "ac", "bc")
    #expect(answer(&queue, .same) == "1 ab" && answer(&queue, .same) == "2 bc")
    #expect(queue.take() == nil && queue.merged == 2 && queue.open == 0)
  }

  @Test func whoIsKeptApartStaysSoUnderAnotherName() {
    var queue = queue("ac", "ab", "bc")
    #expect(answer(&queue, .two) == "1 ac" && answer(&queue, .same) == "2 ab")
    #expect(queue.take() == nil && queue.open == 0)
  }

  @Test func takingBackGoesToThePairAndOn() {
    var queue = queue("ab", "ac", "de")
    answer(&queue, .same)
    #expect(answer(&queue, .later) == "2 bc")
    #expect(answer(&queue, .undo) == "3 de")
    #expect(queue.last == nil && queue.open == 3)
    // Apart, `ac` is another question than `bc` was; `de` was not answered.
    #expect(answer(&queue, .two) == "1 ab" && answer(&queue, .later) == "2 ac" && answer(&queue, .same) == "3 de")
    #expect(queue.merged == 1 && queue.keptApart == 1 && queue.open == 1)
  }

  @Test func whatWasLeftIsNotAskedAgainBehindAnUndo() {
    var queue = queue("ab", "cd", "ef")
    answer(&queue, .two)
    answer(&queue, .later)
    answer(&queue, .undo)
    #expect(answer(&queue, .two) == "1 ab" && answer(&queue, .later) == "3 ef")
    #expect(queue.take() == nil && queue.open == 2)
    queue.takeBack()
    queue.takeBack()
    #expect(queue.merged == 0 && queue.keptApart == 0 && queue.open == 3)
  }

  /// Whatever is answered, it ends, and every pair is decided, left or follows from the others.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func anyAnswers(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let names = (0..<6).map { entity("n\($0)") }
    let pairs = names.indices.flatMap { a in
      names.indices.filter { $0 > a }.map { PairQueue.Pair(entity: names[a], other: names[$0], rule: "letters") }
    }
    var queue = PairQueue(pairs)
    var asked = 0
    while let (number, pair) = queue.take() {
      asked += 1
      #expect(pair.entity != pair.other)
      switch random(asked < 200 ? 4 : 3) {
      case 0: queue.note(.merge(pair.entity, into: pair.other), number: number)
      case 1: queue.note(.apart(pair.entity, from: pair.other), number: number)
      case 2: queue.leave(pair)
      default: queue.last == nil ? queue.leave(pair) : queue.takeBack()
      }
      guard asked < 1_000 else {
        Issue.record("seed \(seed): it does not end")
        return
      }
    }
    #expect(queue.merged < names.count && queue.merged + queue.keptApart + queue.open <= pairs.count, "seed \(seed)")
  }

  @Test(arguments: [
    ("y", PairReply.same), (" YES ", .same), ("n", .two), ("No", .two), ("", .later), ("  ", .later), ("l", .later),
    ("later", .later), ("u", .undo), ("undo", .undo), ("q", .quit), ("quit", .quit), ("exit", .quit), ("?", .help),
    ("help", .help),
  ])
  func replies(line: String, reply: PairReply) { #expect(PairReply(line) == reply) }

  @Test(arguments: ["x", "yn", "y\nn", "ye s", "merge", "ｙ"])
  func whatIsNoReply(line: String) { #expect(PairReply(line) == nil) }

  @Test func theQuestionLeavesRoomForTheAnswer() {
    #expect(PairReply.question(width: 20).count < 19)
    #expect(PairReply.question(width: nil).count < 48)
    #expect(PairReply.question(width: 80) == PairReply.question(width: nil))
  }
}
