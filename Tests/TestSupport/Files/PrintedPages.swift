/// A PDF of pages of lines, as a program would print them (ISO 32000-1).
public struct PrintedPages {
  public private(set) var bytes: [UInt8] = Array("%PDF-1.4\n".utf8)
  private var places: [Int] = []

  /// - Parameter pages: lines of ASCII without brackets, from the top of the page down.
  public init(_ pages: [[String]]) {
    let first = 4
    let kids = pages.indices.map { "\(first + 2 * $0 + 1) 0 R" }.joined(separator: " ")
    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (number, lines) in pages.enumerated() {
      var content = "BT /F1 11 Tf\n"
      for (row, line) in lines.enumerated() where !line.isEmpty {
        content += "1 0 0 1 72 \(780 - 14 * row) Tm (\(line)) Tj\n"
      }
      content += "ET"
      add("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
      add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(first + 2 * number) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
    }
    let start = bytes.count
    var table = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places { table += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
    bytes += Array("\(table)trailer << /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
  }

  private mutating func add(_ object: String) {
    places.append(bytes.count)
    bytes += Array("\(places.count) 0 obj\n\(object)\nendobj\n".utf8)
  }
}
