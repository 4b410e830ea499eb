@testable import Bytes
import Glibc
import TestSupport
import Testing

@Suite struct TemporaryFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func whatKilledWritersLeftIsRemoved() throws {
    for name in [".a.999999999-0.new", ".a.\(getpid())-5.new", ".b.999999999-0.new", ".a.x-0.new", ".a.999999999.old"] {
      try AtomicFile.replace(folder.file(name), with: [1])
    }
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(folder.names() == [".a.999999999.old", ".a.x-0.new", ".b.999999999-0.new", "a"])
  }

  /// Its number may be one that no process has here, as that of a process in another container.
  @Test func whatSomebodyWritesIsNotRemoved() throws {
    let path = folder.file(".a.999999999-0.new")
    let other = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    #expect(flock(other, LOCK_EX) == 0)
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(folder.names() == [".a.999999999-0.new", "a"])
    #expect(close(other) == 0)
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(folder.names() == ["a"])
  }

  @Test func aLinkOfThatNameIsNotFollowed() throws {
    try AtomicFile.replace(folder.file("secret"), with: [7])
    #expect(unsafe symlink("secret", folder.file(".a.999999999-0.new")) == 0)
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(try MappedFile(path: folder.file("secret")).bytes.array() == [7])
  }

  @Test func onlyTheOwnerMayReadItUntilItIsDone() throws {
    let file = try TemporaryFile(folder: folder.path, name: "a", target: "a")
    defer { _ = close(file.descriptor) }
    #expect(mode(of: file) == 0o600)
    var replaced = stat()
    replaced.st_uid = getuid()
    replaced.st_gid = getgid()
    replaced.st_mode = S_IFREG | 0o664
    file.takeRights(of: replaced)
    #expect(mode(of: file) == 0o664)
  }

  /// Nothing is left of it, however the process ends.
  @Test func itHasNoNameUntilItIsDone() throws {
    var file = try TemporaryFile(folder: folder.path, name: "a", target: "a")
    #expect(folder.names().isEmpty)
    #expect(file.move(to: folder.file("a"), isNew: false) == 0)
    file.discard()
    #expect(folder.names() == ["a"])
  }

  /// Not every file system has files without a name.
  @Test(arguments: [false, true])
  func itTakesItsPlace(isNamed: Bool) throws {
    for isNew in [true, false, true] {
      var file = try TemporaryFile(folder: folder.path, name: "a", target: "a", isNamed: isNamed)
      #expect(folder.names().contains { $0.hasSuffix(".new") } == isNamed)
      let isThere = folder.names().contains("a")
      #expect(file.move(to: folder.file("a"), isNew: isNew) == (isNew && isThere ? EEXIST : 0))
      file.discard()
      #expect(folder.names() == ["a"])
    }
  }

  private func mode(of file: TemporaryFile) -> mode_t {
    var status = stat()
    return unsafe fstat(file.descriptor, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
