import ExternalSort

/// Where what is said by documents is kept and sorted while it is joined, and how much of it in memory.
struct CorpusStorage: Sendable {
  var folder: String
  /// Bytes that each list may take.
  var memory: Int

  /// Nothing goes to the disk.
  static let inMemory = CorpusStorage(folder: ".", memory: .max)

  func byteSorter() -> ByteSorter { ByteSorter(folder: folder, memory: memory) }

  func keySorter() -> KeySorter { KeySorter(folder: folder, memory: memory) }

  func log() -> RecordLog { RecordLog(folder: folder, memory: memory) }
}
