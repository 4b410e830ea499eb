/// A page as pdftotext lays it out (`-bbox-layout`): its lines in the order in which people read them.
struct PDFPage {
  struct Line {
    var text = ""
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
    /// Number of the column or box on its page.
    var flow = 0

    var height: Double { bottom - top }
  }

  var lines: [Line] = []

  /// The pages in what pdftotext writes, and what the file says of itself; what breaks off ends the last page.
  ///
  /// - Complexity: O(*n*).
  static func pages(of layout: [UInt8]) -> (pages: [PDFPage], title: String?, date: String?) {
    var scanner = XMLScanner(layout)
    var pages: [PDFPage] = []
    var (title, date): (String?, String?)
    var line: Line?
    var (isTitle, isWord, flow) = (false, false, 0)
    while let item = scanner.next() {
      switch item {
      case .start(let name, let attributes, let isEmpty):
        isTitle = name == "title" && !isEmpty
        isWord = name == "word" && !isEmpty
        switch name {
        case "page": pages.append(PDFPage())
        case "flow": flow += 1
        case "line": line = self.line(attributes, flow)
        case "meta" where attributes["name"] == "CreationDate": date = attributes["content"]
        default: break
        }
      case .text(let text):
        if isTitle { title = text }
        if isWord { line?.add(text) }
      case .end(let name):
        (isTitle, isWord) = (false, false)
        guard name == "line", let ended = line else { continue }
        line = nil
        if !ended.text.isEmpty, !pages.isEmpty { pages[pages.count - 1].lines.append(ended) }
      }
    }
    return (pages, title, date)
  }

  private static func line(_ attributes: [String: String], _ flow: Int) -> Line {
    func number(_ name: String) -> Double { attributes[name].flatMap { Double($0) } ?? 0 }
    return Line(
      left: number("xMin"), right: number("xMax"), top: number("yMin"), bottom: number("yMax"), flow: flow)
  }
}

extension PDFPage.Line {
  /// A word with ligatures as letters and without soft hyphens inside.
  fileprivate mutating func add(_ word: String) {
    if !text.isEmpty { text += " " }
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{FB00}": text += "ff"
      case "\u{FB01}": text += "fi"
      case "\u{FB02}": text += "fl"
      case "\u{FB03}": text += "ffi"
      case "\u{FB04}": text += "ffl"
      case "\u{FB05}", "\u{FB06}": text += "st"
      case "\u{AD}": break
      case "\u{2010}": text += "-"
      case "\0", "\n": break
      default: text.unicodeScalars.append(scalar)
      }
    }
    // At the end of a line a soft hyphen is one.
    if word.unicodeScalars.last == "\u{AD}" { text += "-" }
  }
}
