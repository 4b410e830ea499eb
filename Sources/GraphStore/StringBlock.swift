internal import Bytes
internal import Synchronization

/// The strings of one block of a ``StringList``, unpacked into one buffer: where each of them ends, then all their bytes.
struct StringBlock: Sendable {
  /// Stands behind each string of the packed form: no byte of UTF-8.
  static let terminator: UInt8 = 0xFF

  let count: Int
  /// `count` ends as 32-bit numbers, counted from the end of this table, then the bytes.
  private let buffer: [UInt8]

  /// Reads the front-coded strings `coded`; nil when they are not exactly `count`.
  init?(_ coded: UnsafeRawBufferPointer, count: Int) {
    guard let size = unsafe Self.unpackedSize(coded, count: count) else { return nil }
    let table = 4 * count
    self.count = count
    buffer = unsafe [UInt8](unsafeUninitializedCapacity: table + size) { buffer, filled in
      let target = UnsafeMutableRawBufferPointer(buffer)
      var at = 0
      var start = table
      var end = table
      for index in 0..<count {
        let shared = unsafe Self.varint(coded, &at) ?? 0
        let next = unsafe Self.end(of: coded, from: at)
        unsafe target.copyMemory(from: start..<start + shared, to: end)
        unsafe target.copyMemory(from: coded, at..<next, to: end + shared)
        start = end
        end += shared + next - at
        unsafe target.storeBytes(of: UInt32(truncatingIfNeeded: end - table), toByteOffset: 4 * index, as: UInt32.self)
        at = next + 1
      }
      filled = table + size
    }
  }

  /// Calls `body` with the bytes of string `index`, 0..<``count``, valid only during the call.
  @inline(__always)
  func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    precondition(index >= 0 && index < count)
    return unsafe buffer.withUnsafeBytes { bytes in
      let table = 4 * count
      let start = unsafe index == 0 ? 0 : Int(bytes.loadUnaligned(fromByteOffset: 4 * index - 4, as: UInt32.self))
      let end = unsafe Int(bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
      return unsafe body(UnsafeRawBufferPointer(rebasing: bytes[table + start..<table + end]))
    }
  }

  /// Bytes of all strings together; nil when `coded` is not exactly `count` strings, or they are too long.
  private static func unpackedSize(_ coded: UnsafeRawBufferPointer, count: Int) -> Int? {
    var at = 0
    var length = 0
    var size = 0
    for _ in 0..<count {
      guard let shared = unsafe varint(coded, &at), shared <= length else { return nil }
      let next = unsafe end(of: coded, from: at)
      guard next < coded.count else { return nil }
      length = shared + next - at
      size += length
      guard size <= StoredFrame.largestContent else { return nil }
      at = next + 1
    }
    return at == coded.count ? size : nil
  }

  /// Where the string whose own bytes begin at `start` has its terminator; the end of `coded` when it has none.
  @inline(__always)
  private static func end(of coded: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while unsafe at < coded.count && coded[at] != terminator { at += 1 }
    return at
  }

  @inline(__always)
  private static func varint(_ coded: UnsafeRawBufferPointer, _ at: inout Int) -> Int? {
    var value = 0
    var shift = 0
    while at < coded.count, shift < 35 {
      let byte = unsafe coded[at]
      at += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}

extension UnsafeMutableRawBufferPointer {
  @inline(__always)
  fileprivate func copyMemory(from range: Range<Int>, to offset: Int) {
    guard !range.isEmpty, let base = baseAddress else { return }
    unsafe (base + offset).copyMemory(from: base + range.lowerBound, byteCount: range.count)
  }

  @inline(__always)
  fileprivate func copyMemory(from source: UnsafeRawBufferPointer, _ range: Range<Int>, to offset: Int) {
    guard !range.isEmpty, let base = baseAddress, let start = source.baseAddress else { return }
    unsafe (base + offset).copyMemory(from: start + range.lowerBound, byteCount: range.count)
  }
}

/// Keeps unpacked blocks of one list, so that names that are asked for again cost no unpacking.
// Sendable: everything that changes is behind the lock.
final class StringBlockCache: @unchecked Sendable {
  private struct Slot {
    var number: Int
    var block: StringBlock
  }

  private struct State {
    var unpacker: FrameUnpacker?
    var slots: [Slot?]
  }

  /// Bytes that the unpacked blocks of a list may take, about.
  static let capacity = 6 << 20

  private let state: Mutex<State>
  private let dictionary: ByteView?

  /// - Parameters:
  ///   - blocks: how many the list has.
  ///   - unpackedLength: bytes of all of them, unpacked but front coded.
  init(dictionary: ByteView?, blocks: Int, unpackedLength: Int) {
    self.dictionary = dictionary
    // Front coding halves names, about.
    let size = unpackedLength / max(blocks, 1) * 2 + 4 * StringList.blockLength
    let slots = min(blocks, max(Self.capacity / size, 16))
    state = Mutex(State(unpacker: nil, slots: Array(repeating: nil, count: slots)))
  }

  /// Block `number` of `count` strings, whose frame is what `frame` returns, unless it is kept; nil when it is damaged.
  @inline(__always)
  func block(_ number: Int, count: Int, frame: () -> ByteView?) -> StringBlock? {
    state.withLock { state in
      guard !state.slots.isEmpty else { return nil }
      let slot = number % state.slots.count
      if let kept = state.slots[slot], kept.number == number { return kept.block }
      let unpacker = state.unpacker ?? FrameUnpacker(dictionary: dictionary)
      state.unpacker = unpacker
      guard let frame = frame(),
        let block = unsafe unpacker.withUnpacked(frame, { unsafe StringBlock($0, count: count) }) ?? nil
      else { return nil }
      state.slots[slot] = Slot(number: number, block: block)
      return block
    }
  }
}
