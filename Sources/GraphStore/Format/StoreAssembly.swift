internal import Bytes

/// Puts the sections of a store together.
struct StoreAssembly {
  private var sections: [StoreSection: EncodedSection] = [:]

  subscript(section: StoreSection) -> EncodedSection? {
    get { sections[section] }
    set { sections[section] = newValue }
  }

  /// The store, every required section given.
  ///
  /// - Throws: when what lies on the disk cannot be read.
  func finished() throws(BytesError) -> EncodedStore {
    var layout = ContainerLayout(magic: StoreFormat.magic, version: StoreFormat.version)
    var hash = SHA256()
    var pages: [UInt8] = []
    var all: [[EncodedPart]] = []
    for section in StoreSection.allCases {
      guard let encoded = sections[section] else {
        precondition(!StoreSection.required.contains(section), "section \(section.rawValue) is missing")
        continue
      }
      var checksums = PageChecksums()
      for part in encoded.parts {
        try part.forEachPiece { piece throws(BytesError) in checksums.update(piece) }
      }
      layout.add(section.rawValue, count: checksums.count, checksum: checksums.whole)
      hash.update(encoded.digest)
      pages += checksums.pages
      all.append(encoded.parts)
    }
    layout.add(StoreSections.pageTable, count: pages.count, checksum: crc32c(pages))
    all.append([.memory(pages)])
    let gaps = layout.gaps(id: Array(hash.digest().prefix(16)))
    return EncodedStore(zip(gaps, all).flatMap { [.memory($0)] + $1 })
  }
}
