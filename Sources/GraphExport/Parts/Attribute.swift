internal import GraphQuery
internal import GraphModel

/// What a format with typed attributes says of a node or an edge beside its ends.
struct Attribute: Sendable {
  enum Kind: Sendable {
    case text, integer, decimal, list
  }

  enum Value: Equatable {
    case text(String)
    case integer(Int)
    case hundredths(UInt8)
    case list([String])

    /// The value in words; of a list all of it, with `; ` between.
    var text: String {
      switch self {
      case .text(let text): text
      case .integer(let number): "\(number)"
      case .hundredths(let value): Hundredths.text(value)
      case .list(let texts): texts.joined(separator: "; ")
      }
    }

    var json: String {
      switch self {
      case .text(let text): JSONText.quoted(text)
      case .integer, .hundredths: text
      case .list(let texts): "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]"
      }
    }
  }

  let name: String
  let kind: Kind

  /// Of a node, besides its number and its name.
  static let ofNode = [Attribute(name: "type", kind: .text), Attribute(name: "other_names", kind: .list)]

  /// The values of ``ofNode``; nil for what is not known.
  static func values(of id: EntityID, in graph: some GraphView) -> [Value?] {
    let names = graph.otherNames(of: id).map(\.name)
    return [.text(graph.type(of: id)), names.isEmpty ? nil : .list(names)]
  }

  /// Of an edge, besides its number and its label. None is called `source`, which is an end of an edge in some formats.
  static let ofEdge = [
    Attribute(name: "relation", kind: .text), Attribute(name: "role", kind: .text),
    Attribute(name: "degree", kind: .text), Attribute(name: "polarity", kind: .text),
    Attribute(name: "modality", kind: .text), Attribute(name: "attribution", kind: .text),
    Attribute(name: "support", kind: .integer), Attribute(name: "confidence", kind: .decimal),
    Attribute(name: "first_date", kind: .text), Attribute(name: "last_date", kind: .text),
    Attribute(name: "document", kind: .text), Attribute(name: "title", kind: .text),
    Attribute(name: "publisher", kind: .text), Attribute(name: "sentence", kind: .text),
  ]

  /// The values of ``ofEdge``: document and sentence are those of the first piece of evidence.
  static func values(of edge: Edge, in graph: some GraphView) -> [Value?] {
    func text(_ value: String?) -> Value? { value.map { .text($0) } }
    let predicate = graph.predicate(edge.predicate)
    let first = graph.evidence(of: edge.id).first
    let document = first.map { graph.document($0.document) }
    let degree =
      switch edge.degree {
      case .fact: "fact"
      case .reported: "reported"
      case .claim: "claim"
      }
    return [
      text(predicate.relation), text(predicate.role), text(degree), text(edge.polarity.symbol),
      text(edge.modality.name), text(edge.attribution.map { graph.name(of: $0) }), .integer(edge.support),
      edge.support == 0 ? nil : .hundredths(edge.confidence), text(edge.firstDate), text(edge.lastDate),
      text(document?.name), text(document?.title), text(document?.source),
      text(first.flatMap { graph.sentence($0.sentence, of: $0.document) }),
    ]
  }
}
