internal import Bytes

/// The sections of an opened container with the guard over their pages.
struct StoreSections {
  /// Checksums of the pages of all other sections, in file order.
  static let pageTable = "PAGES"

  let pages: PageGuard
  private let views: [String: PagedView]

  /// - Throws: when the table of pages is damaged or one of the sections `required` is missing.
  init(
    _ container: Container, required: [String] = StoreSection.required.map(\.rawValue)
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

  /// Every required section is there since `init`.
  subscript(section: StoreSection) -> PagedView { self[section.rawValue] }

  /// A section that need not be there; nil when it is not.
  subscript(optional section: StoreSection) -> PagedView? { views[section.rawValue] }

  /// The section `name`, one of those required.
  subscript(name: String) -> PagedView {
    views[name] ?? PagedView(ByteView(copying: []), name: name, firstPage: 0, pages: pages)
  }

  private static func pageCount(_ bytes: Int) -> Int { (bytes + PageGuard.pageSize - 1) / PageGuard.pageSize }
}
