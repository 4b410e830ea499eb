/// All frames of a schema, and which of them a word may tell.
public struct FrameTable: Sendable, Equatable {
  public internal(set) var frames: [Frame] = []
  public internal(set) var words: [FrameWord] = []
  public internal(set) var roles: [FrameRole] = []
  public internal(set) var effects: [FrameEffect] = []
  /// By class: the first position of each word in ``words``.
  private var first: [[String: Int32]] = []
  /// By position in ``words``: the next one of the same word and class; -1 behind the last.
  private var next: [Int32] = []

  public init() {}

  /// The frames that a word tells, in the order of the files; empty when there is none.
  ///
  /// - Complexity: O(1) and the number of frames.
  public func frames(of text: String, as wordClass: FrameWord.WordClass) -> [Int] {
    guard !first.isEmpty, var position = first[Int(wordClass.rawValue)][text] else { return [] }
    var found: [Int] = []
    while position >= 0 {
      found.append(words[Int(position)].frame)
      position = next[Int(position)]
    }
    return found
  }

  /// The verb that stands for a frame; nil for a frame of nouns or adjectives alone.
  ///
  /// - Complexity: O(1).
  public func verb(of frame: Int) -> String? {
    guard let word = frames[frame].words.first, words[word].wordClass == .verb else { return nil }
    return words[word].text
  }

  /// The words of a frame in one class, in the order of the file.
  ///
  /// - Complexity: O(number of its words).
  public func words(of frame: Int, as wordClass: FrameWord.WordClass) -> [String] {
    words[frames[frame].words].filter { $0.wordClass == wordClass }.map(\.text)
  }

  /// The roles of a frame.
  ///
  /// - Complexity: O(1).
  public func roles(of frame: Int) -> ArraySlice<FrameRole> { roles[frames[frame].roles] }

  /// What a frame does to its complements.
  ///
  /// - Complexity: O(1).
  public func effects(of frame: Int) -> ArraySlice<FrameEffect> { effects[frames[frame].effects] }

  /// Makes the words findable, once all are there.
  mutating func index() {
    guard !words.isEmpty else { return }
    first = FrameWord.WordClass.allCases.map { _ in Dictionary(minimumCapacity: words.count / 2) }
    next = [Int32](repeating: -1, count: words.count)
    // From the last to the first, so that each word leads to the next one.
    for position in words.indices.reversed() {
      let word = words[position]
      next[position] = first[Int(word.wordClass.rawValue)].updateValue(Int32(position), forKey: word.text) ?? -1
    }
  }
}
