internal import Bytes
internal import GraphStore

/// Statements of JSON Lines as `tercet extract` and `tercet export` write them. Where a statement stands is not kept, because
/// its text is not there.
struct RecordTable {
  private var entities: [GraphContent.Entity] = []
  /// By ``key(_:_:)``.
  private var entityNumbers: [[UInt8]: Int] = [:]
  private var predicates: [GraphContent.Predicate] = []
  private var predicateNames = StringInterner()
  private var statements: [GraphContent.Statement] = []
  /// Who says so, by name: the type is looked for when all are known.
  private var sources: [Int: String] = [:]

  var isEmpty: Bool { statements.isEmpty }

  /// Adds the statement of a line.
  mutating func add(_ line: ArraySlice<UInt8>) throws(ImportProblem) {
    guard String(validating: line, as: UTF8.self) != nil else { throw ImportProblem("the line is not UTF-8") }
    let strings: [String: String]
    do throws(JSONLine.Problem) { strings = try JSONLine(line).strings } catch { throw ImportProblem(error.text) }
    func required(_ name: String) throws(ImportProblem) -> String {
      guard let value = strings[name], !value.isEmpty else { throw ImportProblem("expected a text \"\(name)\"") }
      guard value.utf8.count <= TripleTable.longestName else { throw ImportProblem("\"\(name)\" is too long") }
      return value
    }
    let subject = try required("subject")
    let predicate = try required("predicate")
    let object = try required("object")
    let polarity = Polarity.allCases.first { $0.symbol == strings["polarity"] ?? "+" }
    let modality = Modality.allCases.first { $0.name == strings["modality"] ?? "certain" }
    guard let polarity else { throw ImportProblem("expected \"polarity\" + or -") }
    guard let modality else {
      throw ImportProblem("expected \"modality\" \(Modality.allCases.map(\.name).joined(separator: ", "))")
    }
    var statement = GraphContent.Statement(
      subject: entity(subject, strings["subject_type"]), predicate: self.predicate(predicate, strings["relation"]),
      object: entity(object, strings["object_type"]), evidence: nil)
    statement.polarity = polarity
    statement.modality = modality
    if let source = strings["attribution"], !source.isEmpty { sources[statements.count] = source }
    statements.append(statement)
  }

  private mutating func entity(_ name: String, _ type: String?) -> Int {
    let type = type ?? "Thing"
    let key = Self.key(name, type)
    if let known = entityNumbers[key] { return known }
    entityNumbers[key] = entities.count
    entities.append(GraphContent.Entity(name: name, type: type))
    return entities.count - 1
  }

  /// Different for names and types that differ in any byte.
  private static func key(_ name: String, _ type: String) -> [UInt8] { name.utf8 + [0xFF] + type.utf8 }

  private mutating func predicate(_ name: String, _ relation: String?) -> Int {
    let number = predicateNames.intern(name)
    if number == predicates.count { predicates.append(GraphContent.Predicate(name: name, relation: relation)) }
    return number
  }

  /// The graph; a source is the entity of its name, where only one has it, and otherwise one of no known type.
  var content: GraphContent {
    var content = GraphContent()
    content.entities = entities
    content.predicates = predicates
    content.statements = statements
    var named: [[UInt8]: [Int]] = [:]
    for (number, entity) in entities.enumerated() { named[Array(entity.name.utf8), default: []].append(number) }
    var plain: [[UInt8]: Int] = [:]
    for (row, name) in sources.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(name.utf8)
      if let known = named[bytes], known.count == 1 {
        content.statements[row].attribution = known[0]
        continue
      }
      let number = plain[bytes] ?? entityNumbers[Self.key(name, "Thing")] ?? content.entities.count
      if number == content.entities.count { content.entities.append(GraphContent.Entity(name: name, type: "Thing")) }
      plain[bytes] = number
      content.statements[row].attribution = number
    }
    return content
  }
}
