public import Bytes

/// Sorts very many keys of 128 bits, each once, in bounded memory: runs of them go to the disk and are merged.
public final class KeySorter {
  public struct Key: Comparable, Sendable {
    public var high: UInt64
    public var low: UInt64

    @inlinable
    public init(high: UInt64, low: UInt64) {
      self.high = high
      self.low = low
    }

    @inlinable
    public static func < (a: Key, b: Key) -> Bool { a.high != b.high ? a.high < b.high : a.low < b.low }
  }

  private let folder: String
  private let capacity: Int
  private var keys: [Key] = []
  private var file: ScratchFile?
  private var runs: [Range<Int>] = []

  /// - Parameters:
  ///   - folder: where runs go.
  ///   - memory: bytes of the keys held at a time, at least some thousand.
  public init(folder: String, memory: Int) {
    self.folder = folder
    capacity = max(memory / MemoryLayout<Key>.stride, 1 << 12)
  }

  public func append(_ key: Key) throws(BytesError) {
    keys.append(key)
    if keys.count >= capacity { try spill() }
  }

  private func spill() throws(BytesError) {
    sortKeys()
    let file: ScratchFile
    if let known = self.file { file = known } else { file = try ScratchFile(folder: folder) }
    self.file = file
    let start = file.count
    for key in keys {
      for half in [key.high, key.low] {
        try file.append(UInt32(truncatingIfNeeded: half))
        try file.append(UInt32(truncatingIfNeeded: half >> 32))
      }
    }
    try file.flush()
    runs.append(start..<file.count)
    keys.removeAll(keepingCapacity: true)
  }

  private func sortKeys() {
    keys.sort()
    var kept = 0
    for index in keys.indices where kept == 0 || keys[kept - 1] != keys[index] {
      keys[kept] = keys[index]
      kept += 1
    }
    keys.removeLast(keys.count - kept)
  }

  /// Calls `body` with all keys, ascending, each once; may be called again.
  public func forEach(_ body: (Key) throws -> Void) throws {
    guard let file, !runs.isEmpty else {
      sortKeys()
      for key in keys { try body(key) }
      return
    }
    if !keys.isEmpty { try spill() }
    keys = []
    var merged = try MergedRuns(file, runs) { reader throws(BytesError) in
      func half() throws(BytesError) -> UInt64 {
        let low = UInt64(try reader.number())
        return UInt64(try reader.number()) << 32 | low
      }
      let high = try half()
      return Key(high: high, low: try half())
    }
    var last: Key?
    while let (key, _) = try merged.next() {
      if key != last { try body(key) }
      last = key
    }
  }
}
