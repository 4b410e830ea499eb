internal import GraphModel

/// One line of a drawing: all that is said from one node to another in one way, so that nothing lies over one another.
struct DrawnLine {
  /// How it looks: by the degree of its statements, links apart.
  enum Style: Hashable, CaseIterable {
    case fact, reported, claim, link

    init(_ edge: Edge, isLink: Bool) {
      if isLink {
        self = .link
      } else {
        switch edge.degree {
        case .fact: self = .fact
        case .reported: self = .reported
        case .claim: self = .claim
        }
      }
    }

    /// What the legend says.
    var meaning: String {
      switch self {
      case .fact: "the text says so"
      case .reported: "somebody says so"
      case .claim: "denied, possible or planned"
      case .link: "name in a description"
      }
    }

    var color: String {
      switch self {
      case .fact: "#4F5963"
      case .reported: "#1F6FB2"
      case .claim: "#B3470B"
      case .link: "#98A2AD"
      }
    }

    /// The pattern by which it is told without color.
    var pattern: String {
      switch self {
      case .fact, .link: "solid"
      case .reported: "dotted"
      case .claim: "dashed"
      }
    }
  }

  let style: Style
  /// Ascending; all have the same ends.
  private(set) var edges: [Edge]
  let isSymmetric: Bool

  var subject: EntityID { edges[0].subject }
  var object: EntityID { edges[0].object }
  /// How many sentences stand behind it. An imported edge has none, and counts as one with a single sentence.
  var support: Int { edges.reduce(0) { $0 + max($1.support, 1) } }

  /// What the statements of a line have in common.
  private struct Key: Hashable {
    var subject: EntityID
    var object: EntityID
    var style: Style
    var isSymmetric: Bool
  }

  /// The lines of `edges`, in the order of their first edges.
  static func lines(of edges: [Edge], in graph: some GraphView) -> [DrawnLine] {
    var places: [Key: Int] = [:]
    var lines: [DrawnLine] = []
    for edge in edges {
      let predicate = graph.predicate(edge.predicate)
      let key = Key(
        subject: edge.subject, object: edge.object, style: Style(edge, isLink: predicate.isLink),
        isSymmetric: predicate.isSymmetric)
      if let place = places[key] {
        lines[place].edges.append(edge)
      } else {
        places[key] = lines.count
        lines.append(DrawnLine(style: key.style, edges: [edge], isSymmetric: key.isSymmetric))
      }
    }
    return lines
  }

  /// Most statements that a label spells out.
  private static let mostWords = 3

  /// What it says, a line a statement: the relation, how and by whom it is said, when.
  func label(in graph: some GraphView) -> String {
    var texts: [String] = []
    for edge in edges {
      var text = graph.predicate(edge.predicate).linkWords
      let marks = style == .claim ? edge.kinds(isLink: false) : []
      if !marks.isEmpty { text += " (\(marks.joined(separator: ", ")))" }
      if let speaker = edge.attribution { text += ", says \(graph.name(of: speaker))" }
      if let date = edge.dateText(separator: " – ") { text += ", \(date)" }
      if !texts.contains(text) { texts.append(text) }
    }
    let more = texts.count - Self.mostWords
    if more > 0 { texts = texts.prefix(Self.mostWords) + ["and \(more) more"] }
    return texts.map { DOTText.wrapped($0, at: 26) }.joined(separator: "\n")
  }
}
