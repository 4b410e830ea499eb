internal import GraphModel

/// A statement that decides on who is who. Names are still words.
public enum NamingStatement: Sendable, Equatable {
  /// `merge A into B`
  case merge(EntityReference, into: EntityReference)
  /// `split NAME [from E]`
  case split(EntityReference, from: EntityReference?)
  /// `undo`
  case undo
}

extension VerbSyntax {
  /// The verbs that decide on who is who, in the order of help.
  public static let naming = [
    VerbSyntax(
      name: "merge", aliases: [], usage: "merge A into B",
      summary: "make two entities one: all that is said of A is said of B; recorded, undo takes it back",
      keywords: ["into"]),
    VerbSyntax(
      name: "split", aliases: [], usage: "split NAME [from E]",
      summary: "make what is said of an entity under one of its other names an entity of its own", keywords: ["from"]),
    VerbSyntax(name: "undo", aliases: [], usage: "undo", summary: "take back the last merge or split", keywords: []),
  ]
}

extension QueryParser {
  /// Parses a statement that begins with one of ``VerbSyntax/naming``.
  public static func parseNaming(_ statement: ScannedStatement) throws(QueryError) -> NamingStatement {
    var parser = QueryParser(tokens: try StatementTokens(statement.text, at: statement.start))
    return try parser.naming()
  }

  private mutating func naming() throws(QueryError) -> NamingStatement {
    guard let word = tokens.peek(), let verb = VerbSyntax.naming.first(where: { $0.name == word.text.lowercased() })
    else { throw tokens.expected("a verb") }
    syntax = verb
    tokens.position += 1
    let statement: NamingStatement
    switch verb.name {
    case "merge":
      let entity = try entity("the entity that becomes another one")
      guard nextKeyword() == "into" else { throw tokens.expected("into and the entity that it becomes") }
      try take("into")
      statement = .merge(entity, into: try self.entity("the entity that it becomes"))
    case "split":
      let name = try entity("the name to be an entity of its own")
      var owner: EntityReference?
      if nextKeyword() == "from" {
        try take("from")
        owner = try entity("the entity that has the name")
      }
      statement = .split(name, from: owner)
    default: statement = .undo
    }
    guard tokens.peek() == nil else { throw tokens.expected("the end of the statement") }
    return statement
  }
}
