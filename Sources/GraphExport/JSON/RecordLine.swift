internal import GraphModel

/// The lines of an export that are no statements: what is known of documents, predicates and entities, and what was
/// decided on who is who. The member `record` tells them from statements and from one another.
enum RecordLine {
  /// Bytes of text on one line, and sentences: so little that readers of lines take any of them.
  private static let longestText = 1 << 20
  private static let mostSentences = 1 << 16
  private static let mostNames = 100

  /// A document with its text; a long one has more lines, with the member `continues`, one behind the other. The
  /// sentences on a line end in the text so far.
  static func document(_ id: DocumentID, in graph: some GraphView) -> [String] {
    let record = graph.document(id)
    var members = [
      "\"title\":\(JSONText.value(record.title))", "\"date\":\(JSONText.value(record.date))",
      "\"source\":\(JSONText.value(record.source))",
    ]
    var lines: [String] = []
    var rest = record.sentences[...]
    var end = 0
    func append(_ text: String) {
      end += text.utf8.count
      let sentences = rest.prefix(mostSentences).prefix { Int($0.upperBound) <= end }
      rest = rest.dropFirst(sentences.count)
      let start = ["\"record\":\"document\"", "\"id\":\(JSONText.quoted(record.name))"] + members
      let own = ["\"sentences\":\(JSONText.pairs(sentences))", "\"text\":\(JSONText.quoted(text))"]
      lines.append("{\((start + own).joined(separator: ","))}")
      members = ["\"continues\":true"]
    }
    for text in pieces(of: graph.text(of: id)) {
      append(text)
      while let next = rest.first, Int(next.upperBound) <= end { append("") }
    }
    if lines.isEmpty || !rest.isEmpty { append("") }
    return lines
  }

  /// `text` in pieces that end between two characters.
  private static func pieces(of text: [UInt8]) -> [String] {
    var pieces: [String] = []
    var start = 0
    while start < text.count {
      var end = min(start + longestText, text.count)
      while end < text.count, end > start + longestText - 4, text[end] & 0xC0 == 0x80 { end -= 1 }
      pieces.append(String(decoding: text[start..<end], as: UTF8.self))
      start = end
    }
    return pieces
  }

  static func predicate(_ predicate: GraphContent.Predicate) -> String {
    let members = [
      "\"record\":\"predicate\"", "\"name\":\(JSONText.quoted(predicate.name))",
      "\"role\":\(JSONText.value(predicate.role))", "\"relation\":\(JSONText.value(predicate.relation))",
      "\"inverse\":\(JSONText.value(predicate.inverse))", "\"symmetric\":\(predicate.isSymmetric)",
    ]
    return "{\(members.joined(separator: ","))}"
  }

  /// An entity with its other names, and what it is elsewhere where that is known; one with very many names has several
  /// lines.
  static func entity(_ id: EntityID, _ identity: IdentityTable.Identity?, in graph: some GraphView) -> [String] {
    let aliases = graph.aliases(of: id)
    let known = identity.map(Self.members(of:)) ?? ""
    let start =
      "{\"record\":\"entity\",\"name\":\(JSONText.quoted(graph.name(of: id))),"
      + "\"type\":\(JSONText.quoted(graph.type(of: id))),\(known)\"aliases\":["
    return stride(from: 0, to: max(aliases.count, 1), by: mostNames).map { first in
      start
        + aliases[first..<min(first + mostNames, aliases.count)].map {
          "{\"name\":\(JSONText.quoted($0.name)),\"rule\":\(JSONText.quoted($0.rule))}"
        }.joined(separator: ",") + "]}"
    }
  }

  private static func members(of identity: IdentityTable.Identity) -> String {
    let codes = [("alpha2", identity.alpha2), ("alpha3", identity.alpha3)]
    return "\"sameAs\":[\(identity.sameAs.map(JSONText.quoted).joined(separator: ","))],"
      + codes.compactMap { name, code in code.map { "\"\(name)\":\(JSONText.quoted($0))," } }.joined()
  }

  static func decision(_ decision: NamingDecision) -> String {
    func entity(_ entity: NamingDecision.Entity) -> String {
      "{\"name\":\(JSONText.quoted(entity.name)),\"type\":\(JSONText.quoted(entity.type))}"
    }
    let members = [
      "\"record\":\"decision\"", "\"serial\":\(decision.serial)",
      "\"kind\":\(JSONText.quoted(decision.kind == .merge ? "merge" : "split"))",
      "\"entity\":\(entity(decision.entity))", "\"other\":\(entity(decision.other))",
      "\"names\":[" + decision.names.map(JSONText.quoted).joined(separator: ",") + "]",
      "\"records\":[" + decision.records.map { "\"\(JSONText.hexadecimal($0))\"" }.joined(separator: ",") + "]",
    ]
    return "{\(members.joined(separator: ","))}"
  }
}
