/// What the first layer of the network makes of single words, kept for the words read last: most words of a text come
/// again.
///
/// A word's numbers depend on the word and on what is known of it alone, so a result is the same whether they were
/// kept or computed.
@safe
final class WordMemory {
  /// Words kept. Must exceed the words of a pass, all of which are in use at once.
  static let capacity = 1024

  private struct Key: Hashable {
    var word: ArraySlice<UInt8>
    let name: KnownName
  }

  private let width: Int
  private let rows: FloatBuffer
  private var slots: [Key: Int] = [:]
  private var words: [Key] = []
  private var lastUse: [UInt32] = []
  private var pass: UInt32 = 0

  /// - Parameter width: numbers kept for a word.
  init(width: Int) {
    self.width = width
    rows = FloatBuffer(count: Self.capacity * width)
  }

  /// Begins a pass: what is looked up from now on stays until the next pass.
  func beginPass() {
    pass &+= 1
    guard pass == 0 else { return }
    // Uses of four billion passes ago must not look recent.
    lastUse = lastUse.map { _ in 0 }
    pass = 1
  }

  /// The slot of a word, and whether its numbers have still to be computed.
  ///
  /// - Complexity: O(1) for a known word, O(``capacity``) otherwise.
  func slot(of word: ArraySlice<UInt8>, _ name: KnownName = .none) -> (slot: Int, isNew: Bool) {
    var kept = Key(word: word, name: name)
    if let slot = slots[kept] {
      lastUse[slot] = pass
      return (slot, false)
    }
    // A copy, because a slice would keep the whole text.
    kept.word = ArraySlice(Array(word))
    let slot = words.count < Self.capacity ? words.count : longestUnused()
    if slot < words.count {
      slots[words[slot]] = nil
      words[slot] = kept
      lastUse[slot] = pass
    } else {
      words.append(kept)
      lastUse.append(pass)
    }
    slots[kept] = slot
    return (slot, true)
  }

  /// The numbers of a slot.
  func row(_ slot: Int) -> UnsafeMutablePointer<Float> { unsafe rows.start + slot * width }

  private func longestUnused() -> Int {
    var choice = 0
    for slot in 1..<lastUse.count where lastUse[slot] < lastUse[choice] { choice = slot }
    precondition(lastUse[choice] < pass)
    return choice
  }
}
