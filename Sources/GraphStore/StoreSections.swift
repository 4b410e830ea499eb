internal import Bytes

/// The sections of a store, in the order of the file.
enum StoreSection: String, CaseIterable {
  case counts = "COUNTS"
  case strings = "STRINGS"
  case names = "NAMES"
  case types = "TYPES"
  case aliases = "ALIASES"
  case owners = "OWNERS"
  case predicates = "PREDS"
  case symbols = "SYMBOLS"
  case forward = "FORWARD"
  case reverse = "REVERSE"
  case sources = "SOURCES"
  case evidence = "EVIDENCE"
  case documentIDs = "DOCIDS"
  case documents = "DOCS"
  case sentences = "SENTS"
  case text = "TEXT"
  case decisions = "EDITS"
}

/// The sections of an opened container with the guard over their pages.
struct StoreSections {
  /// Checksums of the pages of all other sections, in file order.
  static let pageTable = "PAGES"

  let pages: PageGuard
  private let views: [String: PagedView]

  /// - Throws: when the table of pages is damaged or one of the sections `required` is missing.
  init(
    _ container: Container, required: [String] = StoreSection.allCases.map(\.rawValue)
  ) throws(BytesError) {
    let table = try container.checkedSection(Self.pageTable)
    let pages = PageGuard(table: table, place: container.place)
    var views: [String: PagedView] = [:]
    var page = 0
    for row in container.sections where row.name != Self.pageTable {
      views[row.name] = PagedView(try container.section(row.name), name: row.name, firstPage: page, pages: pages)
      page += Self.pageCount(row.range.count)
    }
    guard table.count == 4 * page else {
      throw .damaged(place: container.place, section: "section \(Self.pageTable)", detail: "\(table.count) bytes")
    }
    for name in required where views[name] == nil { throw .missingSection(place: container.place, name: name) }
    self.pages = pages
    self.views = views
  }

  /// Every section is there since `init`.
  subscript(section: StoreSection) -> PagedView { self[section.rawValue] }

  /// The section `name`, one of those required.
  subscript(name: String) -> PagedView {
    views[name] ?? PagedView(ByteView(copying: []), name: name, firstPage: 0, pages: pages)
  }

  /// The list of strings that is the whole of `section`.
  func strings(_ section: StoreSection, count: Int? = nil, order: StringList.Order) throws(BytesError) -> StringList {
    let list = try StringList(self[section], order: order)
    guard count == nil || list.count == count else { throw self[section].damage("\(list.count) strings") }
    return list
  }

  /// The part of the section ``pageTable`` that is about `section`.
  static func encodePages(_ section: [UInt8]) -> [UInt8] {
    var table = ByteWriter()
    for page in 0..<pageCount(section.count) {
      let start = page * PageGuard.pageSize
      table.append(crc32c(Array(section[start..<min(start + PageGuard.pageSize, section.count)])))
    }
    return table.bytes
  }

  private static func pageCount(_ bytes: Int) -> Int { (bytes + PageGuard.pageSize - 1) / PageGuard.pageSize }
}

/// How many rows each table has.
struct StoreCounts: Sendable {
  var entities: Int
  var predicates: Int
  var edges: Int
  var documents: Int
  var evidence: Int
  var sentences: Int
  var strings: Int

  init(entities: Int, predicates: Int, edges: Int, documents: Int, evidence: Int, sentences: Int, strings: Int) {
    self.entities = entities
    self.predicates = predicates
    self.edges = edges
    self.documents = documents
    self.evidence = evidence
    self.sentences = sentences
    self.strings = strings
  }

  init(_ section: PagedView) throws(BytesError) {
    var values: [Int] = []
    for index in 0..<7 {
      guard let value = section.load(8 * index, as: UInt64.self), value < UInt64(UInt32.max) else {
        throw section.damage("row count \(index)")
      }
      values.append(Int(value))
    }
    self.init(
      entities: values[0], predicates: values[1], edges: values[2], documents: values[3], evidence: values[4],
      sentences: values[5], strings: values[6])
  }

  /// Whether there is something for edges and evidence to name. Each predicate has a name of its own among the strings,
  /// which bounds how many there are by the size of the file.
  var isPossible: Bool {
    predicates <= strings && (edges == 0 || entities > 0 && predicates > 0)
      && (evidence == 0 || edges > 0 && documents > 0 && sentences > 0)
  }

  var encoded: [UInt8] {
    var writer = ByteWriter()
    for value in [entities, predicates, edges, documents, evidence, sentences, strings] { writer.append(UInt64(value)) }
    return writer.bytes
  }
}
