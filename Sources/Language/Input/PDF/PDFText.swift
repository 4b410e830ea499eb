/// Puts the lines of printed pages together to paragraphs: without running heads and page numbers, and with the words
/// whole that the end of a line divided.
struct PDFText {
  private let pages: [[PDFPage.Line]]
  private let words: DividedWords
  /// From a line to the next where nothing parts them, times the height of a line.
  private let pitch: Double

  /// Bytes of a paragraph that goes on over pages.
  private static let longest = 1 << 16

  init(_ pages: [PDFPage]) {
    self.pages = PrintedFurniture(pages).removed()
    words = DividedWords(self.pages.joined().map(\.text))
    let pitches = self.pages.flatMap { lines in
      zip(lines, lines.dropFirst()).compactMap { upper, lower -> Double? in
        let step = (lower.top - upper.top) / max(upper.height, 1)
        return upper.flow == lower.flow && step > 0.5 && step < 3 ? step : nil
      }
    }.sorted()
    // A quarter of the lines are followed by one of the same paragraph in any text; in a line or two of it none may be.
    pitch = pitches.count < 8 ? 1.5 : pitches[pitches.count / 4]
  }

  /// The paragraphs in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func paragraphs() -> [String] {
    var paragraphs: [String] = []
    var last: PDFPage.Line?
    for page in pages {
      // Margins of the boxes of text.
      var margins: [Int: (left: Double, right: Double)] = [:]
      for line in page {
        let known = margins[line.flow] ?? (line.left, line.right)
        margins[line.flow] = (min(known.left, line.left), max(known.right, line.right))
      }
      var isFirst = true
      for line in page {
        let isNew: Bool
        if let last, !isFirst, last.flow == line.flow {
          isNew = parts(last, line, margins[line.flow] ?? (line.left, line.right))
        } else {
          // A new column or page may go on with a sentence.
          isNew = !(last.map { Self.goesOn($0.text, line.text) } ?? false)
        }
        if isNew || paragraphs.isEmpty || paragraphs[paragraphs.count - 1].utf8.count > Self.longest {
          paragraphs.append(line.text)
        } else {
          words.append(line.text, to: &paragraphs[paragraphs.count - 1])
        }
        last = line
        isFirst = false
      }
    }
    return paragraphs
  }

  /// Whether a paragraph ends between two lines of one box.
  private func parts(
    _ upper: PDFPage.Line, _ lower: PDFPage.Line, _ margins: (left: Double, right: Double)
  ) -> Bool {
    let height = max(upper.height, 1)
    // Back at the top: the box goes on beside.
    if lower.top < upper.top - height { return !Self.goesOn(upper.text, lower.text) }
    if (lower.top - upper.top) / height > pitch * 1.35 { return true }
    // Headings are larger.
    if abs(lower.height - upper.height) > height * 0.15 { return true }
    if upper.text.last == "-" { return false }
    if lower.left - upper.left > height * 0.7, lower.left - margins.left > height * 0.7, !startsLow(lower.text) {
      return true
    }
    let isShort = margins.right - upper.right > (margins.right - margins.left) * 0.15
    return isShort && Self.endsSentence(upper.text) && !startsLow(lower.text)
  }

  private func startsLow(_ text: String) -> Bool { text.first?.isLowercase ?? false }

  private static func endsSentence(_ line: String) -> Bool {
    let end = line.reversed().first { !"\"'”’)]".contains($0) }
    return end.map { ".!?…:".contains($0) } ?? false
  }

  /// Whether a line at the top of a page or column is the rest of a sentence.
  private static func goesOn(_ last: String, _ next: String) -> Bool {
    guard !endsSentence(last), let first = next.first else { return false }
    if first.isLowercase || last.last == "-" || last.last == "," { return true }
    // A line of a sentence before a name; headings are shorter.
    let words = last.split(separator: " ")
    return words.count >= 6 && words[words.count - 1].first?.isLowercase ?? false
  }
}
