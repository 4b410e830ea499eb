internal import Bytes
internal import ExternalSort

/// Collects the larger part of a section: in memory, or on the disk where it may take more than memory has.
struct SectionOutput {
  private var bytes: [UInt8] = []
  private let file: ScratchFile?

  /// Bytes appended.
  var count: Int { file?.count ?? bytes.count }

  /// Collects in memory.
  init() { file = nil }

  /// Collects on the disk, in `folder`.
  init(folder: String) throws(BytesError) { file = try ScratchFile(folder: folder) }

  mutating func append(_ more: [UInt8]) throws(BytesError) {
    if let file { try file.append(contentsOf: more) } else { bytes += more }
  }

  /// What was appended.
  consuming func finished() throws(BytesError) -> EncodedPart {
    guard let file else { return .memory(bytes) }
    try file.flush()
    return .scratch(file, 0..<file.count)
  }
}
