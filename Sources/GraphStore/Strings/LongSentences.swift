internal import Synchronization

/// Long sentences that answers repeat, such as one with many statements: who asks again gets the same memory.
// Sendable: everything that changes is behind the lock.
final class LongSentences: @unchecked Sendable {
  /// Bytes from which on a sentence is kept.
  static let shortest = 1 << 12
  /// Bytes that are kept, at most, beside the last one.
  private static let capacity = 8 << 20

  private let kept = Mutex<(sentences: [Int: String], size: Int)>(([:], 0))

  /// Sentence `number`, which `read` reads unless it is kept.
  func sentence(_ number: Int, _ read: () -> String) -> String {
    kept.withLock { kept in
      if let known = kept.sentences[number] { return known }
      if kept.size > Self.capacity { kept = ([:], 0) }
      let sentence = read()
      kept.sentences[number] = sentence
      kept.size += sentence.utf8.count
      return sentence
    }
  }
}
