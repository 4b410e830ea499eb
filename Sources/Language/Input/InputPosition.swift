/// How much of the inputs of a run has been read.
public struct InputPosition: Sendable, Equatable {
  /// Bytes of files, as they lie in them.
  public var done = 0
  /// Bytes of all files; nil where one of them is a pipe, of which nobody knows how much will come.
  public var total: Int? = 0

  public init(done: Int = 0, total: Int? = 0) {
    self.done = done
    self.total = total
  }

  init(of files: [InputFile]) {
    for file in files {
      guard let size = file.path == InputFile.standardInput ? nil : FileSystem.size(of: file.location) else {
        total = nil
        return
      }
      total = (total ?? 0) + size
    }
  }
}
