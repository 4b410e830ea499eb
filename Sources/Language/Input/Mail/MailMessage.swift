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

  init(_ bytes: [UInt8]) {
    let entity = Entity(bytes[...])
    subject = entity.headers["subject"].map(MailText.words)
    from = entity.headers["from"].map(MailText.words)
    date = entity.headers["date"].flatMap(MailText.day)
    var leaves: [Entity] = []
    Self.collect(entity, depth: 0, into: &leaves)
    guard let leaf = leaves.first(where: { $0.kind == "text/plain" }) ?? leaves.first(where: { $0.kind == "text/html" })
    else { return }
    isHTML = leaf.kind == "text/html"
    let text = MailText.utf8(leaf.decoded, charset: leaf.parameter("charset") ?? "utf-8")
    body = isHTML ? text : MailText.withoutQuotes(text)
  }

  private static func collect(_ entity: Entity, depth: Int, into leaves: inout [Entity]) {
    guard entity.kind.hasPrefix("multipart/"), depth < deepest, let boundary = entity.parameter("boundary") else {
      // What is attached is not what is said.
      if entity.headers["content-disposition"]?.lowercased().hasPrefix("attachment") != true { leaves.append(entity) }
      return
    }
    for part in entity.parts(boundary) { collect(Entity(part), depth: depth + 1, into: &leaves) }
  }

  /// Headers and content of a message or of one of its parts.
  private struct Entity {
    /// By name in small letters; the first of several.
    var headers: [String: String] = [:]
    var content: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
      var rest = bytes
      var last: String?
      content = []
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        var line = rest[rest.startIndex..<end]
        rest = rest[min(end + 1, rest.endIndex)...]
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        if line.isEmpty { break }
        let text = String(decoding: line, as: UTF8.self)
        if line.first == 0x20 || line.first == 0x09 {
          // A line that goes on with the one before.
          if let last { headers[last, default: ""] += " " + text.trimmed }
          continue
        }
        guard let colon = text.firstIndex(of: ":") else { continue }
        let name = text[..<colon].lowercased()
        last = headers[name] == nil ? name : nil
        if last != nil { headers[name] = String(text[text.index(after: colon)...]).trimmed }
      }
      content = rest
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

    var decoded: [UInt8] {
      switch headers["content-transfer-encoding"]?.lowercased() {
      case "base64": MailText.base64(content)
      case "quoted-printable": MailText.quotedPrintable(content)
      default: Array(content)
      }
    }

    /// What stands between the lines with the boundary.
    func parts(_ boundary: String) -> [ArraySlice<UInt8>] {
      let mark = Array("--\(boundary)".utf8)
      var parts: [ArraySlice<UInt8>] = []
      var start: Int?
      var index = content.startIndex
      while index < content.endIndex {
        let end = content[index...].firstIndex(of: UInt8(ascii: "\n")) ?? content.endIndex
        if content[index..<end].starts(with: mark) {
          if let start { parts.append(content[start..<index]) }
          if content[index..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
          start = min(end + 1, content.endIndex)
        }
        index = end + 1
      }
      // A message that was cut off ends its last part.
      if let start, start < content.endIndex { parts.append(content[start...]) }
      return parts
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  fileprivate var trimmedOfQuotes: String {
    count > 1 && first == "\"" && last == "\"" ? String(dropFirst().dropLast()) : self
  }
}
