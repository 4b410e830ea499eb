public import Bytes

/// What is wrong with a text that was handed in. The wording of all input errors stands in this file.
public enum InputError: DiagnosticError, Equatable {
  /// Nothing at this path.
  case missing(path: String)
  /// The system refuses to read it; `reason` is the system's own wording.
  case unreadable(path: String, reason: String)
  /// Reading broke off half-way.
  case interrupted(path: String, reason: String)
  /// A folder in which no file name has a known ending.
  case noDocuments(folder: String)
  /// A text without any word.
  case empty(path: String)
  /// Offset of the first byte that is not UTF-8.
  case notUTF8(path: String, offset: Int)
  /// Offset of the first NUL byte.
  case binary(path: String, offset: Int)
  /// A text above the limit of one document.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// More than `limit` of something that reading takes memory or time for.
  case overLimit(path: String, limit: Int, of: Bounded)
  /// A pipe, socket or device in a folder.
  case special(path: String)
  /// A gzip file that breaks off or is damaged.
  case gzip(path: String, problem: String)
  /// A page that the HTML parser gives up.
  case html(path: String)
  /// A library that this kind of file needs and the system does not have.
  case noLibrary(path: String, library: String)
  /// A program that this kind of file needs and PATH does not have; the Debian package brings it.
  case noProgram(path: String, program: String, package: String)
  /// A PDF of which pdftotext makes nothing.
  case pdf(path: String, problem: String)
  /// What should be a Word document and is none; `problem` is what was found.
  case word(path: String, problem: String)
  /// What looks like text and is the code of something else: `PostScript`.
  case foreign(path: String, kind: String)
  /// What its name says to be a table or other data: `csv`.
  case data(path: String, ending: String)
  /// Two documents of one run with the same id.
  case duplicate(id: String, place: String, first: String)
  /// A line of JSON Lines that is not a document.
  case json(path: String, line: Int, problem: String)
  /// A front matter that has no end or an unknown form.
  case frontMatter(path: String, line: Int, problem: String)
  /// A date that is no calendar date.
  case date(place: String, text: String)

  /// What is bounded beside the text of a document.
  public enum Bounded: String, Sendable {
    case id = "bytes in the id of one document"
    case line = "bytes in one line"
    case page = "bytes in one web page"
    case pageMarks = "tags and attributes in one web page"
    case attributes = "attributes of one element"
    case pageLookups = "as the product of end tags and depth of one web page"
    case pdf = "bytes in one PDF"
    case pdfLayout = "bytes of words and their places in one PDF"
    case word = "bytes in one Word document"
    case wordPart = "bytes unpacked in one Word document"
    case mail = "bytes in one mail"
    case mailHeaders = "bytes in the headers of a mail"
    case mailParts = "parts in one mail"
  }

  public var code: String {
    switch self {
    case .missing: "input.missing"
    case .unreadable: "input.unreadable"
    case .interrupted: "input.interrupted"
    case .noDocuments: "input.no-documents"
    case .empty: "input.empty"
    case .notUTF8: "input.not-utf8"
    case .binary: "input.binary"
    case .tooLarge: "input.too-large"
    case .overLimit: "input.over-limit"
    case .special: "input.kind"
    case .gzip: "input.gzip"
    case .html: "input.html"
    case .noLibrary: "input.library"
    case .noProgram: "input.program"
    case .pdf: "input.pdf"
    case .word: "input.word"
    case .foreign: "input.foreign"
    case .data: "input.data"
    case .duplicate: "input.duplicate"
    case .json: "input.json"
    case .frontMatter: "input.front-matter"
    case .date: "input.date"
    }
  }

  public var place: String? {
    switch self {
    case .missing(let path), .unreadable(let path, _), .interrupted(let path, _), .noDocuments(let path),
      .empty(let path), .tooLarge(let path, _, _), .overLimit(let path, _, _), .special(let path), .gzip(let path, _),
      .html(let path), .noLibrary(let path, _), .noProgram(let path, _, _), .pdf(let path, _), .word(let path, _),
      .foreign(let path, _), .data(let path, _):
      path
    case .notUTF8(let path, let offset), .binary(let path, let offset): "\(path): byte \(offset)"
    case .duplicate(_, let place, _), .date(let place, _): place
    case .json(let path, let line, _), .frontMatter(let path, let line, _):
      "\(path):\(line)"
    }
  }

  public var message: String {
    switch self {
    case .missing: "expected a file or a folder, found nothing"
    case .unreadable(_, let reason): "cannot be opened: \(reason)"
    case .interrupted(_, let reason): "reading broke off: \(reason)"
    case .noDocuments:
      "expected documents, found no file named \(InputFormat.knownEndings.map { "*." + $0 }.joined(separator: ", "))"
    case .empty: "expected text, found no word"
    case .notUTF8: "expected UTF-8, found a byte that does not belong to it"
    case .binary: "expected text, found a NUL byte"
    case .tooLarge(_, let bytes, let limit):
      "expected at most \(limit) bytes in one document, found \(bytes == .max ? "more" : String(bytes))"
    case .overLimit(_, let limit, let what): "expected at most \(limit) \(what.rawValue), found more"
    case .special: "expected a regular file in the folder, found a pipe, socket or device"
    case .gzip(_, let problem): "expected a whole gzip file: \(problem)"
    case .html: "expected a web page that can be parsed"
    case .noLibrary(_, let library): "web pages are parsed by \(library), which is not installed"
    case .noProgram(_, let program, _): "a PDF is read by \(program), which is not installed"
    case .pdf(_, let problem): "expected a PDF with text: \(problem)"
    case .word(_, let problem): "expected a Word document, \(problem)"
    case .foreign(_, let kind): "expected text, found \(kind)"
    case .data(_, let ending): "expected text, found the ending \(ending), which is not read as text"
    case .duplicate(let id, _, let first):
      "expected an id of its own, found \"\(id.shortened())\", which \(first) has already"
    case .json(_, _, let problem), .frontMatter(_, _, let problem): problem
    case .date(_, let text): "expected a date such as 2025-04-02 or 2025-04, found \"\(text.shortened())\""
    }
  }

  public var remedy: String? {
    switch self {
    case .missing: "check the spelling of the path"
    case .unreadable: "check the permissions"
    case .interrupted: "check the medium and run again"
    case .noDocuments: "name the files themselves, or give them a known ending"
    case .empty: "leave the file out"
    case .notUTF8: "mend the byte, or convert the text to UTF-8 with iconv"
    case .binary: "extract its text first"
    case .tooLarge: "split it into documents"
    case .overLimit: "leave it out, or extract its text first"
    case .special: "name it on the command line to read from it"
    case .gzip: "fetch or compress it again"
    case .html: "save the page again, or extract its text"
    case .noLibrary(_, let library): "install it; on Debian: apt-get install \(library)"
    case .noProgram(_, _, let package): "install it; on Debian: apt-get install \(package)"
    case .pdf: "open it and save its text, or print it anew as PDF"
    case .word: "save it as .docx, or its text"
    case .foreign: "save it as text or as .docx"
    case .data: "write its texts as .txt or .jsonl; --input-format text reads it as it stands"
    case .duplicate: "give one of them another id in its front matter"
    case .json: "write one object a line: {\"id\": …, \"title\": …, \"date\": …, \"source\": …, \"text\": …}"
    case .frontMatter: "write lines such as \"title: …\" between two lines of three hyphens"
    case .date: "write year, month and day with hyphens"
    }
  }

  public var exitStatus: ExitStatus {
    switch self {
    case .missing, .unreadable, .noDocuments, .special: .noInput
    case .interrupted: .inputOutput
    default: .badData
    }
  }
}
