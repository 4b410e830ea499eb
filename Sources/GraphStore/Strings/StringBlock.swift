internal import Bytes
internal import GraphModel
internal import Synchronization

/// The strings of one block of a ``StringList``, unpacked into one buffer: where each of them ends, then all their
/// bytes.
struct StringBlock: Sendable {
  /// Stands behind each string of the packed form: no byte of UTF-8.
  static let terminator: UInt8 = 0xFF
  /// Bytes of a block before packing, at most: strings that share nothing, each with the two bytes around it.
  static let longestCoded = StringList.blockLength * (GraphContent.longestString + 2)
  /// The strings of a block have at most so many bytes for each of its frame, because a byte or two may tell a string
  /// as long as the one before it. Names are less than ten times as long.
  private static let mostExpansion = 64
  /// So many bytes more: strings of 1 KiB each may well be alike.
  private static let freeLength = 32 << 10

  /// Whether strings of `length` bytes together may stand in a frame of `size`.
  static func mayHold(_ length: Int, in size: Int) -> Bool { length <= freeLength + mostExpansion * size }

  let count: Int
  /// `count` ends as 32-bit numbers, counted from the end of this table, then the bytes.
  private let buffer: [UInt8]

  /// Bytes that the block takes in memory.
  var size: Int { buffer.count }

  /// Reads the front-coded strings `coded` of a frame of `frameSize` bytes; nil when they are not exactly `count`, or
  /// too long for it.
  ///
  /// - Parameter scratch: working memory, kept from block to block.
  init?(_ coded: UnsafeRawBufferPointer, count: Int, frameSize: Int, scratch: inout [UInt8]) {
    while true {
      switch unsafe Self.unpack(coded, count: count, into: &scratch) {
      case .unpacked(let size):
        guard Self.mayHold(size - 4 * count, in: frameSize) else { return nil }
        self.count = count
        buffer = Array(scratch[..<size])
        return
      case .needs(let size):
        // What is copied at a time, and twice what may be there at most.
        guard size <= 2 * (Self.longestCoded + coded.count) else { return nil }
        scratch = [UInt8](repeating: 0, count: size)
      case .damaged: return nil
      }
    }
  }

  private enum Outcome {
    case unpacked(Int)
    case needs(Int)
    case damaged
  }

  /// Writes table and bytes into `scratch`.
  private static func unpack(_ coded: UnsafeRawBufferPointer, count: Int, into scratch: inout [UInt8]) -> Outcome {
    unsafe scratch.withUnsafeMutableBytes { target in
      let table = 4 * count
      var at = 0
      var start = table
      var end = table
      // Copies go sixteen bytes at a time and so beyond what they are asked for.
      guard target.count >= table + 64, let base = target.baseAddress else { return .needs(max(table + 64, 1 << 13)) }
      for index in 0..<count {
        guard let shared = unsafe varint(coded, &at), shared <= end - start else { return .damaged }
        guard end + shared + coded.count - at + 32 <= target.count else {
          return .needs(max(2 * target.count, end + shared + coded.count - at + 32))
        }
        var copied = 0
        while copied < shared {
          let part = unsafe (base + start + copied).loadUnaligned(as: SIMD16<UInt8>.self)
          unsafe (base + end + copied).storeBytes(of: part, as: SIMD16<UInt8>.self)
          copied += 16
        }
        start = end
        end += shared
        while true {
          guard at < coded.count else { return .damaged }
          let byte = unsafe coded[at]
          at += 1
          if byte == terminator { break }
          unsafe target[end] = byte
          end += 1
        }
        guard end - start <= GraphContent.longestString else { return .damaged }
        unsafe target.storeBytes(of: UInt32(truncatingIfNeeded: end - table), toByteOffset: 4 * index, as: UInt32.self)
      }
      return at == coded.count ? .unpacked(end) : .damaged
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

/// Keeps unpacked blocks of one list, so that names that are asked for again cost no unpacking.
// Sendable: everything that changes is behind the lock.
final class StringBlockCache: @unchecked Sendable {
  private struct Slot {
    var number: Int
    var block: StringBlock
  }

  private struct State {
    var unpacker: FrameUnpacker?
    var scratch: [UInt8] = []
    var slots: [Slot?]
    /// Bytes that the blocks in the slots take.
    var size = 0

    mutating func keep(_ block: StringBlock, _ number: Int, in slot: Int) {
      size += block.size - (slots[slot]?.block.size ?? 0)
      if size > StringBlockCache.mostKept {
        for other in slots.indices { slots[other] = nil }
        size = block.size
      }
      slots[slot] = Slot(number: number, block: block)
    }
  }

  /// Bytes that the unpacked blocks of a list take, about, where they are as long as the list says.
  static let capacity = 3 << 20
  /// Bytes that they take at most, whatever the list says.
  private static let mostKept = 4 * capacity

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
    state = Mutex(State(slots: Array(repeating: nil, count: slots)))
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
        let block = unsafe unpacker.withUnpacked(
          frame, atMost: StringBlock.longestCoded,
          { unsafe StringBlock($0, count: count, frameSize: frame.count, scratch: &state.scratch) }) ?? nil
      else { return nil }
      state.keep(block, number, in: slot)
      return block
    }
  }
}
