import Bytes
import Glibc
import TestSupport
import Testing

@Suite struct FileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func mapsWhatWasWritten() throws {
    let content = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try AtomicFile.replace(folder.file("a"), with: content)
    var view: ByteView? = try MappedFile(path: folder.file("a")).bytes
    #expect(view?.array() == content)
    // The view alone keeps the mapping, also when the file is replaced.
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(view?.byte(9_999) == content[9_999])
    view = nil
    #expect(try MappedFile(path: folder.file("a")).bytes.array() == [1])
    #expect(folder.names() == ["a"])
  }

  @Test func oneProcessAtATimeMayChangeAFile() throws {
    let path = folder.file("a")
    try AtomicFile.replace(path, with: [1])
    var first: FileLock? = try FileLock(path: path)
    #expect(throws: BytesError.busy(path: path)) { try FileLock(path: path) }
    // Whoever has the right puts a new file into the place; the next one locks that.
    try AtomicFile.replace(path, with: [2], inPlaceOf: .opened(MappedFile(path: path).state))
    let second = try FileLock(path: path)
    withExtendedLifetime(first) {}
    first = nil
    #expect(throws: BytesError.busy(path: path)) { try FileLock(path: path) }
    withExtendedLifetime(second) {}
    #expect(throws: BytesError.missing(path: folder.file("none"))) { try FileLock(path: folder.file("none")) }
  }

  @Test func errorsOfMapping() throws {
    #expect(throws: BytesError.missing(path: folder.file("none"))) { try MappedFile(path: folder.file("none")) }
    #expect(throws: BytesError.directory(path: folder.path)) { try MappedFile(path: folder.path) }
    #expect(throws: BytesError.notAFile(path: "/dev/null")) { try MappedFile(path: "/dev/null") }
    try AtomicFile.replace(folder.file("empty"), with: [])
    #expect(throws: BytesError.empty(path: folder.file("empty"))) { try MappedFile(path: folder.file("empty")) }
    #expect(unsafe mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(throws: BytesError.notAFile(path: folder.file("pipe"))) { try MappedFile(path: folder.file("pipe")) }
  }

  @Test func errorsOfWritingLeaveNothingBehind() throws {
    try AtomicFile.replace(folder.file("old"), with: [7])
    #expect(throws: BytesError.io(path: folder.path, action: "write", errno: EISDIR)) {
      try AtomicFile.replace(folder.path, with: [1])
    }
    #expect(throws: BytesError.self) { try AtomicFile.replace(folder.file("none/x"), with: [1]) }
    #expect(throws: BytesError.self) { try AtomicFile.replace(folder.file("old/x"), with: [1]) }
    #expect(folder.names() == ["old"])
    #expect(throws: BytesError.io(path: "/dev/full", action: "write", errno: ENOSPC)) {
      try AtomicFile.replace("/dev/full", with: [1])
    }
    var status = stat()
    #expect(unsafe stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func unwritableFolder() {
    #expect(unsafe chmod(folder.path, 0o500) == 0)
    #expect(throws: BytesError.self) { try AtomicFile.replace(folder.file("x"), with: [1]) }
    #expect(folder.names().isEmpty)
  }

  @Test func symbolicLinksAreFollowed() throws {
    try AtomicFile.replace(folder.file("real"), with: [1])
    #expect(unsafe symlink("real", folder.file("link")) == 0)
    try AtomicFile.replace(folder.file("link"), with: [2])
    #expect(try MappedFile(path: folder.file("real")).bytes.array() == [2])
    #expect(folder.names() == ["link", "real"])
  }

  @Test func permissionsStay() throws {
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(unsafe chmod(folder.file("a"), 0o640) == 0)
    try AtomicFile.replace(folder.file("a"), with: [2])
    var status = stat()
    #expect(unsafe stat(folder.file("a"), &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test(.enabled(if: geteuid() == 0, "only root gives files away"))
  func theOwnerStays() throws {
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(unsafe chown(folder.file("a"), 12_345, 23_456) == 0 && chmod(folder.file("a"), 0o600) == 0)
    try AtomicFile.replace(folder.file("a"), with: [2])
    var status = stat()
    #expect(unsafe stat(folder.file("a"), &status) == 0)
    #expect(status.st_uid == 12_345 && status.st_gid == 23_456 && status.st_mode & 0o777 == 0o600)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anything"))
  func aFileThatMayNotBeWrittenIsNotReplaced() throws {
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(unsafe chmod(folder.file("a"), 0o400) == 0)
    #expect(throws: BytesError.io(path: folder.file("a"), action: "write", errno: EACCES)) {
      try AtomicFile.replace(folder.file("a"), with: [2])
    }
    #expect(try MappedFile(path: folder.file("a")).bytes.array() == [1])
  }

  @Test func nothingHasNoName() {
    #expect(throws: BytesError.missing(path: "")) { try AtomicFile.replace("", with: [1]) }
  }

  @Test func longNames() throws {
    let name = String(repeating: "é", count: 120)
    try AtomicFile.replace(folder.file(name), with: [5])
    #expect(folder.names() == [name])
  }
}
