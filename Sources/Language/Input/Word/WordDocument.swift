internal import Bytes

/// A Word document (.docx): title, date and text; headers, footers, notes, comments and what was deleted are left out.
///
/// Source: ECMA-376, Office Open XML, part 1 (17, WordprocessingML; 15.2.12.1, core properties) and part 2 (packages).
struct WordDocument {
  private(set) var title: String?
  /// The day on which it was made, ISO 8601.
  private(set) var date: String?
  /// A paragraph a line, with empty lines between.
  private(set) var text: [UInt8] = []

  /// - Throws: when the bytes are no archive, or one without such a document, or it unpacks to too much.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    let content: [UInt8]?
    let properties: [UInt8]?
    do throws(ZipArchive.Problem) {
      let archive = try ZipArchive(bytes)
      content = try archive.content(of: Self.mainPart(of: archive), limit: InputLimits.wordPart)
      properties = try archive.content(of: "docProps/core.xml", limit: InputLimits.wordProperties)
    } catch {
      throw Self.error(error, path)
    }
    guard let content else { throw .word(path: path, problem: "found an archive of other files") }
    var paragraphs = WordParagraphs(content)
    guard paragraphs.read() else { throw .word(path: path, problem: "found XML that is malformed or breaks off") }
    text = Array(paragraphs.found.joined(separator: "\n\n").utf8)
    if let properties { readProperties(properties) }
  }

  private static func error(_ problem: ZipArchive.Problem, _ path: String) -> InputError {
    switch problem {
    case .damaged: .word(path: path, problem: "found an archive that is damaged or breaks off")
    case .locked: .word(path: path, problem: "found one that a password locks")
    case .method(let number): .word(path: path, problem: "found one packed by method \(number)")
    case .tooLarge: .overLimit(path: path, limit: InputLimits.wordPart, of: .wordPart)
    }
  }

  /// The name of the entry with the text, as the relations of the package give it.
  private static func mainPart(of archive: ZipArchive) throws(ZipArchive.Problem) -> String {
    let usual = "word/document.xml"
    guard let relations = try archive.content(of: "_rels/.rels", limit: InputLimits.wordProperties) else {
      return usual
    }
    var scanner = XMLScanner(relations)
    while let item = scanner.next() {
      guard case .start(_, let attributes, _) = item, let target = attributes["Target"],
        attributes["Type"]?.hasSuffix("/officeDocument") == true
      else { continue }
      let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
      // A workbook or a presentation has its main part elsewhere, which is no text.
      return name.hasSuffix(".xml") && archive.has(name) && !name.hasPrefix("xl/") && !name.hasPrefix("ppt/")
        ? name : usual
    }
    return usual
  }

  /// `dc:title` and `dcterms:created`.
  private mutating func readProperties(_ bytes: [UInt8]) {
    var scanner = XMLScanner(bytes)
    var name = ""
    while let item = scanner.next() {
      switch item {
      case .start(let start, _, let isEmpty): name = isEmpty ? "" : start
      case .end: name = ""
      case .text(let text):
        if name == "dc:title", title == nil {
          let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          if !words.isEmpty { title = words }
        }
        if name == "dcterms:created", date == nil { date = WrittenDate.machine(text)?.iso }
      }
    }
  }
}
