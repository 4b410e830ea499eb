import Foundation

/// One line of `tercet extract`.
struct ExtractedEvent: Decodable {
  struct Spans: Decodable {
    var subject: [Int]
    var predicate: [Int]
    var object: [Int]?
  }

  struct Role: Decodable {
    var role: String
    var name: String
    var span: [Int]
  }

  /// The events among the lines of an output: others tell only which names stand in descriptions.
  static func all(in output: String) throws -> [ExtractedEvent] {
    let decoder = JSONDecoder()
    return try output.split(separator: "\n").filter { !$0.contains("\"link\":") }.map {
      try decoder.decode(ExtractedEvent.self, from: Data($0.utf8))
    }
  }

  var document: String
  var subject: String
  var predicate: String
  var relation: String?
  var object: String?
  var roles: [Role]
  var office: String?
  var polarity: String
  var modality: String
  var attribution: String?
  var time: String?
  var place: String?
  var quantity: String?
  var spans: Spans

  /// One for the object, or for an event that has none, and one for every role.
  var statements: [ExtractedStatement] {
    func statement(_ predicate: String, _ relation: String?, _ object: String, _ span: [Int]) -> ExtractedStatement {
      ExtractedStatement(
        document: document, subject: subject, predicate: predicate, relation: relation, object: object,
        polarity: polarity, modality: modality, attribution: attribution, time: time, place: place, quantity: quantity,
        spans: .init(subject: spans.subject, predicate: spans.predicate, object: span))
    }
    let main =
      object != nil || roles.isEmpty
      ? [
        statement(
          predicate, relation, object ?? "", spans.object ?? [spans.predicate[1], spans.predicate[1]])
      ] : []
    return main + roles.map { statement("\(predicate) \(object ?? "") \($0.role)", nil, $0.name, $0.span) }
  }
}
