@testable internal import Language

extension FuzzTarget {
  static let html = FuzzTarget("html") { documents(in: $0, .html) }
  static let mail = FuzzTarget("mail") { documents(in: $0, .eml) }

  static let jsonLines = FuzzTarget("json-lines") { input in
    let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
    var last = 0
    for result in documents(in: input, .jsonl) {
      let place =
        switch result {
        case .success(let read): read.place
        case .failure(let error): error.place ?? ""
        }
      let line = place.split(separator: ":").dropFirst().first.flatMap { Int($0) } ?? 0
      expect(line > last && line <= lines, "each document has a line of its own, found \(place)")
      last = line
    }
  }

  /// Reads `input` as a file of that format; what comes out is text with words in it, or an error that says where it is.
  @discardableResult
  static func documents(in input: [UInt8], _ format: InputFormat) -> [Result<InputDocument, InputError>] {
    do {
      let results = try DocumentReader(format: format).documents(in: input, of: InputFile(path: "fuzz", id: "id"))
      for case .success(let read) in results { check(read) }
      for case .failure(let error) in results { check(error) }
      return results
    } catch {
      check(error)
      return []
    }
  }

  private static func check(_ read: InputDocument) {
    let metadata = read.document.metadata
    expect(String(validating: read.document.source, as: UTF8.self) != nil, "a text is UTF-8")
    expect(!metadata.id.isEmpty, "a document has an id")
    if let date = metadata.date { expect(CalendarDate.days(iso: date) != nil, "\(date) is a day, a month or a year") }
    expect(!tokenized(read.document.source, layout: read.layout).tokens.isEmpty, "a document has words")
  }

  private static func check(_ error: InputError) {
    expect(error.place?.hasPrefix("fuzz") == true && !error.message.isEmpty, "an error has a place and words")
  }
}
