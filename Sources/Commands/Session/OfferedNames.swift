internal import GraphModel
internal import GraphQuery

/// A name that completion offers, and how often the graph has it; 0 where that is not known.
struct OfferedName {
  var name: String
  var count: Int

  /// `3 edges`; empty where the number is not known.
  func note(_ one: String, _ many: String? = nil) -> String { count == 0 ? "" : counted(count, one, many) }
}

/// Somebody who is told to say something, and in how many statements.
struct OfferedSpeaker {
  var name: String
  var type: String
  var count: Int

  /// `Person, says 3 statements`.
  var note: String { "\(type), says \(counted(count, "statement"))" }
}

/// Names of a graph that completion offers, each with how often the graph has it; every list is read at first use.
///
/// While a line is edited no key stops the reading, so each list looks at so many names at most.
final class OfferedNames<Graph: GraphView> {
  private let graph: Graph

  init(_ graph: Graph) { self.graph = graph }

  /// What relations can be called, with their edges: a verb stands for its roles, which ``roles`` has.
  private(set) lazy var relations: [OfferedName] = readRelations()
  /// `attack/in`, as far as both can be written without quotes, with the edges of the role.
  private(set) lazy var roles: [OfferedName] = readRoles()
  /// The types of entities, with their numbers.
  private(set) lazy var types: [OfferedName] = readTypes()
  /// Where documents come from, with the numbers of documents.
  private(set) lazy var sources: [OfferedName] = readSources()
  /// The dates of documents, with the numbers of documents.
  private(set) lazy var dates: [OfferedName] = readDates()
  /// Who is told to say something, those of most statements first.
  private(set) lazy var speakers: [OfferedSpeaker] = readSpeakers()
  /// The first documents; where their sentences stand is left out.
  private(set) lazy var documents: [DocumentRecord] = readDocuments()

  private func readRelations() -> [OfferedName] {
    read(graph.predicateCount, weight: edges) { number in
      let predicate = graph.predicate(PredicateID(number))
      return predicate.relation ?? predicate.verb
    }
  }

  private func readRoles() -> [OfferedName] {
    read(graph.predicateCount, weight: edges) { number in
      let predicate = graph.predicate(PredicateID(number))
      guard let role = predicate.role, Self.isPlain(predicate.verb), Self.isPlain(role) else { return nil }
      return "\(predicate.verb)/\(role)"
    }
  }

  private func readTypes() -> [OfferedName] {
    let nothing = graph.nothing
    return read(graph.entityCount) { EntityID($0) == nothing ? nil : graph.type(of: EntityID($0)) }
  }

  private func readSources() -> [OfferedName] { read(graph.documentCount) { graph.source(of: DocumentID($0)) } }

  private func readDates() -> [OfferedName] { read(graph.documentCount) { graph.date(of: DocumentID($0)) } }

  private func readSpeakers() -> [OfferedSpeaker] {
    guard graph.edgeCount <= Self.mostAttributed else { return [] }
    var counts: [EntityID: Int] = [:]
    for (_, speaker) in graph.attributions() { counts[speaker, default: 0] += 1 }
    let most = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return most.prefix(Self.mostSpeakers).map {
      OfferedSpeaker(name: graph.name(of: $0.key), type: graph.type(of: $0.key), count: $0.value)
    }.filter { !$0.name.isEmpty && $0.name.utf8.count <= Self.longest }
  }

  private func readDocuments() -> [DocumentRecord] {
    (0..<UInt32(min(graph.documentCount, Self.mostDocuments))).map { number in
      var document = graph.document(DocumentID(number))
      document.sentences = []
      return document
    }.filter { !$0.name.isEmpty && $0.name.utf8.count <= Self.longest }
  }

  /// Whether `name` is one word without quotes.
  static func isPlain(_ name: String) -> Bool { !name.contains(" ") && NameSpelling.typed(name, keywords: []) == name }

  /// The number of edges with predicate `number`, of any degree.
  private func edges(_ number: UInt32) -> Int { graph.size(of: PredicateID(number), showing: .all).edges }

  /// The names that `name` gives for the numbers up to `count`, each once, in order, with the sum of their weights; of
  /// very many the first, without sums.
  private func read(
    _ count: Int, weight: (UInt32) -> Int = { _ in 1 }, _ name: (UInt32) -> String?
  ) -> [OfferedName] {
    var counts: [String: Int] = [:]
    var read = 0
    var isWhole = true
    for number in 0..<UInt32(count) {
      guard let name = name(number), !name.isEmpty else {
        read += 1
        continue
      }
      read += 1 + name.utf8.count / Self.longest
      guard read < 10 * Self.mostRead, counts.count < Self.mostRead else {
        isWhole = false
        break
      }
      if name.utf8.count <= Self.longest { counts[name, default: 0] += weight(number) }
    }
    return counts.map { OfferedName(name: $0.key, count: isWhole ? $0.value : 0) }.sorted { $0.name < $1.name }
  }

  /// Documents that are offered: to read one takes as long as to read the names of many entities.
  private static var mostDocuments: Int { 2_000 }
  /// Edges among which speakers are counted, and how many speakers are offered.
  private static var mostAttributed: Int { 100 * mostRead }
  private static var mostSpeakers: Int { 1_000 }
  /// Names that are looked at, a few milliseconds of work.
  static var mostRead: Int { 50_000 }
  /// Bytes of a name that is offered: a longer one fills the terminal, and nobody can tell its end.
  static var longest: Int { 1_000 }
}
