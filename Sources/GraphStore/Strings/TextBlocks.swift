internal import Bytes
internal import ExternalSort
internal import Succinct
internal import Synchronization

/// The texts of all documents one after another, in blocks that are packed each by itself with a dictionary of them
/// all.
struct TextBlocks: Sendable {
  let section: PagedView
  /// Bytes of all texts together.
  let length: Int
  private let blockSize: Int
  private let frames: MonotoneArray
  private let firstFrame: Int
  private let cache: TextBlockCache
  private let form: Form

  /// How frames lie in a store.
  enum Form {
    /// Stored frames, and the dictionary in such a frame too.
    case stored
    /// Stored frames with a dictionary as it is: up to version 3.
    case withPlainDictionary
    /// With a plain dictionary, and the magic at the start: in version 1.
    case whole

    /// Bytes of the dictionary in the section, at most: one that does not pack stands in a frame as it is.
    fileprivate var largestDictionary: UInt32 {
      self == .stored
        ? UInt32(TextBlocks.largestDictionary + StoredFrame.largestOverhead) : UInt32(StoredFrame.largestDictionary)
    }
  }

  /// No block is larger; an eighth and a half of it were written before.
  private static let largestBlock: UInt32 = 1 << 17
  /// All texts have at most so many bytes for each of the section. Text packs to a third; a writer leaves as many
  /// blocks unpacked as it takes.
  static let mostExpansion = 256
  /// The largest dictionary that is written, and read.
  static let largestDictionary = 5 << 18
  /// So many bytes more, because a few short texts may well be alike.
  static let freeLength = 1 << 20

  init(_ section: PagedView, form: Form) throws(BytesError) {
    guard let length = section.load(0, as: UInt64.self), let blockSize = section.load(8, as: UInt32.self),
      let dictionary = section.load(12, as: UInt32.self), (1...Self.largestBlock).contains(blockSize),
      dictionary <= form.largestDictionary
    else { throw section.damage("the header of the texts") }
    guard length <= UInt64(Self.freeLength + Self.mostExpansion * section.count) else {
      throw section.damage("\(length) bytes of text in \(section.count)")
    }
    var offset = 16
    frames = try MonotoneArray(section, at: &offset)
    self.section = section
    self.length = Int(length)
    self.blockSize = Int(blockSize)
    firstFrame = offset + Int(dictionary)
    let blocks = (self.length + self.blockSize - 1) / self.blockSize
    guard frames.count == blocks + 1, firstFrame <= section.count, frames.largest == section.count - firstFrame else {
      throw section.damage("the texts")
    }
    self.form = form
    cache = TextBlockCache(
      section: section, dictionary: offset..<firstFrame, isPacked: form == .stored, blockSize: self.blockSize,
      blocks: blocks)
  }

  /// The bytes `range`; empty, with the damage remembered, when they cannot be had.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= length else {
      section.recordDamage("text bytes \(range) of \(length)")
      return []
    }
    if let copied = cache.copied(range) { return copied }
    var result: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard let block = block(position / blockSize) else { return [] }
      let from = position % blockSize
      let upTo = min(block.count, from + range.upperBound - position)
      result.append(contentsOf: block[from..<upTo])
      position += upTo - from
    }
    return result
  }

  /// Unpacks all blocks into a nameless file of `folder`, where texts are read from then on. Where a block is damaged
  /// or the file fails, texts are read from their blocks as before.
  ///
  /// Who reads the evidence of a whole graph would unpack a block for nearly each piece of it.
  ///
  /// - Parameter least: bytes of texts that are worth it; the blocks of less are kept unpacked.
  /// - Complexity: O(``length``).
  func unpack(into folder: String, least: Int = TextBlockCache.capacity) {
    guard length > least, let copy = try? ScratchFile(folder: folder) else { return }
    for number in 0..<(length + blockSize - 1) / blockSize {
      guard let block = block(number), (try? copy.append(contentsOf: block)) != nil else { return }
    }
    guard (try? copy.flush()) != nil else { return }
    cache.read(from: copy)
  }

  /// The content of block `number`, exactly as long as it must be.
  private func block(_ number: Int) -> [UInt8]? {
    let expected = min(blockSize, length - number * blockSize)
    let block = cache.block(number, length: expected) {
      let range = frames.range(number)
      let frame = section.bytes(firstFrame + range.lowerBound..<firstFrame + range.upperBound)
      return form == .whole ? frame.flatMap(StoredFrame.withoutMagic) : frame
    }
    if block == nil { section.recordDamage("text block \(number) cannot be unpacked") }
    return block
  }
}

/// Keeps blocks that were unpacked: sentences are mostly asked for by what they are about, and not one after another.
// Sendable: everything that changes is behind the lock.
final class TextBlockCache: @unchecked Sendable {
  private struct State {
    var unpacker: FrameUnpacker?
    var slots: [(number: Int, block: [UInt8])] = []
    var copy: Copy?
  }

  /// All texts, unpacked.
  // Sendable: a file that is whole is only read.
  private struct Copy: @unchecked Sendable {
    var file: ScratchFile
  }

  /// How many bytes are kept.
  static let capacity = 1 << 23

  private let section: PagedView
  private let dictionary: Range<Int>
  private let isPacked: Bool
  private let slotCount: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - dictionary: where the dictionary stands in `section`; it is read when the first block is.
  ///   - isPacked: whether it stands in a frame.
  ///   - blockSize: bytes of each of `blocks` blocks.
  init(section: PagedView, dictionary: Range<Int>, isPacked: Bool, blockSize: Int, blocks: Int) {
    self.section = section
    self.dictionary = dictionary
    self.isPacked = isPacked
    slotCount = max(min(blocks, Self.capacity / blockSize), 1)
  }

  /// Reads from a file of all texts from now on.
  func read(from file: ScratchFile) {
    let copy = Copy(file: file)
    state.withLock { state in
      state.slots = []
      state.copy = copy
    }
  }

  /// The bytes `range` of the file of all texts; nil where there is none, or it cannot be read.
  func copied(_ range: Range<Int>) -> [UInt8]? { state.withLock { try? $0.copy?.file.bytes(range) } }

  /// Block `number` of `length` bytes, whose frame is what `frame` returns; nil when it is damaged.
  func block(_ number: Int, length: Int, frame: () -> ByteView?) -> [UInt8]? {
    state.withLock { state in
      let slot = number % slotCount
      if state.slots.isEmpty { state.slots = Array(repeating: (-1, []), count: slotCount) }
      if state.slots[slot].number == number { return state.slots[slot].block }
      guard let unpacker = state.unpacker ?? unpacker() else { return nil }
      state.unpacker = unpacker
      guard let frame = frame(), let block = unsafe unpacker.withUnpacked(frame, atMost: length, { unsafe Array($0) }),
        block.count == length
      else { return nil }
      state.slots[slot] = (number, block)
      return block
    }
  }

  /// Nil when the dictionary is damaged.
  private func unpacker() -> FrameUnpacker? {
    let stored = section.bytes(dictionary)
    guard isPacked, !dictionary.isEmpty else { return FrameUnpacker(dictionary: stored) }
    return stored.flatMap {
      unsafe FrameUnpacker(dictionary: nil).withUnpacked($0, atMost: TextBlocks.largestDictionary) {
        unsafe FrameUnpacker(dictionary: $0)
      }
    }
  }
}
