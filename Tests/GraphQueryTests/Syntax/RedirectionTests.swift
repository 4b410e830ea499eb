import Testing

@testable import GraphQuery

@Suite struct RedirectionTests {
  private func split(_ text: String) throws -> (String, Redirection?) {
    let redirected = try RedirectedStatement(ScannedStatement(text: text))
    return (redirected.statement.text, redirected.redirection)
  }

  @Test(arguments: [
    ("facts NATO > nato.csv", "facts NATO", Redirection.file("nato.csv", appends: false)),
    ("facts NATO >nato.csv", "facts NATO", .file("nato.csv", appends: false)),
    ("facts NATO >> \"my notes.txt\"", "facts NATO", .file("my notes.txt", appends: true)),
    ("facts NATO >>notes.txt", "facts NATO", .file("notes.txt", appends: true)),
    ("list Person | grep -i van | head -3", "list Person", .command("grep -i van | head -3")),
    ("list | awk '{ print $1 }'", "list", .command("awk '{ print $1 }'")),
    ("types > \"Mark Rutte\".csv", "types", .file("Mark Rutte.csv", appends: false)),
    ("find \"a > b\" > c", "find \"a > b\"", .file("c", appends: false)),
    ("edges via \"meets with\" | wc -l", "edges via \"meets with\"", .command("wc -l")),
    ("edges via \"a\"|\"b c\" | sort", "edges via \"a\"|\"b c\"", .command("sort")),
  ])
  func marksAreCutOff(text: String, statement: String, redirection: Redirection) throws {
    let (rest, found) = try split(text)
    #expect(rest == statement)
    #expect(found == redirection)
  }

  /// A path expression has its bars without spaces, in brackets or before quotes; a name has its marks in quotes.
  @Test(arguments: [
    "neighbors NATO via leads|memberOf", "find \"a | b\"", "find 'x > y'", "match ?x (leads | memberOf) ?y", "> x",
    "a->b",
    "path A to B via (leads|^leads)+", "edges via \"meets with\"|\"takes part in\"",
    "edges via \"meets with\" | \"takes part in\"", "edges via \"meets with\"| hold", "edges via \"meets with\" |hold",
    "edges via leads | 'takes part in'", "match ?x \"meets with\"|\"takes part in\" ?y", "facts NATO | \"less\"",
  ])
  func otherMarksStay(text: String) throws {
    let (rest, found) = try split(text)
    #expect(rest == text)
    #expect(found == nil)
  }

  @Test(arguments: [
    ("types >", "a file behind >", 6), ("types >>", "a file behind >>", 6), ("types |", "a command behind |", 6),
    ("types > a b", "one file, in quotes where its name has spaces", 10), ("types > \"\"", "a file behind >", 6),
  ])
  func whatIsMissingIsPlaced(text: String, expected: String, offset: Int) throws {
    do {
      _ = try split(text)
      Issue.record("nothing thrown for \(text)")
    } catch let error as QueryError {
      #expect(error.message.contains(expected))
      #expect(error.range.start.offset == offset)
    }
  }
}
