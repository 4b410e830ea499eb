internal import Bytes

/// The bytes of a section, and a hash of what they mean.
struct EncodedSection {
  var bytes: [UInt8]
  /// The SHA-256 of the content, which compressors that differ do not change.
  var digest: [UInt8]

  init(bytes: [UInt8], digest: [UInt8]) {
    self.bytes = bytes
    self.digest = digest
  }

  /// A section in which nothing is packed.
  init(_ bytes: [UInt8]) {
    var hash = SHA256()
    hash.update(bytes)
    self.init(bytes: bytes, digest: hash.digest())
  }
}

/// Puts the sections of a store together.
struct StoreAssembly {
  private var sections: [StoreSection: EncodedSection] = [:]

  subscript(section: StoreSection) -> EncodedSection? {
    get { sections[section] }
    set { sections[section] = newValue }
  }

  /// The parts of the file, every section given.
  func finished() -> [[UInt8]] {
    var writer = ContainerWriter(magic: GraphFile.magic, version: GraphFile.version)
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
