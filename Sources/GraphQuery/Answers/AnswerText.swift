/// Text for people that the front end draws: what each piece is, not how it looks.
public struct AnswerText: Sendable, Equatable, ExpressibleByStringLiteral {
  /// What a piece of text is.
  public enum Role: Sendable, Equatable {
    case plain, entity, relation, faint, claim, denied, heading
    /// Parts of a statement in its sentence.
    case subject, object
    /// Words that were looked for.
    case found
  }

  public enum Piece: Sendable, Equatable {
    /// Words of the graph, which are shown as they are.
    case words(String, Role)
    /// Words of the program, whose typographic marks a plain terminal replaces.
    case mark(String, Role)
    case arrow(Arrow, Role)
  }

  /// An arrow along an edge, or against it, with the words of its predicate: `─leads→`; without head where it leads
  /// nowhere: `─resigns`.
  public struct Arrow: Sendable, Equatable {
    public var words: String
    public var isBackward = false
    public var hasHead = true
    /// Spaces that belong to it.
    public var before = ""
    public var after = ""
  }

  public private(set) var pieces: [Piece] = []

  public init() {}

  /// - Complexity: O(1).
  public init(_ words: String, _ role: Role = .plain) { append(words, role) }

  public init(stringLiteral words: String) { append(words) }

  /// Appends a piece, unless it is empty.
  ///
  /// - Complexity: O(1), amortized.
  public mutating func append(_ words: String, _ role: Role = .plain) {
    if !words.isEmpty { pieces.append(.words(words, role)) }
  }

  /// Appends words of the program, unless they are empty.
  ///
  /// - Complexity: O(1), amortized.
  public mutating func append(mark: String, _ role: Role = .plain) {
    if !mark.isEmpty { pieces.append(.mark(mark, role)) }
  }

  mutating func append(_ arrow: Arrow, _ role: Role) { pieces.append(.arrow(arrow, role)) }

  /// - Complexity: O(pieces of `other`).
  public mutating func append(_ other: AnswerText) { pieces += other.pieces }

  /// `mark` alone.
  ///
  /// - Complexity: O(1).
  public static func mark(_ mark: String, _ role: Role = .plain) -> AnswerText {
    var text = AnswerText()
    text.append(mark: mark, role)
    return text
  }

  init(_ arrow: Arrow, _ role: Role) { append(arrow, role) }

  /// `×3`: how many say so.
  ///
  /// - Complexity: O(1).
  public static func times(_ count: Int) -> AnswerText { .mark("×\(count)") }

  /// - Complexity: O(pieces of both).
  public static func + (a: AnswerText, b: AnswerText) -> AnswerText {
    var sum = a
    sum.append(b)
    return sum
  }

  public var isEmpty: Bool { pieces.isEmpty }

  /// Bytes of its words.
  var byteCount: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .words(let words, _), .mark(let words, _): sum + words.utf8.count
      case .arrow(let arrow, _): sum + arrow.words.utf8.count
      }
    }
  }
}
