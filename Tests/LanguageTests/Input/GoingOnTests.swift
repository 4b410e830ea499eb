import Bytes
import Testing

@testable import Language

/// Reading on behind lines of JSON Lines that are no documents.
@Suite struct GoingOnTests {
  private func read(_ bytes: [UInt8], goesOn: Bool) -> [Result<String, BadDocument>] {
    let file = InputFile(path: "a.jsonl", id: "a")
    var documents = FileDocuments(
      of: file, in: InputStream(bytes, path: "a.jsonl"), reader: DocumentReader(goesOn: goesOn))
    var results: [Result<String, BadDocument>] = []
    while let result = documents.nextOrProblem() {
      results.append(
        result.map(\.document.metadata.id).mapError { BadDocument(error: $0, id: documents.id) })
    }
    return results
  }

  private static let good = Array("{\"id\":\"good\",\"text\":\"Hello.\"}\n".utf8)

  @Test func bytesThatAreNoText() {
    let lines = Array("{\"id\":\"one\",\"text\":\"".utf8) + [0xFF, 0x22, 0x7D, 0x0A] + Self.good
    let error = InputError.notUTF8(path: "a.jsonl:1", offset: 20)
    #expect(read(lines, goesOn: true) == [.failure(BadDocument(error: error, id: "one")), .success("good")])
    #expect(read(lines, goesOn: false) == [.failure(BadDocument(error: error, id: nil))])
  }

  @Test func aLineOverTheLimit() {
    let long = Array("{\"id\":\"long\",\"text\":\"".utf8) + [UInt8](repeating: 0x61, count: InputLimits.line + 100_000)
    let error = InputError.overLimit(path: "a.jsonl:1", limit: InputLimits.line, of: .line)
    let read = read(long + [0x0A] + Self.good, goesOn: true)
    #expect(read == [.failure(BadDocument(error: error, id: "long")), .success("good")])
    #expect(self.read(long, goesOn: true) == [.failure(BadDocument(error: error, id: "long"))])
  }

  @Test func noLines() {
    #expect(read([], goesOn: true).isEmpty)
    #expect(read([0x0A, 0x0A], goesOn: true).isEmpty)
    #expect(read([0x0A], goesOn: false) == [.failure(BadDocument(error: .empty(path: "a.jsonl"), id: nil))])
  }

  @Test func theIdOfWhatIsBroken() {
    func id(_ line: String) -> String? { JSONLine.string("id", from: Array(line.utf8)[...]) }
    #expect(id("{\"id\":\"a\",\"text\":") == "a")
    #expect(id("{\"x\":[1,{\"id\":\"no\"}],\"id\":\"a\"") == "a")
    #expect(id("{\"text\":\"b\",\"id\":7}") == nil)
    #expect(id("{\"text\":oops,\"id\":\"a\"}") == nil)
    #expect(id("[\"id\",\"a\"]") == nil)
    #expect(id("") == nil)
  }
}
