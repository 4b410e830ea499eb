import Bytes
import Testing

@Suite struct ChildProgramTests {
  @Test func outputOfAFile() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let cat = ChildProgram("cat", seconds: 20, limit: bytes.count)
    #expect(try cat.output([ChildProgram.file], reading: bytes) == bytes)
    #expect(try cat.output(["--", ChildProgram.file], reading: []) == [])
  }

  @Test func boundsAndFailures() {
    #expect(throws: ChildProgram.Failure.missing) {
      try ChildProgram("no-program-of-this-name", seconds: 1, limit: 1).output([], reading: [])
    }
    #expect(throws: ChildProgram.Failure.tooMuch) {
      try ChildProgram("yes", seconds: 20, limit: 100_000).output([], reading: [])
    }
    #expect(throws: ChildProgram.Failure.status(1)) {
      try ChildProgram("false", seconds: 20, limit: 1).output([], reading: [])
    }
    #expect(throws: ChildProgram.Failure.status(128 + 9)) {
      try ChildProgram("sh", seconds: 20, limit: 1).output(["-c", "kill -9 $$"], reading: [])
    }
    let start = ContinuousClock.now
    #expect(throws: ChildProgram.Failure.tooSlow) {
      try ChildProgram("sleep", seconds: 1, limit: 1).output(["30"], reading: [])
    }
    // One that has closed its output is not waited for either.
    #expect(throws: ChildProgram.Failure.status(128 + 9)) {
      try ChildProgram("sh", seconds: 1, limit: 1).output(["-c", "exec >&-; exec sleep 30"], reading: [])
    }
    #expect(ContinuousClock.now - start < .seconds(15))
  }
}
