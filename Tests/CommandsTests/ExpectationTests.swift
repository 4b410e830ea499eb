import Bytes
import GraphQuery
import TestSupport
import Testing

@testable import Commands

/// `expect` behind a statement: a script that tests a graph.
@Suite struct ExpectationTests {
  @Test(arguments: [
    "types; expect \"Person\"", "types; expect no \"Spaceship\"", "find zzz; expect empty", "find zzz; expect 0 rows",
    "find zzz; expect no \"zzz (\"", "facts Nobody; expect error; types", "nonsense; expect error",
    "find zzz; expect empty; facts Nobody; expect error", "list by name limit 2; expect 2 rows; expect \"id\"",
    "count; expect 1 row",
  ])
  func holds(script: String) throws {
    let harness = try SessionHarness()
    #expect(try harness.run(script) == .answered, "\(harness.messages.contents)")
    #expect(!harness.messages.contents.contains("error"))
  }

  @Test(arguments: [
    ("types; expect \"Spaceship\"", "test.tq:1:8: error: expected “Spaceship” in the answer, found "),
    ("types; expect no \"Person\"", "expected no “Person” in the answer, found it"),
    ("list limit 3; expect 4 rows", "expected 4 rows, found 3 rows"),
    ("types; expect empty", "expected nothing, found "), ("types; expect error", "expected an error, found an answer"),
    ("expect 1 row", "expected 1 row, found no answer before it"),
    ("set claims on; expect \"Person\"", "found no answer before it"),
  ])
  func failsWithThePlaceAndTheDifference(script: String, message: String) throws {
    let harness = try SessionHarness()
    #expect(try harness.run(script + "; stats") == .noAnswer)
    #expect(harness.messages.contents.contains(message), "\(harness.messages.contents)")
    #expect(!harness.output.contents.contains("documents"), "the script goes on behind what is not as expected")
  }

  @Test func whatIsNotExpectedIsToldAsBefore() throws {
    let harness = try SessionHarness()
    #expect(try harness.run("facts Nobody\nexpect empty\ntypes") == .failed)
    #expect(
      harness.messages.contents.hasPrefix(
        """
        test.tq:1:7: error: no entity is called “Nobody”
          facts Nobody
                ^~~~~~
        """))
    #expect(harness.output.contents.isEmpty)
    #expect(try harness.run("find zzz; types") == .noAnswer)
    #expect(try harness.run("find zzz") == .noAnswer)
    #expect(try harness.run("find zzz; facts Nobody", keepsGoing: true) == .failed)
  }

  /// Whoever waits for the answer to a line gets it before the next one is written.
  @Test func nothingIsHeldBackWhileAScriptIsWritten() throws {
    let harness = try SessionHarness()
    var runner = ScriptRunner(session: harness.session, name: "standard input")
    try runner.run("facts Nobody\n", isLast: false)
    #expect(runner.hasEnded && harness.messages.contents.contains("no entity is called"))
  }

  @Test(arguments: ["expect", "expect three rows", "expect rows 3", "expect no", "expect -1 rows"])
  func otherWordsAreRefused(script: String) throws {
    let harness = try SessionHarness()
    #expect(try harness.run("types; " + script) == .failed)
    #expect(harness.messages.contents.contains("expect expects expect N rows"))
  }
}
