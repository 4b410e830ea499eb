internal import Bytes

extension StringList {
  /// Bytes of a dictionary, and of front-coded strings from which on a list has one.
  private static var dictionarySize: Int { 8 << 10 }
  private static var dictionaryThreshold: Int { 64 << 10 }
  private static var level: Int32 { 19 }

  /// Collects strings, in their order, and makes a section of them.
  struct Builder {
    private let order: Order
    private var blocks: [[UInt8]] = []
    private var block = ByteWriter()
    private var separators: [[UInt8]] = []
    private var count = 0
    private var previous: [UInt8] = []
    private var hash = SHA256()

    init(order: Order) { self.order = order }

    /// Adds a string, valid UTF-8, not before the one before.
    mutating func append(_ string: ArraySlice<UInt8>) {
      var shared = 0
      if count % blockLength == 0 {
        if count > 0 { separators.append(Self.separator(order.key(previous), order.key(Array(string)))) }
        closeBlock()
      } else {
        let most = min(previous.count, string.count)
        while shared < most, previous[shared] == string[string.startIndex + shared] { shared += 1 }
      }
      block.appendVarint(UInt64(shared))
      block.append(contentsOf: string.dropFirst(shared))
      block.append(StringBlock.terminator)
      previous.removeSubrange(shared...)
      previous.append(contentsOf: string.dropFirst(shared))
      hash.update(previous)
      hash.update([StringBlock.terminator])
      count += 1
    }

    private mutating func closeBlock() {
      if !block.bytes.isEmpty { blocks.append(block.bytes) }
      block = ByteWriter()
    }

    /// The section; its digest is of the strings as they are, because the frames depend on the version of zstd.
    mutating func finished() -> EncodedSection {
      closeBlock()
      let length = blocks.reduce(0) { $0 + $1.count }
      var dictionary: [UInt8] = []
      if length >= dictionaryThreshold {
        let step = max(1, blocks.count / 6000)
        dictionary = FramePacker.train(
          on: stride(from: 0, to: blocks.count, by: step).map { blocks[$0] }, capacity: dictionarySize)
      }
      let packer = FramePacker(dictionary: dictionary, level: level)
      let frames = blocks.map(packer.pack)
      var writer = ByteWriter()
      writer.append(UInt32(count))
      writer.append(UInt32(dictionary.count))
      writer.append(UInt64(length))
      MonotoneArray.encode(Self.starts(frames), into: &writer)
      MonotoneArray.encode(Self.starts(separators), into: &writer)
      writer.append(contentsOf: dictionary)
      for separator in separators { writer.append(contentsOf: separator) }
      for frame in frames { writer.append(contentsOf: frame) }
      return EncodedSection(bytes: writer.bytes, digest: hash.digest())
    }

    private static func starts(_ parts: [[UInt8]]) -> [Int] {
      parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    /// The shortest start of `next` that does not stand before `last` and is not equal to it; `next` when they are the same.
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
