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

  /// Frames that one word may tell: `take` has five, and looking through those of a word stays quick.
  static let mostFramesOfWord = 64
  /// Words, roles and effects that one frame may have, each: the longest list of words has some fifty.
  static let mostOfFrame = 200

  /// Makes the words findable, once all are there.
  ///
  /// - Returns: the position of a word that has more frames than one may have; nil when there is none.
  mutating func index() -> Int? {
    guard !words.isEmpty else { return nil }
    first = FrameWord.WordClass.allCases.map { _ in Dictionary(minimumCapacity: words.count / 2) }
    next = [Int32](repeating: -1, count: words.count)
    var counts = [Int32](repeating: 1, count: words.count)
    var crowded: Int?
    // From the last to the first, so that each word leads to the next one.
    for position in words.indices.reversed() {
      let word = words[position]
      guard let other = first[Int(word.wordClass.rawValue)].updateValue(Int32(position), forKey: word.text) else {
        continue
      }
      next[position] = other
      counts[position] += counts[Int(other)]
      if counts[position] > Self.mostFramesOfWord { crowded = position }
    }
    return crowded
  }
}

extension FrameTable {
  /// The verbs that have each effect on a complement that is an infinitive, by the name of the effect: `negates`.
  ///
  /// - Complexity: O(number of effects).
  var verbsByEffect: [String: [String]] {
    var verbs: [String: [String]] = [:]
    for frame in frames where !frame.effects.isEmpty {
      for effect in effects[frame.effects] where effect.construction == .all || effect.construction == .infinitive {
        for word in words[frame.words] where word.wordClass == .verb && effect.concerns(.verb) {
          verbs[effect.kind.rawValue, default: []].append(word.text)
        }
      }
    }
    return verbs
  }
}
