/// Names by number, one after another in one buffer.
struct NameShelf: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  mutating func append(_ name: String) {
    bytes.append(contentsOf: name.utf8)
    ends.append(bytes.count)
  }

  subscript(number: Int) -> String { String(decoding: bytes[ends[number]..<ends[number + 1]], as: UTF8.self) }
}
