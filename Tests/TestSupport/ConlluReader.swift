public import Language

/// Reads analyzed documents in CoNLL-U: gold input, fixtures, what `ConlluWriter` wrote.
///
/// The text of a document is put together from its words and `SpaceAfter=No`; a `# newpar` opens a paragraph and
/// `# newdoc id = …` a document. Comments, empty nodes and enhanced dependencies are passed over.
/// Source: https://universaldependencies.org/format.html
public struct ConlluReader: Sendable {
  public init() {}

  /// The documents in `bytes`; none when it holds no sentence.
  ///
  /// - Parameter name: stands in errors, and is the id of a document that has none.
  /// - Throws: ``ConlluError`` at the first line that is wrong.
  /// - Complexity: linear in the number of bytes.
  public func read(_ bytes: [UInt8], name: String) throws(ConlluError) -> [Document] {
    var state = ConlluReading(name: name)
    var line = 0
    var start = 0
    while start < bytes.count {
      line += 1
      var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let next = end + 1
      if end > start && bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      try state.take(String(decoding: bytes[start..<end], as: UTF8.self), line: line)
      start = next
    }
    try state.endSentence(line: line)
    state.endDocument()
    return state.documents
  }
}

/// The state between two lines.
private struct ConlluReading {
  /// A multi-word token whose words are still to come.
  struct Joined {
    var surface: Substring
    var first: Int
    var last: Int
    var spaceAfter: Bool
    var line: Int
  }

  let name: String
  var documents: [Document] = []
  var builder: DocumentBuilder?
  var words: [DocumentBuilder.Word] = []
  var lines: [Int] = []
  var joined: Joined?
  var opensParagraph = false

  init(name: String) { self.name = name }

  mutating func take(_ text: String, line: Int) throws(ConlluError) {
    if text.isEmpty {
      try endSentence(line: line)
    } else if text.first == "#" {
      comment(text)
    } else {
      try word(text, line: line)
    }
  }

  mutating func comment(_ text: String) {
    let words = text.dropFirst().split(separator: " ", maxSplits: 3)
    if words.first == "newdoc" {
      endDocument()
      let id = words.count == 4 && words[1] == "id" && words[2] == "=" ? String(words[3]) : name
      builder = DocumentBuilder(metadata: Document.Metadata(id: id))
      opensParagraph = true
    } else if words.first == "newpar" {
      opensParagraph = true
    }
  }

  mutating func word(_ text: String, line: Int) throws(ConlluError) {
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 10 else { throw wrong(line, "expected 10 columns, found \(columns.count)") }
    if columns[0].contains(".") { return }
    let isSpaced = !columns[9].split(separator: "|").contains("SpaceAfter=No")
    if columns[0].contains("-") {
      let numbers = columns[0].split(separator: "-").compactMap { Int($0) }
      guard numbers.count == 2, numbers[0] == words.count + 1, numbers[1] > numbers[0], joined == nil else {
        throw wrong(line, "expected a range that begins at \(words.count + 1), found \(columns[0])")
      }
      joined = Joined(
        surface: columns[1], first: numbers[0], last: numbers[1], spaceAfter: isSpaced, line: line)
      return
    }
    guard Int(columns[0]) == words.count + 1 else {
      throw wrong(line, "expected word \(words.count + 1), found \(columns[0])")
    }
    var word = try parse(columns, line: line)
    if joined == nil, isSpaced { word.flags.insert(.spaceAfter) }
    words.append(word)
    lines.append(line)
    if let range = joined, words.count == range.last {
      spread(range)
      joined = nil
    }
  }

  func parse(_ columns: [Substring], line: Int) throws(ConlluError) -> DocumentBuilder.Word {
    guard !columns[1].isEmpty else { throw wrong(line, "expected a form in column 2, found nothing") }
    var word = DocumentBuilder.Word(surface: String(columns[1]), lemma: String(columns[2]))
    if columns[2] == "_" && columns[1] != "_" { word.lemma = "" }
    if columns[3] != "_" {
      guard let tag = UniversalTag(conlluName: columns[3]) else {
        throw wrong(line, "expected a universal tag in column 4, found \"\(columns[3])\"")
      }
      word.tag = tag
    }
    if columns[4] != "_" { word.fineTag = PennTag(conlluName: columns[4]) ?? .unknown }
    if columns[5] != "_" { word.features = String(columns[5]) }
    if columns[6] != "_" {
      guard let head = Int(columns[6]), head >= 0 else {
        throw wrong(line, "expected the number of a word in column 7, found \"\(columns[6])\"")
      }
      word.head = head
    }
    if columns[7] != "_" {
      let base = columns[7].prefix { $0 != ":" }
      guard
        let relation = DependencyRelation(conlluName: columns[7]) ?? DependencyRelation(conlluName: base)
      else { throw wrong(line, "expected a dependency relation in column 8, found \"\(columns[7])\"") }
      word.relation = relation
    }
    for item in columns[9].split(separator: "|") where item.hasPrefix("Entity=") {
      word.entity = EntityTag(iobName: item.dropFirst(7)) ?? .outside
    }
    return word
  }

  /// Gives each word of a multi-word token its part of the surface: its own letters where they agree, else a share.
  mutating func spread(_ range: Joined) {
    var rest = range.surface
    for number in range.first...range.last {
      let later = range.last - number
      let own = words[number - 1].form.count
      let taken = later == 0 ? rest.count : max(min(own, rest.count - later), 0)
      words[number - 1].surface = String(rest.prefix(taken))
      rest = rest.dropFirst(taken)
      if number > range.first { words[number - 1].flags.insert(.joinsPrevious) }
    }
    if range.spaceAfter { words[range.last - 1].flags.insert(.spaceAfter) }
  }

  mutating func endSentence(line: Int) throws(ConlluError) {
    if let joined { throw wrong(joined.line, "expected words up to \(joined.last), found \(words.count)") }
    for (word, place) in zip(words, lines) {
      guard let head = word.head, head > words.count else { continue }
      throw wrong(place, "expected a head up to \(words.count), found \(head)")
    }
    guard !words.isEmpty else { return }
    if builder == nil { builder = DocumentBuilder(metadata: Document.Metadata(id: name)) }
    builder?.append(words, opensParagraph: opensParagraph)
    opensParagraph = false
    words = []
    lines = []
  }

  mutating func endDocument() {
    if let document = builder?.finish(), !document.tokens.isEmpty { documents.append(document) }
    builder = nil
  }

  func wrong(_ line: Int, _ problem: String) -> ConlluError {
    ConlluError(name: name, line: line, problem: problem)
  }
}
