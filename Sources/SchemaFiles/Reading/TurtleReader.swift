internal import Bytes
internal import Turtle

/// Reads the statements of Turtle files by serd.
struct TurtleReader {
  private(set) var terms = TermTable()
  private(set) var triples: [Triple] = []

  /// Adds the statements of a file.
  ///
  /// - Throws: ``SchemaError/syntax(_:detail:)`` at the first mistake.
  mutating func read(_ source: SchemaSource, index: Int) throws(SchemaError) {
    var nesting = TurtleNesting()
    if let place = nesting.firstTooDeep(source.bytes.span) {
      throw .syntax(
        TurtlePlaces(source).place(at: place),
        detail: nesting.complaint)
    }
    let collector = TurtleCollector(terms: terms, source: index)
    let failed = collector.run(source.bytes)
    if let failure = collector.failure {
      let place = SchemaPlace(file: source.name, line: failure.line, column: failure.column)
      throw .syntax(place, detail: failure.detail)
    }
    if failed {
      throw .syntax(TurtlePlaces(source).place(at: source.bytes.count), detail: "unexpected end of file")
    }
    terms = collector.terms
    triples += collector.triples
  }
}
