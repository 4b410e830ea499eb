@testable import Bytes
import Glibc
import TestSupport
import Testing

/// What another program puts into the place of a file, or writes into it, while it is being changed is not lost.
@Suite struct ReplacedFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a")
    try AtomicFile.replace(path, with: [1, 2, 3])
  }

  private func content(_ name: String = "a") throws -> [UInt8] {
    try MappedFile(path: folder.file(name)).bytes.array()
  }

  /// What other programs do, and what the file has then.
  private static let changes: [(line: String, content: [UInt8])] = [
    ("printf xyz > b; mv b a", Array("xyz".utf8)), ("printf xyzw > a", Array("xyzw".utf8)),
    ("printf xyz > a", Array("xyz".utf8)),
    ("truncate -s 2 a", [1, 2]), ("printf 4 >> a", [1, 2, 3, 0x34]),
  ]

  @Test(arguments: changes.indices)
  func whatAnotherProgramDidStays(number: Int) throws {
    let (line, content) = Self.changes[number]
    let file = try MappedFile(path: path)
    usleep(10_000)
    _ = try ProcessRun("/bin/bash", ["-c", "cd '\(folder.path)'; \(line)"])
    #expect(throws: BytesError.changed(path: path)) {
      try AtomicFile.replace(path, with: [9], inPlaceOf: .opened(file.state))
    }
    #expect(throws: BytesError.changed(path: path)) {
      try AppendedFile.append([[9]], behind: 3, of: path, as: file.state)
    }
    #expect(try self.content() == content)
    #expect(folder.names() == ["a"])
  }

  @Test func whatNobodyTouchedIsChanged() throws {
    let file = try MappedFile(path: path)
    try AppendedFile.append([[4], [5]], behind: 3, of: path, as: file.state)
    #expect(try content() == [1, 2, 3, 4, 5])
    try AtomicFile.replace(path, with: [6], inPlaceOf: .opened(MappedFile(path: path).state))
    #expect(try content() == [6])
    #expect(throws: BytesError.changed(path: path)) { try AppendedFile.append([[9]], behind: 2, of: path) }
    #expect(try content() == [6], "no hole")
  }

  @Test func aFileThatAppearedStays() throws {
    #expect(throws: BytesError.appeared(path: path)) { try AtomicFile.replace(path, with: [9], inPlaceOf: .nothing) }
    #expect(try content() == [1, 2, 3])
    try AtomicFile.replace(folder.file("b"), with: [9], inPlaceOf: .nothing)
    #expect(try content("b") == [9])
    #expect(folder.names() == ["a", "b"])
  }

  @Test func whoeverChangesTheFileIsWaitedFor() async throws {
    let lock = try FileLock(path: path)
    #expect(throws: BytesError.busy(path: path)) { try FileLock.ofReplaced(path) }
    let replacing = Task.detached { [path] in try AtomicFile.replace(path, with: [9]) }
    // Not by the clock of tasks, which wait for their turn where many run.
    usleep(100_000)
    #expect(try content() == [1, 2, 3])
    withExtendedLifetime(lock) {}
    try AtomicFile.replace(path, with: [5], inPlaceOf: .opened(MappedFile(path: path).state))
    let second = try FileLock(path: path)
    usleep(100_000)
    #expect(try content() == [5], "the new file is locked, too")
    withExtendedLifetime(second) {}
    _ = consume second
    _ = consume lock
    try await replacing.value
    #expect(try content() == [9])
    #expect(try FileLock.ofReplaced(folder.file("none")) == nil)
  }

  @Test func aLockIsOfOneFile() throws {
    let file = try MappedFile(path: path).state
    let lock = try FileLock(path: path)
    #expect(lock.isOf(file))
    try AtomicFile.replace(folder.file("b"), with: [9])
    #expect(try !lock.isOf(MappedFile(path: folder.file("b")).state))
  }
}
