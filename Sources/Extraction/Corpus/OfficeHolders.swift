import GraphModel
import Language
import SchemaFiles

/// Who holds which office, by what all documents say.
///
/// `The NATO chief` of a document that never names him is who other documents of about that time call its secretary
/// general, as long as they know one only.
struct OfficeHolders {
  /// When documents call somebody so, as days since 1970; nil when one of them has no date.
  private typealias Tenure = ClosedRange<Int>?

  private let soleOffices: Set<String>
  private let sameOffices: Set<String>
  /// By owner and title: the holders, by their numbers in the catalog.
  private var holders: [Int: [String: [Int: Tenure]]] = [:]

  /// Days before the first and behind the last document that names a holder in which he may be meant.
  private static let reach = 180

  init(lexicon: Lexicon) {
    soleOffices = lexicon.soleOffices
    sameOffices = lexicon.sameOffices
  }

  /// Adds what a document says of offices.
  ///
  /// - Parameter roots: by entity of the document, which one of the catalog it is.
  mutating func add(_ extraction: DocumentExtraction, roots: [Int: ResolvedCatalog.Identified]) {
    let day = Self.day(extraction.metadata)
    for statement in extraction.events where statement.polarity == .affirmed && statement.modality == .certain {
      guard case .entity(let holder) = statement.subject, case .entity(let owner)? = statement.object,
        let person = roots[holder]?.number, let body = roots[owner]?.number
      else { continue }
      for key in statement.predicate.keys where key.construction == .title {
        guard soleOffices.contains(key.words) || sameOffices.contains(key.words) else { continue }
        let known = holders[body]?[key.words]?[person]
        holders[body, default: [:]][key.words, default: [:]][person] = known.map { Self.joined($0, day) } ?? day
      }
    }
  }

  private static func day(_ metadata: Document.Metadata) -> Tenure {
    metadata.date.flatMap(CalendarDate.days(iso:))
  }

  private static func joined(_ one: Tenure, _ other: Tenure) -> Tenure {
    guard let one, let other else { return nil }
    return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
  }

  /// The number in the catalog of the one who holds `title` at the entity `owner` when the document is
  /// written; nil when nobody is known to, or several are.
  func holder(of title: String, at owner: Int, in document: Document.Metadata) -> Int? {
    guard let titles = holders[owner] else { return nil }
    let day = Self.day(document)
    func current(_ holders: [Int: Tenure]) -> Set<Int> {
      Set(
        holders.filter { holder in
          guard let tenure = holder.value, let day else { return true }
          return (tenure.lowerBound - Self.reach...tenure.upperBound + Self.reach).overlaps(day)
        }.keys)
    }
    var found = current(titles[title] ?? [:])
    if found.isEmpty, sameOffices.contains(title) {
      found = titles.values.reduce(into: []) { $0.formUnion(current($1)) }
    }
    return found.count == 1 ? found.first : nil
  }
}
