internal import Bytes

/// The documents of one file, one after another; one of them is in memory at a time.
struct FileDocuments {
  private let file: InputFile
  private let reader: DocumentReader
  private var stream: InputStream?
  private var opened: InputStream?
  private var lines: StreamLines?
  private var isDone = false
  private var hasText = false
  /// The id that the bad document that was given last says that it has; nil where it says none that can be read.
  private(set) var id: String?

  /// Bytes that tell what a file is.
  private static let headSize = 1024

  /// - Parameter stream: the content of `file`; nil to open it.
  init(of file: InputFile, in stream: InputStream? = nil, reader: DocumentReader) {
    self.file = file
    self.stream = stream
    self.reader = reader
  }

  /// Bytes of the file that were read, as they lie in it; a piece more than the documents given so far take.
  var byteCount: Int { opened?.byteCount ?? 0 }

  /// The line of the document that was given last; nil where the file is the document.
  var line: Int? { lines?.number }

  /// Whether the next document is not there yet, and reading it may wait for whoever writes it.
  mutating func mustWait() -> Bool {
    if isDone { return false }
    if lines == nil { return stream == nil && FileSystem.size(of: file.location) == nil }
    return lines?.mustWait() ?? false
  }

  /// As ``next()``, what is wrong with the whole file as the last result.
  mutating func nextOrProblem() -> Result<InputDocument, InputError>? {
    do { return try next() } catch { return .failure(error) }
  }

  /// The next document, or what is wrong with its line; nil behind the last.
  ///
  /// - Throws: what is wrong with the file as a whole, or with all behind a place; then there is none more.
  mutating func next() throws(InputError) -> Result<InputDocument, InputError>? {
    do throws(InputError) {
      if isDone { return nil }
      id = nil
      if lines == nil, let whole = try begin() { return .success(whole) }
      if let result = try nextLine() { return result }
    } catch {
      isDone = true
      throw error
    }
    isDone = true
    // A file without any document has no word.
    if !hasText, !(reader.goesOn && lines != nil) { throw .empty(path: file.path) }
    return nil
  }

  /// Opens the file; the document that it is, unless it has a document a line.
  private mutating func begin() throws(InputError) -> InputDocument? {
    let stream: InputStream
    let head: ArraySlice<UInt8>
    do throws(BytesError) {
      if let given = self.stream {
        stream = given
      } else {
        stream = try InputStream(file.location, accepting: file.isNamed ? .all : .regularFiles)
      }
      opened = stream
      let isLines = reader.format == .jsonl || reader.format == .auto && InputFormat(path: file.path) == .jsonl
      head = try stream.peek(Self.headSize) { head in
        // The first line of JSON Lines tells enough, and its writer may wait for the answer.
        guard head.contains(UInt8(ascii: "\n")) else { return false }
        return isLines || head.first { $0 > 0x20 } == UInt8(ascii: "{")
      }
    } catch {
      throw InputError(error, place: file.path)
    }
    let format = try reader.format(of: head, path: file.path)
    guard format == .jsonl else {
      isDone = true
      return try reader.document(in: reader.bytes(of: stream, format: format), format: format, of: file)
    }
    if TextEncoding.isUTF16(head) { throw .notUTF8(path: file.path, offset: 0) }
    lines = StreamLines(stream, longest: InputLimits.line)
    return nil
  }

  private mutating func nextLine() throws(InputError) -> Result<InputDocument, InputError>? {
    while true {
      var line: ArraySlice<UInt8>
      do throws(BytesError) {
        guard let next = try lines?.next() else { return nil }
        line = next
      } catch {
        guard reader.goesOn, case .longLine = error else { throw InputError(error, place: file.path) }
        hasText = true
        id = lines.flatMap { JSONLine.string("id", from: $0.begun) }
        lines?.skipLine()
        return .failure(InputError(error, place: file.path))
      }
      let number = lines?.number ?? 0
      if number == 1, line.starts(with: InputText.byteOrderMark) { line = line.dropFirst(3) }
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      hasText = true
      do throws(InputError) {
        try InputText.check(line, path: "\(file.path):\(number)")
      } catch {
        // Bytes that are no text are not looked at further: each of their lines would be an error.
        guard reader.goesOn else { throw error }
        id = JSONLine.string("id", from: line)
        return .failure(error)
      }
      do throws(InputError) {
        return .success(try reader.document(onLine: line, number: number, of: file))
      } catch {
        id = JSONLine.string("id", from: line)
        return .failure(error)
      }
    }
  }
}
