internal import GraphModel

extension QueryParser {
  /// What follows `neighbors`.
  mutating func neighbors() throws(QueryError) -> NeighborsQuery {
    var query = NeighborsQuery(entity: try entity("an entity"))
    while let keyword = nextKeyword() {
      switch keyword {
      case "via":
        let via = try via()
        guard via.pattern.isPlainList else { throw QueryError(.patternNotAllowed, at: via.range) }
        query.via = via
      case "in", "out", "both":
        guard given.isDisjoint(with: ["in", "out", "both"]) else {
          throw QueryError(.repeatedOption(keyword), at: tokens.nextRange)
        }
        try take(keyword)
        query.direction = keyword == "in" ? .incoming : keyword == "out" ? .outgoing : .both
      case "type":
        try take("type")
        guard let type = name() else { throw tokens.expected("a type such as Person after type") }
        query.type = type
      case "since": query.period.since = try date("since")
      case "until": query.period.until = try date("until")
      case "min": query.minimumSupport = try number("min", 1...1_000_000_000)
      case "depth": query.depth = try number("depth", 1...16)
      default: try commonOption(keyword)
      }
    }
    return query
  }
}
