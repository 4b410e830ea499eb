import Bytes
import TestSupport
import Testing

@Suite struct NewFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func filesOfSeveralPieces() throws {
    let path = folder.file("new")
    try NewFolder.make(path + "/") { write throws(BytesError) in
      try write("a", [1])
      try write("a", [2])
      try write("In/b", [3])
      try write("In/c", [])
    }
    #expect(try MappedFile(path: path + "/a").bytes.array() == [1, 2])
    #expect(try MappedFile(path: path + "/In/b").bytes.array() == [3])
    #expect(folder.names() == ["new"])
  }

  @Test func nothingIsLeftOfAFailure() throws {
    #expect(throws: BytesError.busy(path: "x")) {
      try NewFolder.make(folder.file("new")) { write throws(BytesError) in
        try write("In/a", [1])
        throw .busy(path: "x")
      }
    }
    #expect(folder.names().isEmpty)
    try AtomicFile.replace(folder.file("file"), with: [1])
    for name in ["file", "full"] {
      if name == "full" { try NewFolder.make(folder.file(name)) { write throws(BytesError) in try write("a", [1]) } }
      #expect(throws: BytesError.appeared(path: folder.file(name))) {
        try NewFolder.make(folder.file(name)) { write throws(BytesError) in try write("b", [1]) }
      }
    }
    #expect(folder.names() == ["file", "full"])
  }
}
