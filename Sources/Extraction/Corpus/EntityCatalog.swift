internal import SchemaFiles

/// The named entities of many documents, gathered to be told apart and merged.
///
/// The result depends on the set of documents, not on the order in which they are added.
public struct EntityCatalog: Sendable {
  /// A named entity of one document.
  struct Record: Sendable {
    var ticket: Int
    var local: Int
    var document: String
    var entity: LocalEntity
  }

  let types: TypeTable
  let lexicon: ReferenceLexicon
  /// By occupation noun: the fields of life to which it belongs, such as `sport`.
  let fields: [String: Set<String>]
  private(set) var records: [Record] = []
  private(set) var counts: [Int] = []

  /// - Parameter lexicon: compiled from `schema`.
  init(schema: Schema, lexicon: ReferenceLexicon) {
    self.lexicon = lexicon
    types = lexicon.types
    var fields: [String: Set<String>] = [:]
    for (list, words) in schema.lists where list.hasSuffix("Occupation") {
      for word in words { fields[word, default: []].insert(list) }
    }
    self.fields = fields
  }

  /// Adds what one document names; returns the ticket by which the result is asked for it.
  ///
  /// - Parameter document: the document's id, unique among those added.
  public mutating func add(_ entities: DocumentEntities, document: String) -> Int {
    let ticket = counts.count
    counts.append(entities.entities.count)
    for (index, entity) in entities.entities.enumerated()
    where entity.isNamed && !entity.forms.isEmpty || entity.isKnown {
      records.append(Record(ticket: ticket, local: index, document: document, entity: entity))
    }
    return ticket
  }

  /// Merges the entities of all documents.
  ///
  /// - Complexity: O(*n* log *n*) in the number of entities added.
  public func resolve() -> ResolvedCatalog {
    let ordered = records.sorted {
      $0.document == $1.document ? $0.local < $1.local : $0.document.utf8.lexicographicallyPrecedes($1.document.utf8)
    }
    var merger = CatalogMerger(ordered, catalog: self)
    merger.merge()
    return merger.result(counts: counts)
  }
}
