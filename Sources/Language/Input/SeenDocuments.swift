internal import Bytes

/// The ids of the documents of a run and where they stand: some thirty bytes each, because there may be millions.
struct SeenDocuments {
  private var ids = ByteInterner()
  private var places: [(file: UInt32, line: UInt32)] = []
  private var files: [String] = []

  /// Where a document with that id was seen; nil when there was none, and then this is the place.
  ///
  /// - Parameter line: nil where the file is the document.
  mutating func place(of id: String, elseAdding file: String, _ line: Int?) -> String? {
    guard let number = ids.intern(Array(id.utf8)[...]) else { return nil }
    if number < places.count {
      let place = places[number]
      return files[Int(place.file)] + (place.line == 0 ? "" : ":\(place.line)")
    }
    if files.last != file { files.append(file) }
    places.append((UInt32(files.count - 1), UInt32(clamping: line ?? 0)))
    return nil
  }
}
