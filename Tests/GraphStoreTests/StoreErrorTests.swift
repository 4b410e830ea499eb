import Bytes
import Glibc
import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct StoreErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func status(_ body: () throws -> Void) -> Bytes.ExitStatus? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.exitStatus
    }
  }

  @Test func exitStatusOfOpening() throws {
    try AtomicFile.replace(folder.file("empty"), with: [])
    try AtomicFile.replace(folder.file("text"), with: Array("This is no store at all, only a line of text.".utf8))
    #expect(status { _ = try GraphFile(path: folder.file("none")) } == .noInput)
    #expect(status { _ = try GraphFile(path: folder.path) } == .noInput)
    #expect(status { _ = try GraphFile(path: folder.file("empty")) } == .badData)
    #expect(status { _ = try GraphFile(path: folder.file("text")) } == .badData)
  }

  @Test func writingThatFailsLeavesTheOldStore() throws {
    let content = GraphContentTests.small()
    let path = folder.file("g.tercet")
    try GraphWriter.write(content, to: path)
    let before = try MappedFile(path: path).bytes.array()
    var invalid = content
    invalid.statements[0].object = 99
    #expect(status { try GraphWriter.write(invalid, to: path) } == .badData)
    #expect(status { try GraphWriter.write(content, to: "\(path)/below-a-file") } == .inputOutput)
    #expect(status { try GraphWriter.write(content, to: folder.file("none/g.tercet")) } == .inputOutput)
    #expect(status { try GraphWriter.write(content, to: folder.path) } == .inputOutput)
    #expect(status { try GraphWriter.write(content, to: "/dev/full") } == .inputOutput)
    #expect(try MappedFile(path: path).bytes.array() == before)
    #expect(folder.names() == ["g.tercet"])
  }

  @Test func anOpenStoreSurvivesItsReplacement() throws {
    let path = folder.file("g.tercet")
    try GraphWriter.write(RandomGraph.content(seed: 5, size: 30), to: path)
    let old = try GraphFile(path: path)
    try GraphWriter.write(GraphContent(), to: path)
    expectSameAnswers(old, try MemoryGraph(RandomGraph.content(seed: 5, size: 30)), seed: 5)
  }

  @Test func everyErrorHasWordsForAPerson() {
    let errors: [StoreError] = [
      .file(.missing(path: "p")), .notAStore(place: "p", found: Array("%PDF".utf8)),
      .newerVersion(place: "p", found: 9, newest: 1), .truncated(place: "p", expected: 10, found: 3),
      .checksum(place: "p", section: "section NAMES", expected: 1, found: 2), .damaged(place: "p", detail: "d"),
      .content(.invalidContent(detail: "d")), .content(.conflictingDocuments(id: "i")),
    ]
    #expect(Set(errors.map(\.code)).count == errors.count)
    #expect(errors.allSatisfy { !$0.message.isEmpty && !$0.message.hasSuffix(".") })
    #expect(errors.prefix(6).allSatisfy { $0.place == "p" && $0.remedy != nil })
    #expect(errors[1].message == "expected a file that begins with TERCETDB, found “%PDF”: this is not a Tercet store")
  }
}
