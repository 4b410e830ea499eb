internal import Bytes

/// The ids of the documents of a run and where they stand, and which texts they have of whom: some hundred bytes each,
/// because there may be millions.
struct SeenDocuments {
  /// What is known of a document that comes.
  enum Sight: Equatable {
    case new
    /// The document of this id has the same text of the same source.
    case sameText(id: String)
    /// The document at this place has the same id and another text.
    case sameID(place: String)
  }

  private var ids = ByteInterner()
  private var places: [(file: UInt32, line: UInt32)] = []
  private var files: [String] = []
  /// By text and source, of the documents that have them the number of the one with the first id by bytes.
  private var prints: [TextDigest: UInt32] = [:]

  /// Looks whether a document was there before, and remembers it where none of its id was.
  ///
  /// - Parameter line: nil where the file is the document.
  mutating func see(_ document: Document, in file: String, _ line: Int?) -> Sight {
    let digest = TextDigest(printOf: document.metadata, document.source)
    guard let number = ids.intern(Array(document.metadata.id.utf8)[...]) else { return .new }
    let same = prints[digest]
    if number < places.count {
      if same == UInt32(number) { return .sameText(id: document.metadata.id) }
      let place = places[number]
      return .sameID(place: files[Int(place.file)] + (place.line == 0 ? "" : ":\(place.line)"))
    }
    if files.last != file { files.append(file) }
    places.append((UInt32(files.count - 1), UInt32(clamping: line ?? 0)))
    guard let same else {
      prints[digest] = UInt32(number)
      return .new
    }
    // Whatever the order of reading, the first id by bytes stands for all.
    if byteOrder(ids[number], ids[Int(same)]) < 0 { prints[digest] = UInt32(number) }
    return .sameText(id: String(decoding: ids[Int(same)], as: UTF8.self))
  }
}
