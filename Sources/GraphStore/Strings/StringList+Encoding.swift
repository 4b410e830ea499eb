internal import Bytes
internal import Succinct

extension StringList {
  /// Bytes of a dictionary, a share of the front-coded strings between the two, and of strings from which on a list has
  /// one.
  private static var smallestDictionary: Int { 8 << 10 }
  private static var mostDictionary: Int { 64 << 10 }
  private static var dictionaryShare: Int { 32 }
  private static var dictionaryThreshold: Int { 64 << 10 }
  private static var level: Int32 { 19 }

  /// Collects strings, in their order, and makes a section of them.
  struct Builder {
    private let order: Order
    /// All blocks one after another; their starts, and the end of the last one that is closed.
    private var blocks = ByteWriter()
    private var starts = [0]
    /// How long the strings of each block are together.
    private var lengths: [Int] = []
    private var separators: [UInt8] = []
    private var separatorStarts = [0]
    private var count = 0
    private var previous: [UInt8] = []
    private var hash = SHA256()

    init(order: Order) { self.order = order }

    /// Adds a string, valid UTF-8, not before the one before.
    mutating func append(_ string: ArraySlice<UInt8>) {
      var shared = 0
      if count % blockLength == 0 {
        if count > 0 {
          separators += Self.separator(order.key(previous), order.key(Array(string)))
          separatorStarts.append(separators.count)
        }
        closeBlock()
      } else {
        let most = min(previous.count, string.count)
        while shared < most, previous[shared] == string[string.startIndex + shared] { shared += 1 }
      }
      blocks.appendVarint(UInt64(shared))
      blocks.append(contentsOf: string.dropFirst(shared))
      blocks.append(StringBlock.terminator)
      previous.removeSubrange(shared...)
      previous.append(contentsOf: string.dropFirst(shared))
      if count % blockLength == 0 { lengths.append(0) }
      lengths[lengths.count - 1] += previous.count
      hash.update(previous)
      hash.update([StringBlock.terminator])
      count += 1
    }

    private mutating func closeBlock() {
      if blocks.bytes.count > starts[starts.count - 1] { starts.append(blocks.bytes.count) }
    }

    private func block(_ number: Int) -> [UInt8] { Array(blocks.bytes[starts[number]..<starts[number + 1]]) }

    /// Block `number` as a frame. Strings that are long and nearly all the same stand in it as they are: no reader
    /// would take them from a few bytes.
    private func frame(_ number: Int, _ packer: FramePacker) -> [UInt8] {
      let coded = block(number)
      let frame = packer.pack(coded)
      if StringBlock.mayHold(lengths[number], in: frame.count) { return frame }
      var reader = ByteReader(ByteView(copying: coded))
      var string: [UInt8] = []
      var plain = ByteWriter()
      while let shared = reader.readVarint() {
        string.removeSubrange(Int(shared)...)
        while let byte = reader.read(UInt8.self), byte != StringBlock.terminator { string.append(byte) }
        plain.appendVarint(0)
        plain.append(contentsOf: string)
        plain.append(StringBlock.terminator)
      }
      return StoredFrame.unpacked(plain.bytes)
    }

    /// The section; its digest is of the strings as they are, because the frames depend on the version of zstd.
    mutating func finished() -> EncodedSection {
      closeBlock()
      let blockCount = starts.count - 1
      let length = blocks.bytes.count
      var dictionary: [UInt8] = []
      if length >= dictionaryThreshold {
        let step = max(1, blockCount / 6000)
        dictionary = FramePacker.train(
          on: stride(from: 0, to: blockCount, by: step).map(block),
          capacity: min(max(length / dictionaryShare, smallestDictionary), mostDictionary))
      }
      let packer = FramePacker(dictionary: dictionary, level: level)
      var frames: [UInt8] = []
      var frameStarts = [0]
      for number in 0..<blockCount {
        frames += frame(number, packer)
        frameStarts.append(frames.count)
      }
      blocks = ByteWriter()
      var writer = ByteWriter()
      writer.append(UInt32(count))
      writer.append(UInt32(dictionary.count))
      writer.append(UInt64(length))
      MonotoneArray.encode(frameStarts, into: &writer)
      MonotoneArray.encode(separatorStarts, into: &writer)
      writer.append(contentsOf: dictionary)
      writer.append(contentsOf: separators)
      writer.append(contentsOf: frames)
      return EncodedSection(bytes: writer.bytes, digest: hash.digest())
    }

    /// The shortest start of `next` that does not stand before `last` and is not equal to it; `next` when they are the
    /// same.
    private static func separator(_ last: [UInt8], _ next: [UInt8]) -> [UInt8] {
      var shared = 0
      while shared < min(last.count, next.count), last[shared] == next[shared] { shared += 1 }
      return Array(next.prefix(shared + 1))
    }
  }

  /// The section of `strings`, which ascend in `order`; equal ones may follow one another.
  static func encode(_ strings: [String], order: Order) -> EncodedSection {
    var builder = Builder(order: order)
    for string in strings { builder.append(Array(string.utf8)[...]) }
    return builder.finished()
  }
}
