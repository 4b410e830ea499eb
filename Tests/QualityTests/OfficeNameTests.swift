import Foundation
import TestSupport
import Testing

/// What an office that no relation words is called: its kind, for the evidence has all its words;
/// of an office that one alone has in a body all words are its kind.
@Suite struct OfficeNameTests {
  @Test(arguments: [
    ("Foreign policy adviser Ann Smith met Bob Jones.", "be adviser", "foreign policy adviser"),
    ("Deputy finance minister Dan Fox met Bob Jones.", "be deputy finance minister", "deputy finance minister"),
    ("Former finance minister Dan Fox met Bob Jones.", "be former finance minister", "former finance minister"),
  ])
  func onlyItsKindIsAPredicate(text: String, predicate: String, office: String) throws {
    let run = try ProcessRun(TercetBinary.path, ["extract", "-", "--format", "jsonl", "--quiet"], input: text)
    let events = try ExtractedEvent.all(in: run.output)
    #expect(events.contains { $0.predicate == predicate && $0.office == office }, "\(run.output)")
  }
}
