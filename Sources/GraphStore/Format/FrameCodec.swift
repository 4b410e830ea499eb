internal import Bytes
internal import CZstd

/// A frame of zstd (RFC 8878) as the store keeps it: with its content size, without its first four bytes, which are
/// always the same.
enum StoredFrame {
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  /// No block unpacks to more, so that a forged file cannot take all memory.
  static let largestContent = 1 << 26

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

  /// `block`, which is not empty, as a stored frame.
  func pack(_ block: [UInt8]) -> [UInt8] {
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
  private var content: [UInt8] = []

  init(dictionary: ByteView?) {
    unsafe context = ZSTD_createDCtx()
    unsafe self.dictionary = dictionary.flatMap { view in
      unsafe view.withUnsafeBytes { unsafe $0.isEmpty ? nil : ZSTD_createDDict($0.baseAddress, $0.count) }
    }
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
    unsafe ZSTD_freeDDict(dictionary)
  }

  /// Calls `body` with the content of a stored frame, valid only during the call; nil when the frame is damaged or its
  /// content larger than `limit`.
  func withUnpacked<R>(
    _ stored: ByteView, atMost limit: Int = StoredFrame.largestContent, _ body: (UnsafeRawBufferPointer) -> R
  ) -> R? {
    frame.removeSubrange(StoredFrame.magic.count...)
    unsafe stored.withUnsafeBytes { unsafe frame.append(contentsOf: $0) }
    let announced = unsafe ZSTD_getFrameContentSize(frame, frame.count)
    // The two errors are the largest values.
    guard announced <= UInt64(limit), let context = unsafe context else { return nil }
    let expected = Int(announced)
    if content.count < expected { content = [UInt8](repeating: 0, count: expected) }
    let size = unsafe content.withUnsafeMutableBytes { buffer in
      unsafe dictionary == nil
        ? ZSTD_decompressDCtx(context, buffer.baseAddress, expected, frame, frame.count)
        : ZSTD_decompress_usingDDict(context, buffer.baseAddress, expected, frame, frame.count, dictionary)
    }
    guard ZSTD_isError(size) == 0, size == expected else { return nil }
    return unsafe content.withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0[..<expected])) }
  }
}
