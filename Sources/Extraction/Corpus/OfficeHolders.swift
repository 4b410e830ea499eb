import GraphModel
import SchemaFiles

/// Who holds which office, by what all documents say.
///
/// `The NATO chief` of a document that never names him is who other documents call its secretary general, as long as
/// they know one only.
struct OfficeHolders {
  private let lexicon: Lexicon
  /// By owner and title: the holders, by their positions in the catalog.
  private var holders: [Int: [String: Set<Int>]] = [:]

  /// - Parameters:
  ///   - tickets: by extraction, its ticket in the catalog.
  ///   - catalog: the named entities of all the documents.
  init(_ extractions: [DocumentExtraction], tickets: [Int], catalog: ResolvedCatalog, lexicon: Lexicon) {
    self.lexicon = lexicon
    for (extraction, ticket) in zip(extractions, tickets) {
      for statement in extraction.events where statement.polarity == .affirmed && statement.modality == .certain {
        guard case .entity(let holder) = statement.subject, case .entity(let owner)? = statement.object,
          let person = catalog.globalEntity(ticket, holder), let body = catalog.globalEntity(ticket, owner)
        else { continue }
        for key in statement.predicate.keys where key.construction == .title {
          guard lexicon.soleOffices.contains(key.words) || lexicon.sameOffices.contains(key.words) else { continue }
          holders[body, default: [:]][key.words, default: []].insert(person)
        }
      }
    }
  }

  /// The position in the catalog of the one who holds `title` at the entity at position `owner`; nil when nobody is
  /// known to, or several are.
  func holder(of title: String, at owner: Int) -> Int? {
    guard let titles = holders[owner] else { return nil }
    var found = titles[title] ?? []
    if found.isEmpty, lexicon.sameOffices.contains(title) {
      found = titles.values.reduce(into: []) { $0.formUnion($1) }
    }
    return found.count == 1 ? found.first : nil
  }
}
