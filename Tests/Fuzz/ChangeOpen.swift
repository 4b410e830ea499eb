import Bytes
import CZstd
import GraphModel
import GraphStore

/// Puts the input, as a change that is not packed, behind a store, with right checksums, and reads everything.
///
/// Run from the root of the repository.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzChangeOpen(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  read(Behind.store + record([Behind.frame(input)]))
  return 0
}

/// Leaves real changes in the corpus.
@_cdecl("LLVMFuzzerInitialize")
public func prepareChanges(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeRawPointer?) -> CInt {
  do {
    for (number, change) in try Behind.changes().enumerated() {
      try AtomicFile.replace("build/fuzz/corpus/ChangeOpen/change-\(number)", with: change)
    }
  } catch {
    print(error)
  }
  return 0
}

private enum Behind {
  private static let golden = "Tests/Golden/stores/version-2.tercet"
  /// The store in it, without the change behind.
  static let store: [UInt8] = {
    guard let bytes = try? MappedFile(path: golden).bytes, let graph = try? StoredGraph(path: golden) else { return [] }
    return Array(bytes.array().prefix(graph.base.byteCount))
  }()

  /// The content of the changes that every kind of step leaves.
  static func changes() throws -> [[UInt8]] {
    let path = "build/fuzz/ChangeOpen.tercet"
    try AtomicFile.replace(path, with: MappedFile(path: golden).bytes.array())
    let graph = try StoredGraph(path: path)
    let size = graph.base.byteCount
    _ = try graph.merge(EntityID(0), into: EntityID(1), at: path)
    let merged = try StoredGraph(path: path)
    for number in 0..<UInt32(merged.entityCount) {
      guard let alias = merged.aliases(of: EntityID(number)).first?.name else { continue }
      if try merged.split(alias, from: EntityID(number), at: path) != nil { break }
    }
    try StoredGraph(path: path).remove([DocumentID(0)], from: path)
    let bytes = try MappedFile(path: path).bytes
    var changes: [[UInt8]] = []
    var offset = size
    while let length = bytes.load(offset + 8, as: UInt64.self), let frame = bytes.load(offset + 24, as: UInt32.self) {
      if let packed = bytes.slice(at: UInt64(offset + 28), count: UInt64(frame)) { changes.append(unpacked(packed)) }
      offset += 24 + Int(length) + 16
    }
    return changes
  }

  private static func unpacked(_ stored: ByteView) -> [UInt8] {
    let frame = [0x28, 0xB5, 0x2F, 0xFD] + stored.array()
    let size = unsafe Int(ZSTD_getFrameContentSize(frame, frame.count))
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = unsafe ZSTD_decompress(buffer.baseAddress, size, frame, frame.count)
    }
  }

  /// A stored frame with `content` as it is: blocks that are not packed, of 128 KB at most.
  static func frame(_ content: [UInt8]) -> [UInt8] {
    // One segment, whose length has four bytes.
    var frame: [UInt8] = [0xA0] + bytes(of: UInt32(content.count))
    let starts = content.isEmpty ? [0] : Array(stride(from: 0, to: content.count, by: 1 << 17))
    for start in starts {
      let block = content[start..<min(start + 1 << 17, content.count)]
      let isLast: UInt32 = start == starts.last ? 1 : 0
      frame += bytes(of: UInt32(block.count) << 3 | isLast).prefix(3) + block
    }
    return frame
  }
}

private func record(_ frames: [[UInt8]]) -> [UInt8] {
  let payload = frames.flatMap { bytes(of: UInt32($0.count)) + $0 }
  var header = Array("TERCETJR".utf8) + bytes(of: UInt64(payload.count)) + bytes(of: crc32c(payload))
  header += bytes(of: crc32c(header))
  return header + payload + Array("COMMITED".utf8) + bytes(of: crc32c(header)) + Array("END\n".utf8)
}

private func bytes<T: FixedWidthInteger>(of value: T) -> [UInt8] {
  (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> T(8 * $0)) }
}
