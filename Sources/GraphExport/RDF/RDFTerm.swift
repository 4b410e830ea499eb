internal import GraphModel

/// Terms as N-Triples writes them.
enum RDFTerm {
  static let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
  static let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
  static let alternativeLabel = "<http://www.w3.org/2004/02/skos/core#altLabel>"

  /// In the place of the object of an event that has none.
  static let nothing = rdf("nil")
  static let closeMatch = "<http://www.w3.org/2004/02/skos/core#closeMatch>"

  /// An IRI of elsewhere; what may not stand in one is percent-encoded.
  static func absolute(_ iri: String) -> String {
    var text = "<"
    for scalar in iri.unicodeScalars {
      let isAllowed = scalar.value > 0x20 && !"<>\"{}|^`\\".unicodeScalars.contains(scalar)
      text += isAllowed ? String(scalar) : encoded(String(scalar))
    }
    return text + ">"
  }

  static func rdf(_ name: String) -> String { "<http://www.w3.org/1999/02/22-rdf-syntax-ns#\(name)>" }

  /// `urn:tercet:KIND:NAME` with everything but unreserved characters percent-encoded.
  static func iri(_ kind: String, _ name: String...) -> String {
    "<urn:tercet:\(kind):" + name.map(encoded).joined(separator: ":") + ">"
  }

  /// The IRI by which the entity was imported, or else one of its type and its name.
  static func entity(_ id: EntityID, in graph: some GraphView) -> String {
    if let known = graph.aliases(of: id).first(where: { $0.rule == GraphContent.Alias.iriRule }) {
      return absolute(known.name)
    }
    return iri("entity", graph.type(of: id), graph.name(of: id))
  }

  /// An entity behind a predicate: what was imported as a plain text is one again.
  static func object(_ id: EntityID, in graph: some GraphView) -> String {
    if id == graph.nothing { return nothing }
    return graph.type(of: id) == literalType ? literal(graph.name(of: id)) : entity(id, in: graph)
  }

  /// The type of imported texts.
  static let literalType = "Literal"

  /// The IRI by which the predicate was imported, or else one of its relation or its name.
  static func predicate(_ predicate: GraphContent.Predicate) -> String {
    guard let relation = predicate.relation else { return iri("predicate", predicate.name) }
    // No name of a relation of the schema has a colon.
    return relation.utf8.contains(UInt8(ascii: ":")) ? absolute(relation) : iri("relation", relation)
  }

  /// The unreserved characters of RFC 3986 stand for themselves.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] {
          bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func literal(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
      case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
      case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
      case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
      case 0..<0x20: bytes += Array("\\u00".utf8) + [JSONText.hex(byte >> 4), JSONText.hex(byte & 15)]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }

  static func integer(_ value: Int) -> String { "\"\(value)\"^^<http://www.w3.org/2001/XMLSchema#integer>" }

  static func decimal(_ value: String) -> String { "\"\(value)\"^^<http://www.w3.org/2001/XMLSchema#decimal>" }
}
