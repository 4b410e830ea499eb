public import Bytes

/// A document as it was read, with what is needed to tokenize it and to name it in errors.
public struct InputDocument: Sendable {
  public var document: Document
  public var layout: Tokenizer.Layout
  /// `file`, or `file:line` in JSON Lines.
  public var place: String
  /// What was assumed about it.
  public var notes: [InputNote] = []
  /// Of the earlier documents of the run with the very same text the first id by bytes; nil where there is none.
  public internal(set) var repeats: String?
  /// How much of all inputs was read when this was.
  public internal(set) var position = InputPosition()

  public init(document: Document, layout: Tokenizer.Layout, place: String) {
    self.document = document
    self.layout = layout
    self.place = place
  }
}

/// What is wrong with a document that cannot be read, and which one it is.
public struct BadDocument: Error, Equatable {
  public var error: InputError
  /// The id that it says that it has; nil where none can be read.
  public var id: String?
}

/// What came of a run over many inputs: the good documents in order, and one error for each bad one.
public struct InputBatch: Sendable {
  public var documents: [InputDocument] = []
  public var errors: [InputError] = []
  public var skipped = SkippedFiles()
}

/// Reads documents from files, folders and standard input.
///
/// The text of a document is what follows its front matter; it is kept byte for byte, so that offsets stay true.
public struct DocumentReader: Sendable {
  let format: InputFormat
  let isPretokenized: Bool
  /// Whether reading goes on behind a line of JSON Lines that is no text or too long.
  let goesOn: Bool
  private let comparesDocuments: Bool

  /// - Parameters:
  ///   - isPretokenized: the texts are a sentence a line with spaces between words, and nothing else.
  ///   - goesOn: whether a line of JSON Lines that is no text or too long is an error of its own, behind which reading
  ///     goes on, and a file of JSON Lines may be empty.
  ///   - comparesDocuments: whether ids and texts that come again are found, which takes some hundred bytes a document.
  public init(
    format: InputFormat = .auto, isPretokenized: Bool = false, goesOn: Bool = false, comparesDocuments: Bool = true
  ) {
    self.format = format
    self.isPretokenized = isPretokenized
    self.goesOn = goesOn
    self.comparesDocuments = comparesDocuments
  }

  /// Reads all of `inputs`: paths of files and of folders, and `-` for standard input.
  public func read(_ inputs: [String]) -> InputBatch {
    var batch = InputBatch()
    batch.skipped = forEachDocument(in: inputs.map { FilePath($0) }) { result in
      switch result {
      case .success(let document): batch.documents.append(document)
      case .failure(let bad): batch.errors.append(bad.error)
      }
    }
    return batch
  }

  /// Calls `body` with each document of `inputs` in order, or with what is wrong with it; one document is in memory at
  /// a time.
  ///
  /// Folders are walked in the byte order of names. A second document with the same id is an error, unless its text is
  /// the same, too.
  ///
  /// - Returns: what the folders have that is no document.
  @discardableResult
  public func forEachDocument(
    in inputs: [FilePath], _ body: (Result<InputDocument, BadDocument>) throws -> Void
  ) rethrows -> SkippedFiles {
    try forEachDocument(in: inputs, waiting: {}, body)
  }

  /// The same for who has to do something before he waits for more input.
  ///
  /// - Parameter waiting: called before a document is waited for that is not there yet.
  @discardableResult
  public func forEachDocument(
    in inputs: [FilePath], waiting: () throws -> Void, _ body: (Result<InputDocument, BadDocument>) throws -> Void
  ) rethrows -> SkippedFiles {
    let (files, skipped, errors) = InputFile.list(inputs)
    for error in errors { try body(.failure(BadDocument(error: error))) }
    var seen = SeenDocuments()
    var position = InputPosition(of: files)
    for file in files {
      var documents = FileDocuments(of: file, reader: self)
      let before = position.done
      while true {
        if documents.mustWait() { try waiting() }
        guard let result = documents.nextOrProblem() else { break }
        position.done = before + documents.byteCount
        var read: InputDocument
        switch result {
        case .success(let document): read = document
        case .failure(let error):
          try body(.failure(BadDocument(error: error, id: documents.id)))
          continue
        }
        read.position = position
        guard comparesDocuments else {
          try body(.success(read))
          continue
        }
        switch seen.see(read.document, in: file.path, documents.line) {
        case .new: break
        case .sameText(let id): read.repeats = id
        case .sameID(let first):
          let id = read.document.metadata.id
          try body(.failure(BadDocument(error: .duplicate(id: id, place: read.place, first: first), id: id)))
          continue
        }
        try body(.success(read))
      }
      position.done = max(position.done, before + (FileSystem.size(of: file.location) ?? 0))
    }
    return skipped
  }

  /// The documents in `bytes`, the content of `file`.
  ///
  /// - Throws: what is wrong with the file as a whole; a bad line of JSON Lines is a result of its own.
  public func documents(
    in bytes: [UInt8], of file: InputFile
  ) throws(InputError) -> [Result<InputDocument, InputError>] {
    var documents = FileDocuments(of: file, in: InputStream(bytes, path: file.path), reader: self)
    var results: [Result<InputDocument, InputError>] = []
    while let result = try documents.next() { results.append(result) }
    return results
  }

  /// The bytes of a file of that format that is one document; nothing over its limit is read.
  func bytes(of stream: InputStream, format: InputFormat) throws(InputError) -> [UInt8] {
    let limit: Int
    let what: InputError.Bounded?
    switch format {
    case .html: (limit, what) = (InputLimits.page, .page)
    case .eml: (limit, what) = (InputLimits.mail, .mail)
    case .pdf: (limit, what) = (InputLimits.pdf, .pdf)
    case .docx: (limit, what) = (InputLimits.word, .word)
    default: (limit, what) = (InputLimits.document + InputLimits.frontMatter, nil)
    }
    do {
      return try stream.readAll(limit: limit)
    } catch {
      guard case .tooLarge(_, let found, _) = error else { throw InputError(error, place: stream.path) }
      if let what { throw .overLimit(path: stream.path, limit: limit, of: what) }
      throw .tooLarge(path: stream.path, bytes: found ?? .max, limit: InputLimits.document)
    }
  }

  /// The document that is all of a file.
  func document(in bytes: [UInt8], format: InputFormat, of file: InputFile) throws(InputError) -> InputDocument {
    var read = try read(bytes, format: format, of: file)
    if read.document.metadata.date == nil, !isPretokenized, let day = FileNameDate.day(of: file.path) {
      read.document.metadata.date = day.iso
      read.notes.append(.dateOfName)
    }
    return read
  }

  private func read(_ bytes: [UInt8], format: InputFormat, of file: InputFile) throws(InputError) -> InputDocument {
    switch format {
    case .html: return try page(bytes, of: file)
    case .eml: return try mail(bytes, of: file)
    case .pdf:
      let found = try PDFDocument(bytes, path: file.path)
      return try document(found.text, ["title": found.title, "date": found.date], of: file)
    case .docx:
      let found = try WordDocument(bytes, path: file.path)
      return try document(found.text, ["title": found.title, "date": found.date], of: file)
    default: break
    }
    let (text, encoding) = try InputText.decoded(bytes, path: file.path)
    if InputText.isEmpty(text) { throw .empty(path: file.path) }
    var read: InputDocument
    if isPretokenized {
      let document = try checked(Document(metadata: Document.Metadata(id: file.id), source: text), file.path)
      read = InputDocument(document: document, layout: .pretokenized, place: file.path)
    } else {
      read = try document(text, of: file, layout: format == .markdown ? .markdown : .text)
    }
    if let encoding { read.notes.append(.encoding(encoding)) }
    return read
  }

  /// By the ending of the name; on standard input, and where the name says nothing, by how the content begins. What
  /// begins as a PDF or an archive is never read as anything else, whatever it is called.
  ///
  /// - Throws: ``InputError/foreign(path:kind:)`` of what is written in letters and no text, and
  ///   ``InputError/data(path:ending:)`` where its name says so and nobody says that it is one.
  func format(of head: ArraySlice<UInt8>, path: String) throws(InputError) -> InputFormat {
    if PDFDocument.isPDF(head) { return .pdf }
    if ZipArchive.isZip(head) { return .docx }
    if let kind = InputText.foreignKind(head) { throw .foreign(path: path, kind: kind) }
    if isPretokenized { return .text }
    if format != .auto { return format }
    let named = InputFormat(path: path)
    guard named == .text else { return named }
    let start = String(decoding: head, as: UTF8.self).drop(while: \.isWhitespace).lowercased()
    if ["<!doctype html", "<html", "<head", "<?xml version"].contains(where: start.hasPrefix), start.contains("html") {
      return .html
    }
    if let ending = InputFormat.dataEnding(of: path) { throw .data(path: path, ending: ending) }
    return path == InputFile.standardInput && start.first == "{" ? .jsonl : .text
  }

  /// A web page; the text of its document is the main text, a paragraph a line with empty lines between.
  private func page(_ bytes: [UInt8], of file: InputFile) throws(InputError) -> InputDocument {
    let (source, found) = try article(bytes, of: file)
    let fields = ["title": found.title, "date": found.date, "source": found.source]
    return try document(source, fields, of: file)
  }

  private func article(
    _ bytes: [UInt8], of file: InputFile
  ) throws(InputError) -> (source: [UInt8], metadata: HTMLMetadata) {
    if InputText.isEmpty(bytes) { throw .empty(path: file.path) }
    let content = PageContent(try HTMLPage(bytes, path: file.path))
    return (Array(HTMLArticle(content).paragraphs().joined(separator: "\n\n").utf8), HTMLMetadata(content))
  }

  /// A mail message; quotations of the message that it answers are left out.
  private func mail(_ bytes: [UInt8], of file: InputFile) throws(InputError) -> InputDocument {
    let message = try MailMessage(bytes, path: file.path)
    let source = message.isHTML ? try article(message.body, of: file).source : message.body
    let text = try InputText.decoded(source, path: file.path).text
    return try document(text, ["title": message.subject, "date": message.date, "source": message.from], of: file)
  }

  /// A document whose text and fields were found in something else.
  private func document(
    _ source: [UInt8], _ fields: [String: String?], of file: InputFile
  ) throws(InputError) -> InputDocument {
    if InputText.isEmpty(source) { throw .empty(path: file.path) }
    let metadata = try metadata(
      fields.compactMapValues { $0 }, id: file.id, place: file.path, source: source, layout: .text)
    return try InputDocument(
      document: checked(Document(metadata: metadata, source: source), file.path), layout: .text, place: file.path)
  }

  private func checked(_ document: Document, _ place: String) throws(InputError) -> Document {
    guard document.source.count <= InputLimits.document else {
      throw .tooLarge(path: place, bytes: document.source.count, limit: InputLimits.document)
    }
    return document
  }

  private func document(
    _ text: [UInt8], of file: InputFile, layout: Tokenizer.Layout
  ) throws(InputError) -> InputDocument {
    let front = try FrontMatter(text, path: file.path)
    let source = front.end == 0 ? text : Array(text[front.end...])
    // The marks of Markdown are no words.
    let shown = layout == .markdown ? MarkdownView(source).bytes : source
    if InputText.isEmpty(shown) { throw .empty(path: file.path) }
    let place = front.lines["date"].map { "\(file.path):\($0)" } ?? file.path
    let metadata = try metadata(front.fields, id: file.id, place: place, source: source, layout: layout)
    return try InputDocument(
      document: checked(Document(metadata: metadata, source: source), file.path), layout: layout, place: file.path)
  }

  /// The document on a line of JSON Lines.
  func document(
    onLine line: ArraySlice<UInt8>, number: Int, of file: InputFile
  ) throws(InputError) -> InputDocument {
    let object: JSONLine
    do {
      object = try JSONLine(line)
    } catch {
      throw .json(path: file.path, line: number, problem: error.text)
    }
    guard let text = object.strings["text"] else {
      let found = object.others.contains("text") ? "another value" : "none"
      throw .json(path: file.path, line: number, problem: "expected a string \"text\", found \(found)")
    }
    // A name of its own would not be found again by whoever gave the number, nor would a date that was left out.
    for name in ["id", "date"] where object.others.contains(name) {
      throw .json(path: file.path, line: number, problem: "expected a string \"\(name)\", found another value")
    }
    let place = "\(file.path):\(number)"
    let source = Array(text.utf8)
    if let offset = source.firstIndex(of: 0) { throw .binary(path: place, offset: offset) }
    if InputText.isEmpty(source) { throw .empty(path: place) }
    let metadata = try metadata(
      object.strings, id: "\(file.id)-\(number)", place: place, source: source, layout: .text)
    return try InputDocument(
      document: checked(Document(metadata: metadata, source: source), place), layout: .text, place: place)
  }

  private func metadata(
    _ fields: [String: String], id: String, place: String, source: [UInt8], layout: Tokenizer.Layout
  ) throws(InputError) -> Document.Metadata {
    func field(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
    var metadata = Document.Metadata(id: field("id") ?? id, source: field("source"))
    guard metadata.id.utf8.count <= InputLimits.id else {
      throw .overLimit(path: place, limit: InputLimits.id, of: .id)
    }
    metadata.title = field("title") ?? Headline.find(in: source, layout: layout)
    if let date = field("date") {
      guard CalendarDate.days(iso: date) != nil else { throw .date(place: place, text: date) }
      metadata.date = CalendarDate(iso: date)?.iso ?? date
    }
    return metadata
  }
}
