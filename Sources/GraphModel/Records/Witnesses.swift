/// Who stands behind an edge: prints of one story count once.
///
/// None are there for an imported edge without evidence.
public struct Witnesses: Sendable, Equatable {
  /// Pieces of evidence: sentences that say so, one that says it twice counted twice.
  public var sentences: Int
  /// Documents with such a sentence.
  public var documents: Int
  /// Documents of which none is a copy of another.
  public var stories: Int
  /// Different sources of the documents; 0 where none is known.
  public var outlets: Int

  public init(sentences: Int, documents: Int, stories: Int, outlets: Int) {
    self.sentences = sentences
    self.documents = documents
    self.stories = stories
    self.outlets = outlets
  }

  /// Whether no sentence says so.
  ///
  /// - Complexity: O(1).
  public var isEmpty: Bool { sentences == 0 }

  /// Greater for what is better witnessed: by stories, then outlets, then sentences, as far as 32 bits tell them apart.
  ///
  /// - Complexity: O(1).
  package var rank: UInt32 {
    UInt32(min(stories, 1 << 14 - 1)) << 18 | UInt32(min(outlets, 1 << 8 - 1)) << 10
      | UInt32(min(sentences, 1 << 10 - 1))
  }
}

extension Witnesses {
  /// Counts the evidence of one edge, document by document in their order.
  package struct Counter {
    private var result = Witnesses(sentences: 0, documents: 0, stories: 0, outlets: 0)
    private var last: (document: Int, story: Int, source: Int?)?
    // Without the first ones, as most edges have one document.
    private var stories: Set<Int> = []
    private var outlets: Set<Int> = []

    package init() {}

    /// Counts a piece of evidence.
    ///
    /// - Parameters:
    ///   - document: that of the piece before, or one behind it.
    ///   - known: its story and its source, numbered in any way, nil for no source; asked for once a document.
    /// - Complexity: O(1) on average.
    package mutating func add(document: Int, _ known: () -> (story: Int, source: Int?)) {
      result.sentences += 1
      if last?.document == document { return }
      let (story, source) = known()
      if result.documents == 1, let last {
        stories.insert(last.story)
        if let source = last.source { outlets.insert(source) }
      }
      if result.documents > 0 {
        stories.insert(story)
        if let source { outlets.insert(source) }
      }
      result.documents += 1
      last = (document, story, source)
    }

    /// What was counted.
    ///
    /// - Complexity: O(1).
    package var witnesses: Witnesses {
      var result = result
      result.stories = result.documents > 1 ? stories.count : result.documents
      result.outlets = result.documents > 1 ? outlets.count : last?.source == nil ? 0 : 1
      return result
    }
  }
}
