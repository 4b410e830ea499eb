internal import Bytes
internal import GraphModel

/// A line of JSON Lines that is no statement: what `tercet export` writes of documents, predicates and entities, and
/// what was decided on who is who.
enum GraphRecord {
  case document(GraphContent.Document)
  /// More text and sentences of the document whose line was before.
  case more(id: String, text: [UInt8], sentences: [Range<UInt32>])
  case predicate(GraphContent.Predicate)
  case entity(GraphContent.Entity)
  case decision(NamingDecision)

  /// - Parameter value: the object of a line whose member `record` is a text.
  init(_ value: JSONValue) throws(ImportProblem) {
    let object = JSONMembers(value)
    switch value["record"].string {
    case "document":
      let id = try object.required("id")
      let text = Array((try object.text("text") ?? "").utf8)
      let sentences = try object.ranges("sentences") ?? []
      if value["continues"] == .bool(true) {
        self = .more(id: id, text: text, sentences: sentences)
      } else {
        self = .document(
          .init(
            id: id, title: try object.text("title"), date: try object.text("date"), source: try object.text("source"),
            text: text, sentences: sentences))
      }
    case "predicate":
      self = .predicate(
        .init(
          name: try object.name("name"), role: try object.text("role"), relation: try object.text("relation"),
          inverse: try object.text("inverse"), isSymmetric: value["symmetric"] == .bool(true)))
    case "entity":
      let aliases = try object.list("aliases") { alias throws(ImportProblem) in
        GraphContent.Alias(
          name: try alias.text("name") ?? "", rule: try alias.text("rule") ?? GraphContent.Alias.importedRule)
      }
      self = .entity(
        .init(
          name: try object.text("name") ?? "", type: try object.text("type") ?? GraphContent.Entity.generalType,
          aliases: aliases))
    case "decision": self = .decision(try Self.decision(object))
    default: throw ImportProblem("expected a \"record\" document, predicate, entity or decision")
    }
  }

  private static func decision(_ object: JSONMembers) throws(ImportProblem) -> NamingDecision {
    func entity(_ name: String) throws(ImportProblem) -> NamingDecision.Entity {
      let entity = JSONMembers(object.value[name])
      return .init(name: try entity.required("name"), type: try entity.required("type"))
    }
    guard let serial = object.value["serial"].integer, 0..<1 << 40 ~= serial else {
      throw ImportProblem("expected a number \"serial\"")
    }
    guard let kind = ["merge": NamingDecision.Kind.merge, "split": .split][try object.required("kind")] else {
      throw ImportProblem("expected \"kind\" merge or split")
    }
    var decision = NamingDecision(
      serial: serial, kind: kind, entity: try entity("entity"), other: try entity("other"),
      names: try object.texts("names") ?? [])
    for text in try object.texts("records") ?? [] {
      guard let bytes = bytes(hexadecimal: text) else {
        throw ImportProblem("expected hexadecimal digits in \"records\"")
      }
      decision.records.append(bytes)
    }
    return decision
  }

  private static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = text.unicodeScalars.map { $0.isASCII ? Character($0).hexDigitValue : nil }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[place], let low = digits[place + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
