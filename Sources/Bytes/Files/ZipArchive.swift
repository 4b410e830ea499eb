internal import CZlib

/// A zip archive in memory: its entries by name, each unpacked only when it is asked for.
///
/// Source: PKWARE, APPNOTE.TXT, sections 4.3 and 4.4; packed by method 0 (stored) or 8 (deflate).
public struct ZipArchive: Sendable {
  public enum Problem: Error, Equatable {
    /// No zip archive, or its directory contradicts itself.
    case damaged
    /// An entry is locked by a password, or packed by a method of this number.
    case locked
    case method(Int)
    /// An entry unpacks to more than was asked for.
    case tooLarge
  }

  private struct Entry: Sendable {
    var start: Int
    var packed: Int
    var method: Int
    var isLocked: Bool
    var checksum: UInt32
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// The bytes of the directory's end, and the longest comment behind it.
  private static let endSize = 22
  private static let longestComment = 0xFFFF

  /// Whether `start` begins as zip archives do.
  public static func isZip(_ start: some Collection<UInt8>) -> Bool { start.starts(with: [0x50, 0x4B, 3, 4]) }

  /// Reads the directory of `bytes`; of two entries of one name the first counts.
  ///
  /// - Throws: ``Problem/damaged``.
  /// - Complexity: O(entries), of which there are at most 65,535.
  public init(_ bytes: [UInt8]) throws(Problem) {
    self.bytes = bytes
    guard let end = Self.end(of: bytes) else { throw .damaged }
    let count = number(end + 10, 2)
    var place = number(end + 16, 4)
    for _ in 0..<count {
      guard place + 46 <= end, number(place, 4) == 0x0201_4B50 else { throw .damaged }
      let nameLength = number(place + 28, 2)
      let next = place + 46 + nameLength + number(place + 30, 2) + number(place + 32, 2)
      guard next <= end else { throw .damaged }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      if entries[name] == nil {
        entries[name] = Entry(
          start: number(place + 42, 4), packed: number(place + 20, 4), method: number(place + 10, 2),
          isLocked: number(place + 8, 2) & 1 == 1, checksum: UInt32(number(place + 16, 4)))
      }
      place = next
    }
  }

  /// Whether there is an entry of that name.
  public func has(_ name: String) -> Bool { entries[name] != nil }

  /// What an entry unpacks to; nil when there is none of that name.
  ///
  /// - Parameter limit: the most bytes that are unpacked, whatever the archive says of its size.
  /// - Throws: what is wrong with the entry, and ``Problem/tooLarge`` when it has more.
  public func content(of name: String, limit: Int) throws(Problem) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    if entry.isLocked { throw .locked }
    guard entry.start + 30 <= bytes.count, number(entry.start, 4) == 0x0403_4B50 else { throw .damaged }
    let start = entry.start + 30 + number(entry.start + 26, 2) + number(entry.start + 28, 2)
    guard start <= bytes.count, entry.packed <= bytes.count - start else { throw .damaged }
    let packed = bytes[start..<(start + entry.packed)]
    let content: [UInt8]
    switch entry.method {
    case 0:
      guard packed.count <= limit else { throw .tooLarge }
      content = Array(packed)
    case 8: content = try Self.inflated(packed, limit: limit)
    default: throw .method(entry.method)
    }
    guard Self.checksum(content) == entry.checksum else { throw .damaged }
    return content
  }

  private static func inflated(_ packed: ArraySlice<UInt8>, limit: Int) throws(Problem) -> [UInt8] {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var rest = packed
    do throws(Gunzip.Problem) {
      let gunzip = try Gunzip(isBare: true)
      while true {
        let step = try unsafe rest.withUnsafeBufferPointer { input throws(Gunzip.Problem) in
          try unsafe piece.withUnsafeMutableBufferPointer { output throws(Gunzip.Problem) in
            try unsafe gunzip.step(
              .init(UnsafeBufferPointer(rebasing: input.prefix(1 << 30))), into: .init(output))
          }
        }
        content += piece[..<step.made]
        rest = rest.dropFirst(step.taken)
        if content.count > limit { break }
        if step.endsMember { return content }
        // Nothing more can come of it.
        if step.made == 0, step.taken == 0 { throw .damaged }
      }
    } catch {
      throw .damaged
    }
    throw .tooLarge
  }

  /// CRC-32 (ISO 3309), as zlib computes it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt = 0
    for start in stride(from: 0, to: bytes.count, by: 1 << 30) {
      let part = bytes[start..<min(start + (1 << 30), bytes.count)]
      sum = unsafe part.withUnsafeBufferPointer { unsafe crc32(sum, $0.baseAddress, UInt32($0.count)) }
    }
    return UInt32(truncatingIfNeeded: sum)
  }

  /// Where the end of the directory begins: in the last bytes, before a comment.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= endSize else { return nil }
    let first = max(0, bytes.count - endSize - longestComment)
    return (first...(bytes.count - endSize)).last { place in
      bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5 && bytes[place + 3] == 6
    }
  }

  /// The little-endian number of `size` bytes at `place`, which lies inside.
  private func number(_ place: Int, _ size: Int) -> Int {
    (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
