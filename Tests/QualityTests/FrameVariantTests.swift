import Foundation
import TestSupport
import Testing

/// One meaning comes out alike however it is worded.
@Suite struct FrameVariantTests {
  @Test func activePassiveNounAdjectiveAndLightVerbComeOutAlike() throws {
    let cases = FrameCase.all.flatMap { frame in frame.sentences.map { (frame, $0) } }
    let folder = try TemporaryFolder()
    let lines = try cases.enumerated().map { index, item in
      let record = ["id": "\(index)", "text": item.1]
      return String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: folder.file("cases.jsonl"), atomically: false, encoding: .utf8)
    let run = try ProcessRun(TercetBinary.path, ["extract", folder.file("cases.jsonl"), "--format", "jsonl"])
    let events = try ExtractedEvent.all(in: run.output)
    let byDocument = Dictionary(grouping: events, by: \.document)
    var missing: [String] = []
    for (index, (frame, sentence)) in cases.enumerated() {
      let found = byDocument["\(index)"] ?? []
      if !found.contains(where: { Self.says($0, frame) }) {
        missing.append("\(sentence) -> \(found.map { "\($0.subject) | \($0.predicate) | \($0.object ?? "-")" })")
      }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  /// Whether an event has the verb of the frame between its parties, the second as object or behind the preposition; the
  /// ends of symmetric relations come in any order.
  private static func says(_ event: ExtractedEvent, _ frame: FrameCase) -> Bool {
    let words = frame.verb.split(separator: " ").map(String.init)
    let predicate = event.predicate
    let verb = predicate.hasPrefix("be ") ? String(predicate.dropFirst(3)) : predicate
    guard verb.hasPrefix(words[0]) else { return false }
    let ends = [event.subject, event.object]
    if ends == [frame.subject, frame.object] || ends == [frame.object, frame.subject] && event.relation != nil {
      return words.count == 1 || predicate.hasSuffix(" \(words[1])")
    }
    return event.subject == frame.subject && words.count > 1
      && event.roles.contains { $0.role == words[1] && $0.name == frame.object }
  }
}
