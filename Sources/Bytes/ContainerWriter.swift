/// Puts named sections together into a container.
public struct ContainerWriter {
  private let magic: String
  private let version: UInt32
  private var sections: [(name: String, bytes: [UInt8])] = []

  /// - Parameter magic: eight ASCII characters.
  public init(magic: String, version: UInt32) {
    precondition(magic.utf8.count == 8, "the magic of a container has eight bytes")
    self.magic = magic
    self.version = version
  }

  /// Appends a section; `name` is 1 to 8 ASCII characters, used once.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    precondition((1...8).contains(name.utf8.count) && !sections.contains { $0.name == name })
    sections.append((name, bytes))
  }

  /// The bytes of the whole file.
  ///
  /// - Parameter id: 16 bytes.
  public func finished(id: [UInt8] = [UInt8](repeating: 0, count: 16)) -> [UInt8] {
    precondition(id.count == 16)
    var offsets: [Int] = []
    let tableEnd = Container.headerSize + sections.count * Container.rowSize
    var end = tableEnd
    for section in sections {
      let offset = (end + Container.alignment - 1) / Container.alignment * Container.alignment
      offsets.append(offset)
      end = offset + section.bytes.count
    }
    var file = ByteWriter()
    file.bytes.reserveCapacity(end)
    file.append(contentsOf: magic.utf8)
    file.append(version)
    file.append(UInt32(sections.count))
    file.append(contentsOf: id)
    file.append(UInt64(end))
    file.append(UInt32(0))
    file.append(UInt32(0))
    for (section, offset) in zip(sections, offsets) {
      file.append(contentsOf: section.name.utf8)
      file.pad(section.name.utf8.count..<8)
      file.append(UInt64(offset))
      file.append(UInt64(section.bytes.count))
      file.append(crc32c(section.bytes))
      file.append(UInt32(0))
    }
    let checksum = crc32c(file.bytes)
    unsafe withUnsafeBytes(of: checksum.littleEndian) { unsafe file.bytes.replaceSubrange(40..<44, with: $0) }
    for (section, offset) in zip(sections, offsets) {
      file.pad(file.bytes.count..<offset)
      file.append(contentsOf: section.bytes)
    }
    return file.bytes
  }
}
