internal import GraphModel

/// The sentences behind the statements of a page, each once, numbered in the order of documents.
struct PageSentences {
  struct Place: Hashable, Comparable {
    var document: DocumentID
    var sentence: Int

    static func < (a: Place, b: Place) -> Bool {
      (a.document, a.sentence) < (b.document, b.sentence)
    }
  }

  /// Most sentences that a page shows of one statement.
  static let mostOfStatement = 3
  /// Longest sentence in UTF-16 code units; what is longer is cut.
  private static let longest = 600

  private(set) var places: [Place] = []
  private var numbers: [Place: Int] = [:]

  /// - Complexity: O(evidence), and what reading it takes.
  init(of edges: [EdgeID], in graph: some GraphView) {
    var found: Set<Place> = []
    for edge in edges { for piece in Self.evidence(of: edge, in: graph) { found.insert(Self.place(piece)) } }
    places = found.sorted()
    for (number, place) in places.enumerated() { numbers[place] = number }
  }

  /// The sentences of `edge`, one piece of evidence each, as far as the page has them.
  private static func evidence(of edge: EdgeID, in graph: some GraphView) -> ArraySlice<Evidence> {
    var pieces = graph.evidence(of: edge)
    pieces.removeRepetitions { place($0) == place($1) }
    return pieces.prefix(mostOfStatement)
  }

  private static func place(_ piece: Evidence) -> Place { Place(document: piece.document, sentence: piece.sentence) }

  /// The evidence of an edge: the number of each sentence with where subject, predicate and object begin in it and
  /// how long they are, in UTF-16 code units; 0 0 for what stands elsewhere.
  func references(of edge: EdgeID, in graph: some GraphView) -> [(number: Int, spans: [Int])] {
    Self.evidence(of: edge, in: graph).compactMap { piece in
      guard let number = numbers[Self.place(piece)] else { return nil }
      let sentence = graph.sentence(piece.sentence, of: piece.document) ?? ""
      let ranges = graph.document(piece.document).sentences
      guard ranges.indices.contains(piece.sentence) else { return (number, []) }
      let range = ranges[piece.sentence]
      let spans = [piece.subject, piece.predicate, piece.object].flatMap { span in
        Self.units(of: span, in: sentence, at: range)
      }
      return (number, spans)
    }
  }

  /// Start and length of a range of bytes, in UTF-16 code units of the sentence that is at `range` of the text.
  private static func units(of span: Range<UInt32>, in sentence: String, at range: Range<UInt32>) -> [Int] {
    guard !span.isEmpty, span.clamped(to: range) == span else { return [0, 0] }
    let bytes = sentence.utf8
    let start = bytes.index(
      bytes.startIndex, offsetBy: Int(span.lowerBound - range.lowerBound), limitedBy: bytes.endIndex)
    let end = bytes.index(
      bytes.startIndex, offsetBy: Int(span.upperBound - range.lowerBound), limitedBy: bytes.endIndex)
    guard let start, let end else { return [0, 0] }
    let first = sentence.utf16.distance(from: sentence.startIndex, to: start)
    let last = sentence.utf16.distance(from: sentence.startIndex, to: end)
    return last <= longest ? [first, last - first] : [0, 0]
  }

  /// A sentence as the page shows it.
  func text(_ place: Place, in graph: some GraphView) -> String {
    let text = graph.sentence(place.sentence, of: place.document) ?? ""
    guard text.utf16.count > Self.longest else { return text }
    return String(text.unicodeScalars.prefix(Self.longest)) + "…"
  }
}
