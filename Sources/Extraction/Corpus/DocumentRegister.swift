import Bytes
import GraphModel
import Language

/// Which documents were added: each id once, and each text of a source once. About a hundred bytes a document.
struct DocumentRegister: Sendable {
  /// By place, the order in which they were added.
  private var ids = ByteInterner()
  private var digests: [TextDigest] = []
  /// By text and source, the place of the document that counts.
  private var prints: [TextDigest: UInt32] = [:]
  /// Places of those whose text another one of their source has, which counts.
  private(set) var dropped: Set<Int> = []

  /// Those that count.
  var count: Int { digests.count - dropped.count }

  /// Adds a document.
  ///
  /// - Returns: whether it has a place now; the very same document has not.
  /// - Throws: when another text, or that of another source, has its id.
  mutating func add(_ extraction: DocumentExtraction) throws(ContentError) -> Bool {
    let id = Array(extraction.metadata.id.utf8)
    let digest = TextDigest(printOf: extraction.metadata, extraction.source)
    if let known = ids.number(of: id[...]) {
      if digests[known] == digest { return false }
      throw .conflictingDocuments(id: extraction.metadata.id)
    }
    guard let place = ids.intern(id[...]) else { return false }
    digests.append(digest)
    guard let other = prints[digest].map(Int.init) else {
      prints[digest] = UInt32(place)
      return true
    }
    let isFirst = byteOrder(id[...], ids[other]) < 0
    dropped.insert(isFirst ? other : place)
    if isFirst { prints[digest] = UInt32(place) }
    return true
  }
}
