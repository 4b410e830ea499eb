/// The lines that pages of print have beside their text: running heads, feet, page numbers.
struct PrintedFurniture {
  private let pages: [PDFPage]
  /// How many pages have a line at an edge that is alike, numbers aside.
  private var counts: [String: Int] = [:]

  /// Lines at the top and at the foot of a page that may be none of its text.
  private static let edge = 3

  init(_ pages: [PDFPage]) {
    self.pages = pages
    for page in pages {
      for form in Set(Self.edges(of: page).map { Self.form(page.lines[$0].text) }) { counts[form, default: 0] += 1 }
    }
  }

  /// The lines of the pages without those.
  func removed() -> [[PDFPage.Line]] {
    // Heads of left and of right pages may differ.
    let least = max(2, (pages.count * 2 + 4) / 5)
    return pages.map { page in
      let none = Self.edges(of: page).filter { index in
        let text = page.lines[index].text
        return Self.isPageNumber(text) || counts[Self.form(text)] ?? 0 >= least
      }
      return page.lines.indices.filter { !none.contains($0) }.map { page.lines[$0] }
    }
  }

  /// The lines nearest to the top and to the foot.
  private static func edges(of page: PDFPage) -> Set<Int> {
    let order = page.lines.indices.sorted { (page.lines[$0].top, $0) < (page.lines[$1].top, $1) }
    // Of a short page the middle is text.
    let count = min(edge, (order.count + 1) / 2)
    return Set(order.prefix(count)).union(order.suffix(count))
  }

  /// What is alike in a line from page to page.
  private static func form(_ line: String) -> String {
    var form = ""
    for character in line.lowercased() {
      if character.isNumber {
        if form.last != "#" { form.append("#") }
      } else {
        form.append(character)
      }
    }
    return form
  }

  /// `12`, `- 12 -`, `Page 3 of 10`, `3/10`, `xii`.
  private static func isPageNumber(_ line: String) -> Bool {
    guard line.utf8.count <= 24, line.last != "." else { return false }
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { !["page", "of", "p"].contains($0) }
    guard (1...2).contains(words.count) else { return false }
    let isRoman = words.count == 1 && words[0].count <= 6 && words[0].allSatisfy { "ivxl".contains($0) }
    return isRoman || words.allSatisfy { $0.count <= 3 && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
