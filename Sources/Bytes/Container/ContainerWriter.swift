/// Puts named sections together into a container in memory.
public struct ContainerWriter {
  private var layout: ContainerLayout
  private var sections: [[UInt8]] = []

  /// - Parameter magic: eight ASCII characters.
  public init(magic: String, version: UInt32) { layout = ContainerLayout(magic: magic, version: version) }

  /// Appends a section; `name` is 1 to 8 ASCII characters, used once.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    layout.add(name, count: bytes.count, checksum: crc32c(bytes))
    sections.append(bytes)
  }

  /// The bytes of the whole file.
  ///
  /// - Parameter id: 16 bytes.
  public func finished(id: [UInt8] = [UInt8](repeating: 0, count: 16)) -> [UInt8] {
    let gaps = layout.gaps(id: id)
    var bytes = gaps[0]
    for (number, section) in sections.enumerated() {
      if number > 0 { bytes += gaps[number] }
      bytes += section
    }
    return bytes
  }
}
