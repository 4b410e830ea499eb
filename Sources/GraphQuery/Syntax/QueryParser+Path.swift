internal import GraphModel

extension QueryParser {
  /// What follows `path`.
  mutating func path() throws(QueryError) -> PathQuery {
    if tokens.peek()?.text == "from", tokens.peek()?.isQuoted == false { tokens.position += 1 }
    let start = try entity("the entity where the path starts", stoppingAt: ["to"])
    if nextKeyword() == "to" {
      tokens.position += 1
    } else if tokens.peek() == nil {
      throw tokens.expected("to and the entity where the path ends")
    }
    let end = try entity(
      "the entity where the path ends", stoppingAt: Set(syntax.keywords + ["--claims"]).subtracting(["to"]))
    var query = PathQuery(start: start, end: end)
    while let keyword = nextKeyword() {
      switch keyword {
      case "via": query.via = try via()
      case "max": query.maximalLength = try number("max", 1...255)
      case "shortest", "all": query.selection = try selection(keyword)
      case "avoid": query.avoided = try avoided()
      case "no-hubs": query.hubDegree = try number("no-hubs", 0...1_000_000_000)
      case "without":
        let without = try via("without")
        guard without.pattern.isPlainList else { throw QueryError(.patternNotAllowed, at: without.range) }
        query.without = without
      case "since": query.period.since = try date("since")
      case "until": query.period.until = try date("until")
      case "weighted":
        try take("weighted")
        query.isWeighted = true
      case "directed":
        try take("directed")
        query.isDirected = true
      default: try commonOption(keyword)
      }
    }
    return query
  }

  /// `shortest`, `shortest 3`, `all`, `all shortest`, `shortest all`.
  private mutating func selection(_ keyword: String) throws(QueryError) -> PathQuery.Selection {
    guard given.isDisjoint(with: ["shortest", "all"]) else {
      throw QueryError(.repeatedOption(keyword), at: tokens.nextRange)
    }
    if keyword == "shortest", let next = tokens.peek(1), !next.isQuoted, next.text.utf8.first.map(isDigit) == true {
      return .shortest(try number("shortest", 1...1_000_000))
    }
    try take(keyword)
    guard let second = nextKeyword(), ["shortest", "all"].contains(second), second != keyword else {
      return keyword == "all" ? .all : .shortest(1)
    }
    try take(second)
    return .allShortest
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `avoid E, "F", #12`.
  private mutating func avoided() throws(QueryError) -> [EntityReference] {
    try take("avoid")
    var result: [EntityReference] = []
    var words: Range<Int>?
    /// Ends the name of unquoted words that was begun.
    func finish() throws(QueryError) {
      guard let range = words else { return }
      let name = NameReference(spelling: tokens.squeezed(range), range: tokens.range(range))
      result.append(Self.reference(name, isQuoted: false))
      words = nil
    }
    while let token = tokens.peek(), nextKeyword() == nil {
      tokens.position += 1
      if token.isQuoted {
        try finish()
        let name = NameReference(spelling: token.text, range: tokens.range(token.bytes))
        result.append(Self.reference(name, isQuoted: true))
        continue
      }
      var begin = token.bytes.lowerBound
      for comma in token.bytes where tokens.bytes[comma] == UInt8(ascii: ",") {
        if begin < comma { words = (words?.lowerBound ?? begin)..<comma }
        try finish()
        begin = comma + 1
      }
      if begin < token.bytes.upperBound { words = (words?.lowerBound ?? begin)..<token.bytes.upperBound }
    }
    try finish()
    guard !result.isEmpty else { throw tokens.expected("an entity after avoid") }
    return result
  }
}
