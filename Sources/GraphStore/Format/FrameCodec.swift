internal import Bytes
internal import CZstd

/// A frame of zstd (RFC 8878) as the store keeps it: with its content size, without its first four bytes, which are
/// always the same.
enum StoredFrame {
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  /// No frame unpacks to more: what one decision changed, the largest thing in one frame, is held in memory whole.
  static let largestContent = 1 << 26
  /// A frame unpacks to at most so many bytes for each of its own, so that a small file cannot take all memory. Text,
  /// names and changes pack to a third or a tenth; what would pack to less than this is not packed at all.
  static let mostExpansion = 256
  /// So many bytes more, because a small block may well be one byte over and over.
  static let freeContent = 1 << 16
  /// The largest dictionary that is written, and read.
  static let largestDictionary = 1 << 17
  /// No frame has fewer bytes: a header of 2, and of 3 and 1 those of a block.
  static let smallestSize = 6
  /// So many bytes more than its content has a stored frame of two megabytes, at most: a header of 5 and 3 for each
  /// block.
  static let largestOverhead = 64
  /// Bytes of a block in a frame, at most.
  private static let largestBlock = 1 << 17
  /// The longest header of a frame.
  private static let longestHeader = 18

  /// Whether a frame of `size` bytes may unpack to `content` bytes.
  static func mayHold(_ content: Int, in size: Int) -> Bool {
    content <= largestContent && content <= freeContent + mostExpansion * size
  }

  /// What the header of `stored` says that it unpacks to; nil when that is nothing that a store may hold.
  static func contentSize(of stored: ByteView) -> Int? {
    let head = stored.slice(0..<min(stored.count, longestHeader))?.array() ?? []
    return contentSize(ofWhole: magic + head, storedSize: stored.count)
  }

  /// The same of a frame, or its start, with the magic.
  static func contentSize(ofWhole frame: [UInt8], storedSize: Int) -> Int? {
    // The two errors are the largest values.
    let size = unsafe ZSTD_getFrameContentSize(frame, frame.count)
    guard size <= UInt64(largestContent), mayHold(Int(size), in: storedSize) else { return nil }
    return Int(size)
  }

  /// A stored frame in which `content`, which is not empty, stands as it is (RFC 8878, “Raw_Block”).
  static func unpacked(_ content: [UInt8]) -> [UInt8] {
    // One segment, its size in four bytes.
    var writer = ByteWriter()
    writer.append(UInt8(0xA0))
    writer.append(UInt32(content.count))
    for start in stride(from: 0, to: content.count, by: largestBlock) {
      let block = content[start..<min(start + largestBlock, content.count)]
      let header = UInt32(block.count) << 3 | (block.endIndex == content.count ? 1 : 0)
      writer.append(UInt16(truncatingIfNeeded: header))
      writer.append(UInt8(header >> 16))
      writer.append(contentsOf: block)
    }
    return writer.bytes
  }

  /// The part of a whole frame that is stored; nil when it is no frame.
  static func withoutMagic(_ frame: ByteView) -> ByteView? {
    guard frame.slice(0..<magic.count)?.array() == magic else { return nil }
    return frame.slice(magic.count..<frame.count)
  }
}

/// Packs blocks of bytes, each by itself, with a dictionary they may share.
@safe
final class FramePacker {
  private let context: OpaquePointer
  private let dictionary: OpaquePointer?

  /// - Parameters:
  ///   - dictionary: as ``train(on:capacity:)`` returns it; empty for none.
  ///   - level: of compression, 1 to 22.
  init(dictionary: [UInt8] = [], level: Int32) {
    // Only exhausted memory can fail, which Swift does not survive either.
    guard let context = unsafe ZSTD_createCCtx() else { preconditionFailure("no memory for zstd") }
    unsafe self.context = context
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0)
    if dictionary.isEmpty {
      unsafe self.dictionary = nil
    } else {
      unsafe self.dictionary = ZSTD_createCDict(dictionary, dictionary.count, level)
      unsafe ZSTD_CCtx_refCDict(context, self.dictionary)
    }
  }

  deinit {
    unsafe ZSTD_freeCCtx(context)
    unsafe ZSTD_freeCDict(dictionary)
  }

  /// `block`, which is not empty, as a stored frame: packed, unless no reader would take it so.
  func pack(_ block: [UInt8]) -> [UInt8] {
    let packed = compressed(block)
    return StoredFrame.mayHold(block.count, in: packed.count) ? packed : StoredFrame.unpacked(block)
  }

  private func compressed(_ block: [UInt8]) -> [UInt8] {
    precondition(!block.isEmpty && block.count <= StoredFrame.largestContent)
    let bound = ZSTD_compressBound(block.count)
    let frame = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      let size = unsafe ZSTD_compress2(context, buffer.baseAddress, bound, block, block.count)
      // With a destination of the bound's size only exhausted memory can fail, which Swift does not survive either.
      precondition(ZSTD_isError(size) == 0, "zstd failed")
      count = size
    }
    return Array(frame[StoredFrame.magic.count...])
  }

  /// A dictionary of at most `capacity` bytes for blocks like `samples`; empty when they are too few to learn from.
  static func train(on samples: [[UInt8]], capacity: Int) -> [UInt8] {
    let all = Array(samples.joined())
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let size = unsafe ZDICT_trainFromBuffer(
        buffer.baseAddress, capacity, all, samples.map(\.count), UInt32(samples.count))
      count = ZDICT_isError(size) == 0 ? size : 0
    }
  }
}

/// Unpacks stored frames. Not for several threads at a time.
@safe
final class FrameUnpacker {
  /// Nil when there was no memory for it: then nothing can be unpacked.
  private let context: OpaquePointer?
  private let dictionary: OpaquePointer?
  private var frame: [UInt8] = StoredFrame.magic
  /// Larger contents are seldom, and not kept.
  private static let keptContent = 1 << 20
  private var content: [UInt8] = []

  private init(made dictionary: OpaquePointer?) {
    unsafe context = ZSTD_createDCtx()
    unsafe self.dictionary = dictionary
  }

  /// - Parameter dictionary: is copied.
  convenience init(dictionary: UnsafeRawBufferPointer) { unsafe self.init(made: Self.made(of: dictionary)) }

  convenience init(dictionary: ByteView?) {
    unsafe self.init(made: dictionary?.withUnsafeBytes { unsafe Self.made(of: $0) })
  }

  private static func made(of dictionary: UnsafeRawBufferPointer) -> OpaquePointer? {
    unsafe dictionary.isEmpty ? nil : ZSTD_createDDict(dictionary.baseAddress, dictionary.count)
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
    unsafe ZSTD_freeDDict(dictionary)
  }

  /// Calls `body` with the content of a stored frame, valid only during the call; nil when the frame is damaged, its
  /// content larger than `limit`, or one that no store may hold.
  func withUnpacked<R>(_ stored: ByteView, atMost limit: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R? {
    frame.removeSubrange(StoredFrame.magic.count...)
    unsafe stored.withUnsafeBytes { unsafe frame.append(contentsOf: $0) }
    guard let expected = StoredFrame.contentSize(ofWhole: frame, storedSize: stored.count), expected <= limit,
      let context = unsafe context
    else { return nil }
    if content.count < expected { content = [UInt8](repeating: 0, count: expected) }
    defer { if content.count > Self.keptContent { content = [] } }
    let size = unsafe content.withUnsafeMutableBytes { buffer in
      unsafe dictionary == nil
        ? ZSTD_decompressDCtx(context, buffer.baseAddress, expected, frame, frame.count)
        : ZSTD_decompress_usingDDict(context, buffer.baseAddress, expected, frame, frame.count, dictionary)
    }
    guard ZSTD_isError(size) == 0, size == expected else { return nil }
    return unsafe content.withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0[..<expected])) }
  }
}
