internal import Bytes
internal import GraphModel

/// All that is said of the names and the type of one resource, in UTF-8.
///
/// A resource is called by its label (English before none before others), or else by its IRI; one whose label and type
/// another resource has too keeps its IRI, a blank node its own name. What it is not called by is an alias, and its IRI
/// is one always. Literals are entities of their own, unless they are names.
struct ResourceDescription {
  let term: RDFStatement.Term
  /// Of several classes the first in order, whatever their order in the file.
  private var type: [UInt8]?
  private(set) var label: [UInt8]?
  private var rank = ResourceTable.Note.foreignLabel
  private var otherNames: [[UInt8]] = []

  init(_ term: RDFStatement.Term) { self.term = term }

  mutating func add(_ note: ResourceTable.Note, _ text: [UInt8]) {
    switch note {
    case .type:
      if type.map({ byteOrder(text, $0) < 0 }) ?? true { type = text }
    case .otherName: otherNames.append(text)
    case .englishLabel, .plainLabel, .foreignLabel:
      otherNames.append(text)
      let isBetter = note.rawValue < rank.rawValue || (note == rank && label.map { byteOrder(text, $0) < 0 } ?? true)
      if isBetter { (label, rank) = (text, note) }
    }
  }

  /// Whether it stands for the object of an event without one, as `tercet export` writes it.
  private var isNothing: Bool { if case .iri(RDFVocabulary.nothing) = term { true } else { false } }

  /// What the resource is called, as long as no other is called so, and its type.
  var name: (name: [UInt8], type: [UInt8]) {
    if isNothing { return ([], Array(GraphContent.Entity.nothing.type.utf8)) }
    if case .literal(let text, let datatype, _) = term {
      let type = datatype.map { String(decoding: IRI.localName(Array($0.utf8)[...]), as: UTF8.self) } ?? "string"
      let isText = type == "string" || type == "langString"
      return (Array(text.utf8), Array((isText ? "Literal" : type.prefix(1).uppercased() + type.dropFirst()).utf8))
    }
    let spelling = Array(term.spelling.utf8)
    if let own = IRI.parts(spelling[...], of: "entity"), own.count == 2 { return (own[1], own[0]) }
    let type = type.map { IRI.parts($0[...], of: "type")?.first ?? IRI.localName($0[...]) }
    return (label ?? spelling, type ?? Array(GraphContent.Entity.generalType.utf8))
  }

  /// What it is called where others have its name and type too; nil for what is one thing wherever it stands: a
  /// literal, or an IRI that says name and type itself.
  var spelling: [UInt8]? {
    if case .literal = term { return nil }
    if isNothing { return nil }
    let spelling = Array(term.spelling.utf8)
    return IRI.parts(spelling[...], of: "entity")?.count == 2 ? nil : spelling
  }

  /// What else it is called, some perhaps several times; its name may be among them.
  var aliases: [[UInt8]] {
    if isNothing { return [] }
    return otherNames + (iri.map { [IRI.localName($0[...])] } ?? [])
  }

  /// The IRI, which exports write again; nil for a blank node, a literal, and an IRI that says name and type itself.
  var iri: [UInt8]? {
    guard !isNothing, case .iri(let iri) = term, !iri.hasPrefix(RDFVocabulary.entity) else { return nil }
    return Array(iri.utf8)
  }
}

extension RDFStatement.Term {
  var spelling: String {
    switch self {
    case .iri(let iri): iri
    case .blank(let name): "_:\(name)"
    case .literal(let text, _, _): text
    }
  }
}
