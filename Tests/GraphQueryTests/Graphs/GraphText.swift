import GraphModel

/// Reads the graph of the golden queries; see the comment at its head.
struct GraphText {
  private var content = GraphContent()
  private var types: [(name: String, type: String)] = []

  struct Problem: Error {
    var line: String
  }

  static func content(_ text: String) throws -> GraphContent {
    var reader = GraphText()
    for line in text.split(separator: "\n") where !line.hasPrefix("#") { try reader.read(String(line)) }
    return reader.content
  }

  private mutating func read(_ line: String) throws {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { Self.trimmed($0) }
    if line.hasPrefix(">") {
      let sentence = Self.trimmed(line.dropFirst())
      let last = content.documents.count - 1
      let start = UInt32(content.documents[last].text.count)
      content.documents[last].text += Array(sentence.utf8) + [UInt8(ascii: " ")]
      content.documents[last].sentences.append(start..<start + UInt32(sentence.utf8.count))
    } else if let name = Self.after("entity", fields[0]) {
      let aliases = fields[2].split(separator: ",").map { alias in
        let parts = alias.split(separator: "=").map { Self.trimmed($0) }
        return GraphContent.Alias(name: parts[0], rule: parts[1])
      }
      content.entities.append(GraphContent.Entity(name: name, type: fields[1], aliases: aliases))
    } else if let name = Self.after("predicate", fields[0]) {
      let relation = fields[1] == "-" ? nil : fields[1]
      content.predicates.append(
        GraphContent.Predicate(
          name: name, relation: relation, inverse: fields.count > 2 ? Self.after("inverse", fields[2]) : nil,
          isSymmetric: fields.count > 2 && fields[2] == "symmetric"))
    } else if let id = Self.after("document", fields[0]) {
      content.documents.append(
        GraphContent.Document(
          id: id, title: fields[2], date: fields[1] == "-" ? nil : fields[1], text: [], sentences: []))
    } else {
      try statement(fields, line)
    }
  }

  private mutating func statement(_ fields: [String], _ line: String) throws {
    let place = fields[3].split(separator: ":").map { String($0) }
    guard let subject = entity(fields[0]), let object = entity(fields[2]),
      let predicate = content.predicates.firstIndex(where: { $0.name == fields[1] }),
      let document = content.documents.firstIndex(where: { $0.id == place[0] }), let sentence = Int(place[1])
    else { throw Problem(line: line) }
    let range = content.documents[document].sentences[sentence]
    var evidence = GraphContent.Evidence(
      document: document, sentence: sentence, subject: range, predicate: range, object: range, confidence: 90)
    var statement = GraphContent.Statement(subject: subject, predicate: predicate, object: object, evidence: evidence)
    for qualifier in fields[4].split(separator: ",").map({ Self.trimmed($0) }) {
      let parts = qualifier.split(separator: "=").map { String($0) }
      switch parts[0] {
      case "not": statement.polarity = .negated
      case "by": statement.attribution = entity(parts[1])
      case "time": evidence.time = parts[1]
      case "rule": evidence.rules.append(parts[1])
      default:
        guard let modality = Modality.allCases.first(where: { $0.name == parts[0] }) else { throw Problem(line: line) }
        statement.modality = modality
      }
    }
    statement.evidence = evidence
    content.statements.append(statement)
  }

  /// An entity by name, or by `name:type`.
  private func entity(_ text: String) -> Int? {
    content.entities.firstIndex { $0.name == text || "\($0.name):\($0.type)" == text }
  }

  private static func after(_ word: String, _ text: String) -> String? {
    text.hasPrefix(word + " ") ? trimmed(text.dropFirst(word.count)) : nil
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
