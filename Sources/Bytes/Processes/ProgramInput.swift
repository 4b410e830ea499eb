internal import Glibc

/// How a program gets its input: through a pipe, or from a file without a name.
struct ProgramInput {
  private var pipe: ProgramPipe?
  private var file: Int32 = -1
  private var unread: ArraySlice<UInt8> = []

  init(_ input: ChildProgram.Input) throws(ChildProgram.Failure) {
    switch input {
    case .standardInput(let bytes):
      guard let pipe = ProgramPipe() else { throw .system(errno) }
      self.pipe = pipe
      unread = bytes[...]
    case .file(let bytes):
      do {
        file = try NamelessFile.open(in: NamelessFile.usualFolder)
        try unsafe writeWhole(bytes, path: ChildProgram.file) { rest, done in
          unsafe pwrite(file, rest.baseAddress, rest.count, off_t(done))
        }
      } catch {
        close()
        if case .io(_, _, let reason) = error { throw .system(reason) }
        throw .system(EIO)
      }
    }
  }

  /// The end of the pipe to which is written; -1 where there is nothing to write.
  var writing: Int32 { pipe?.writing ?? -1 }

  var descriptors: [(place: Int32, is: RunningProgram.Descriptor)] {
    if let pipe { return [(0, .copy(pipe.reading))] }
    return [(0, .file("/dev/null", flags: O_RDONLY)), (3, .copy(file))]
  }

  mutating func isStarted() {
    pipe?.closeReading()
    pipe?.stopWaiting()
  }

  mutating func write() { pipe?.write(&unread) }

  mutating func close() {
    pipe?.close()
    if file >= 0 { _ = Glibc.close(file) }
    file = -1
  }
}
