/// Where something stands in the files of frames.
struct FramePlace: Sendable, Equatable {
  /// Index of the file among the sources.
  var source: Int
  var offset: Int

  /// Line and column, counted anew.
  func place(in file: SchemaSource) -> SchemaPlace {
    let before = file.bytes[..<min(offset, file.bytes.count)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return SchemaPlace(file: file.name, line: line, column: before.count - start + 1)
  }
}

/// Where the parts of a ``FrameTable`` stand.
struct FramePlaces: Sendable {
  /// By frame.
  var frames: [FramePlace] = []
  /// By word.
  var words: [FramePlace] = []
  /// Of the frames that name a relation.
  var relations: [(frame: Int, place: FramePlace)] = []
  /// Position of a word that has more frames than one may have.
  var crowdedWord: Int?
}
