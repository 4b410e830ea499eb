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
    var bytes: [UInt8] = []
    for part in parts(id: id) { bytes += part }
    return bytes
  }

  /// The file in parts that follow one another: the head, and for each section what pads it and its bytes.
  ///
  /// - Parameter id: 16 bytes.
  public func parts(id: [UInt8]) -> [[UInt8]] {
    precondition(id.count == 16)
    var offsets: [Int] = []
    let tableEnd = Container.headerSize + sections.count * Container.rowSize
    var end = tableEnd
    for section in sections {
      let offset = (end + Container.alignment - 1) / Container.alignment * Container.alignment
      offsets.append(offset)
      end = offset + section.bytes.count
    }
    var head = ByteWriter()
    head.append(contentsOf: magic.utf8)
    head.append(version)
    head.append(UInt32(sections.count))
    head.append(contentsOf: id)
    head.append(UInt64(end))
    head.append(UInt32(0))
    head.append(UInt32(0))
    for (section, offset) in zip(sections, offsets) {
      head.append(contentsOf: section.name.utf8)
      head.pad(section.name.utf8.count..<8)
      head.append(UInt64(offset))
      head.append(UInt64(section.bytes.count))
      head.append(crc32c(section.bytes))
      head.append(UInt32(0))
    }
    let checksum = crc32c(head.bytes)
    unsafe withUnsafeBytes(of: checksum.littleEndian) { unsafe head.bytes.replaceSubrange(40..<44, with: $0) }
    var parts = [head.bytes]
    var written = head.bytes.count
    for (section, offset) in zip(sections, offsets) {
      parts.append([UInt8](repeating: 0, count: offset - written))
      parts.append(section.bytes)
      written = offset + section.bytes.count
    }
    return parts
  }
}
