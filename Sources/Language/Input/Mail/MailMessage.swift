internal import Bytes

/// A mail message as a file holds it: headers and the text that a person reads.
///
/// Source: RFC 5322 (messages), RFC 2045 and 2046 (parts and their encodings).
struct MailMessage {
  private(set) var subject: String?
  private(set) var from: String?
  /// As ISO 8601 writes it, the day alone.
  private(set) var date: String?
  /// The first part that is plain text, else the first that is HTML.
  private(set) var body: [UInt8] = []
  private(set) var isHTML = false

  /// Parts within parts are read so deep.
  private static let deepest = 8

  /// - Throws: when the message has too much of something.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    let entity = try Entity(bytes[...], path: path)
    subject = entity.headers["subject"].map(MailText.words)
    from = entity.headers["from"].map(MailText.words)
    date = entity.headers["date"].flatMap(MailText.day)
    var search = TextSearch(path: path)
    try search.look(in: entity, depth: 0)
    guard let leaf = search.plain ?? search.page else { return }
    isHTML = leaf.kind == "text/html"
    let decoded = leaf.decoded(upTo: InputLimits.document + 1)
    guard decoded.count <= InputLimits.document else {
      throw .tooLarge(path: path, bytes: .max, limit: InputLimits.document)
    }
    let text = MailText.utf8(decoded, charset: leaf.parameter("charset") ?? "utf-8")
    body = isHTML ? text : MailText.withoutQuotes(text)
  }

  /// Looks for the part that a person reads.
  private struct TextSearch {
    let path: String
    var plain: Entity?
    var page: Entity?
    private var count = 0

    init(path: String) { self.path = path }

    mutating func look(in entity: Entity, depth: Int) throws(InputError) {
      guard entity.kind.hasPrefix("multipart/"), depth < deepest, let boundary = entity.parameter("boundary") else {
        // What is attached is not what is said.
        if entity.headers["content-disposition"]?.lowercased().hasPrefix("attachment") == true { return }
        if entity.kind == "text/plain" { plain = entity }
        if entity.kind == "text/html", page == nil { page = entity }
        return
      }
      var parts = MailParts(of: entity.content, boundary: boundary)
      while plain == nil, let part = parts.next() {
        count += 1
        guard count <= InputLimits.mailParts else {
          throw .overLimit(path: path, limit: InputLimits.mailParts, of: .mailParts)
        }
        try look(in: Entity(part, path: path), depth: depth + 1)
      }
    }
  }

  /// Headers and content of a message or of one of its parts.
  private struct Entity {
    /// By name in small letters, those that are looked at; the first of several.
    private(set) var headers: [String: String] = [:]
    private(set) var content: ArraySlice<UInt8>

    private static let known: Set<String> = [
      "subject", "from", "date", "content-type", "content-transfer-encoding", "content-disposition",
    ]

    init(_ bytes: ArraySlice<UInt8>, path: String) throws(InputError) {
      var values: [String: [UInt8]] = [:]
      var last: String?
      var start = bytes.startIndex
      let limit = start + min(bytes.count, InputLimits.mailHeaders)
      while start < bytes.endIndex {
        guard start < limit else {
          throw .overLimit(path: path, limit: InputLimits.mailHeaders, of: .mailHeaders)
        }
        let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit
        var line = bytes[start..<end]
        start = min(end + 1, bytes.endIndex)
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        if line.isEmpty { break }
        if line.first == 0x20 || line.first == 0x09 {
          // A line that goes on with the one before.
          if let last { values[last]?.append(contentsOf: [0x20] + Self.trimmed(line)) }
          continue
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
        let name = String(decoding: line[..<colon].prefix(40), as: UTF8.self).lowercased()
        last = Self.known.contains(name) && values[name] == nil ? name : nil
        if let last { values[last] = Array(Self.trimmed(line[(colon + 1)...])) }
      }
      headers = values.mapValues { String(decoding: $0, as: UTF8.self) }
      content = bytes[start...]
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      var line = line.drop { $0 <= 0x20 }
      while let last = line.last, last <= 0x20 { line.removeLast() }
      return line
    }

    /// `text/plain` where nothing is said.
    var kind: String {
      let written = headers["content-type"]?.split(separator: ";").first.map { String($0).trimmed.lowercased() }
      return written ?? "text/plain"
    }

    func parameter(_ name: String) -> String? {
      for part in (headers["content-type"] ?? "").split(separator: ";").dropFirst() {
        let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
        if pair.count == 2, pair[0].lowercased() == name { return pair[1].trimmedOfQuotes }
      }
      return nil
    }

    /// The bytes that the content stands for, no more than `most` of them.
    func decoded(upTo most: Int) -> [UInt8] {
      switch headers["content-transfer-encoding"]?.lowercased() {
      case "base64": MailText.base64(content, upTo: most)
      case "quoted-printable": MailText.quotedPrintable(content, upTo: most)
      default: Array(content.prefix(most))
      }
    }
  }
}

/// What stands between the lines with a boundary, one part after another.
private struct MailParts {
  private let mark: [UInt8]
  private let content: ArraySlice<UInt8>
  /// Where the next line begins, and the part that is open.
  private var index: Int
  private var start: Int?

  init(of content: ArraySlice<UInt8>, boundary: String) {
    self.content = content
    mark = Array("--\(boundary)".utf8)
    index = content.startIndex
  }

  mutating func next() -> ArraySlice<UInt8>? {
    while index < content.endIndex {
      let (line, begun) = (index, start)
      let end = content[line...].firstIndex(of: UInt8(ascii: "\n")) ?? content.endIndex
      index = end + 1
      guard content[line..<end].starts(with: mark) else { continue }
      let isLast = content[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D])
      if isLast { index = content.endIndex }
      start = isLast ? nil : min(end + 1, content.endIndex)
      if let begun { return content[begun..<line] }
    }
    // A message that was cut off ends its last part.
    defer { start = nil }
    return start.flatMap { $0 < content.endIndex ? content[$0...] : nil }
  }
}

extension String {
  fileprivate var trimmedOfQuotes: String {
    count > 1 && first == "\"" && last == "\"" ? String(dropFirst().dropLast()) : self
  }
}
