public import Bytes

/// Sorts very many byte strings, each once, in bounded memory: runs of them go to the disk and are merged.
///
/// Strings stand in the order of their bytes; ``SortKey`` makes strings whose order is that of names and numbers.
public final class ByteSorter {
  /// Where a string stands among the bytes, and its first eight of them, which decide most comparisons.
  private struct Entry {
    var first: UInt64
    var start: UInt32
    var count: UInt32
  }

  private let folder: String
  private let capacity: Int
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var file: ScratchFile?
  private var runs: [Range<Int>] = []

  /// - Parameters:
  ///   - folder: where runs go.
  ///   - memory: bytes of the strings held at a time, at least some thousand.
  public init(folder: String, memory: Int) {
    self.folder = folder
    capacity = min(max(memory, 1 << 12), 1 << 31)
  }

  /// Adds a string of less than 2 GiB.
  public func append(_ string: some Collection<UInt8>) throws(BytesError) {
    if bytes.count + string.count + entries.count * MemoryLayout<Entry>.stride > capacity, !entries.isEmpty {
      try spill()
    }
    let start = bytes.count
    bytes.append(contentsOf: string)
    var first: UInt64 = 0
    for place in start..<start + 8 { first = first << 8 | UInt64(place < bytes.count ? bytes[place] : 0) }
    entries.append(Entry(first: first, start: UInt32(start), count: UInt32(bytes.count - start)))
  }

  /// Takes out all strings: calls `body` with them, ascending, each once.
  public func drain(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    defer { removeAll() }
    guard !runs.isEmpty else {
      sortEntries()
      for entry in entries { try body(string(entry)) }
      return
    }
    if !entries.isEmpty { try spill() }
    (bytes, entries) = ([], [])
    try merge(body)
  }

  private func removeAll() {
    (bytes, entries) = ([], [])
    (file, runs) = (nil, [])
  }

  private func string(_ entry: Entry) -> ArraySlice<UInt8> { bytes[Int(entry.start)..<Int(entry.start + entry.count)] }

  private func sortEntries() {
    unsafe bytes.withUnsafeBytes { bytes in
      func string(_ entry: Entry) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.start + entry.count)])
      }
      entries.sort { a, b in
        a.first != b.first ? a.first < b.first : unsafe byteOrder(string(a), string(b)) < 0
      }
    }
    var kept = 0
    for index in entries.indices where kept == 0 || string(entries[kept - 1]) != string(entries[index]) {
      entries[kept] = entries[index]
      kept += 1
    }
    entries.removeLast(entries.count - kept)
  }

  private func spill() throws(BytesError) {
    sortEntries()
    let file: ScratchFile
    if let known = self.file { file = known } else { file = try ScratchFile(folder: folder) }
    self.file = file
    let start = file.count
    for entry in entries { try file.appendCounted(string(entry)) }
    try file.flush()
    runs.append(start..<file.count)
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  private struct Item: Comparable {
    var string: [UInt8]

    static func < (a: Item, b: Item) -> Bool { byteOrder(a.string, b.string) < 0 }
  }

  private func merge(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    guard let file else { return }
    var merged = try MergedRuns(file, runs) { reader throws(BytesError) in Item(string: try reader.counted()) }
    var last: Item?
    while let (item, _) = try merged.next() {
      if item != last { try body(item.string[...]) }
      last = item
    }
  }
}
