internal import Bytes

/// Puts the sections of a store together.
struct StoreAssembly {
  private var sections: [StoreSection: EncodedSection] = [:]

  subscript(section: StoreSection) -> EncodedSection? {
    get { sections[section] }
    set { sections[section] = newValue }
  }

  /// The parts of the file, every section given.
  func finished() -> [[UInt8]] {
    var writer = ContainerWriter(magic: StoreFormat.magic, version: StoreFormat.version)
    var hash = SHA256()
    var pages: [UInt8] = []
    for section in StoreSection.allCases {
      guard let encoded = sections[section] else { preconditionFailure("section \(section.rawValue) is missing") }
      writer.add(section.rawValue, encoded.bytes)
      hash.update(encoded.digest)
      pages += StoreSections.encodePages(encoded.bytes)
    }
    writer.add(StoreSections.pageTable, pages)
    return writer.parts(id: Array(hash.digest().prefix(16)))
  }
}
