internal import Bytes

/// A PDF: title, date and text, by pdftotext of poppler (https://poppler.freedesktop.org).
struct PDFDocument {
  let title: String?
  /// The day on which it was made, ISO 8601.
  let date: String?
  /// A paragraph a line, with empty lines between.
  let text: [UInt8]

  /// Seconds that the program may take for one file.
  private static let seconds = 60
  /// Whether a file begins as a PDF does: at the start of one of its first lines.
  ///
  /// Source: ISO 32000-1, 7.5.2, and the note that readers look for the head in the first 1,024 bytes.
  static func isPDF(_ head: ArraySlice<UInt8>) -> Bool {
    let mark = Array("%PDF-".utf8)
    let head = head.prefix(1024)
    return head.indices.contains { place in
      head[place] == mark[0] && head[place...].starts(with: mark)
        && (place - head.startIndex <= 4 || head[place - 1] == 0x0A || head[place - 1] == 0x0D)
    }
  }

  /// - Throws: when the program is missing, takes too long, or refuses the file.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    let layout: [UInt8]
    do throws(ChildProgram.Failure) {
      layout = try ChildProgram("pdftotext", seconds: Double(Self.seconds), limit: InputLimits.pdfLayout)
        .output(["-q", "-bbox-layout", "-enc", "UTF-8", ChildProgram.file, "-"], reading: bytes)
    } catch {
      throw Self.error(error, path)
    }
    let (pages, title, date) = PDFPage.pages(of: layout)
    text = Array(PDFText(pages).paragraphs().joined(separator: "\n\n").utf8)
    self.title = title.flatMap { Self.isTitle($0) ? $0.trimmed : nil }
    self.date = date.flatMap { WrittenDate.machine($0)?.iso }
  }

  private static func error(_ failure: ChildProgram.Failure, _ path: String) -> InputError {
    switch failure {
    case .missing: .noProgram(path: path, program: "pdftotext", package: "poppler-utils")
    case .tooSlow: .pdf(path: path, problem: "pdftotext took more than \(seconds) seconds")
    case .tooMuch: .overLimit(path: path, limit: InputLimits.pdfLayout, of: .pdfLayout)
    // As its manual lists them: an error opening the file, and one of its permissions.
    case .status(1): .pdf(path: path, problem: "pdftotext cannot open it")
    case .status(3): .pdf(path: path, problem: "it does not permit that its text is taken")
    case .status(let status): .pdf(path: path, problem: "pdftotext ended with status \(status)")
    case .interrupted: .pdf(path: path, problem: "pdftotext was stopped")
    case .system(let reason): .interrupted(path: path, reason: InputError.text(of: reason))
    }
  }

  /// Programs put the name of a file in the place of a title.
  private static func isTitle(_ title: String) -> Bool {
    let lower = title.lowercased()
    let endings = [".doc", ".docx", ".indd", ".pdf", ".pub", ".qxd", ".rtf", ".tex", ".dvi", ".txt"]
    return title.contains(" ") && !endings.contains(where: lower.hasSuffix) && !lower.hasPrefix("microsoft word")
      && !lower.hasPrefix("untitled")
  }
}
