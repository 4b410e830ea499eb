internal import Bytes
internal import Succinct

extension TextBlocks {
  private static var writtenBlockSize: Int { 128 << 10 }
  private static var level: Int32 { 19 }
  /// A dictionary takes this part of the texts, at most ``largestDictionary`` bytes.
  private static var dictionaryShare: Int { 16 }
  /// Bytes of text that it is learned from, about: less than twice as many.
  private static var trainingLength: Int { 8 << 20 }
  private static var sampleLength: Int { 8 << 10 }

  /// Calls the function that it is given with each text, in their order.
  typealias Texts = (_ body: ([UInt8]) throws -> Void) throws -> Void

  /// The section for texts; its digest is of the texts as they are, because frames depend on the version of zstd.
  ///
  /// - Parameters:
  ///   - length: bytes of all texts together.
  ///   - output: gets the frames.
  ///   - texts: is called twice at most.
  /// - Throws: what `texts` throws, and when the disk is full.
  static func encode(length: Int, into output: consuming SectionOutput, texts: Texts) throws -> EncodedSection {
    let dictionary = try dictionary(length: length, texts)
    let packer = FramePacker(dictionary: dictionary, level: level)
    let storedDictionary = dictionary.isEmpty ? [] : FramePacker(level: level).pack(dictionary)
    var output = output
    var offsets = [0]
    var hash = SHA256()
    var blocks = PieceCutter(size: writtenBlockSize)
    var first = 0
    func add(_ block: [UInt8]) throws {
      // Texts that are nearly all the same would pack to less than any reader takes.
      let isPacked = first + block.count <= freeLength + mostExpansion * output.count
      try output.append(isPacked ? packer.pack(block) : StoredFrame.unpacked(block))
      offsets.append(output.count)
      first += block.count
    }
    try texts { text in
      hash.update(text)
      try blocks.append(text, add)
    }
    if !blocks.rest.isEmpty { try add(blocks.rest) }
    var writer = ByteWriter()
    writer.append(UInt64(length))
    writer.append(UInt32(writtenBlockSize))
    writer.append(UInt32(storedDictionary.count))
    MonotoneArray.encode(offsets, into: &writer)
    writer.append(contentsOf: storedDictionary)
    return EncodedSection(parts: [.memory(writer.bytes), try output.finished()], digest: hash.digest())
  }

  /// What many pieces of the texts have in common; empty where they are so short that it would not pay.
  private static func dictionary(length: Int, _ texts: Texts) throws -> [UInt8] {
    let capacity = min(length / dictionaryShare, largestDictionary)
    guard capacity >= 4 << 10 else { return [] }
    let step = max(1, length / trainingLength)
    var samples: [[UInt8]] = []
    var pieces = PieceCutter(size: sampleLength)
    var number = 0
    try texts { text in
      pieces.append(text) { piece in
        if number % step == 0 { samples.append(piece) }
        number += 1
      }
    }
    return FramePacker.train(on: samples, capacity: capacity)
  }
}

/// Cuts bytes that come in parts of any length into pieces of one length.
private struct PieceCutter {
  let size: Int
  /// What is shorter than a piece.
  private(set) var rest: [UInt8] = []

  init(size: Int) { self.size = size }

  /// Calls `body` with each piece that is whole by now.
  mutating func append(_ bytes: [UInt8], _ body: ([UInt8]) throws -> Void) rethrows {
    rest += bytes
    var start = 0
    while rest.count - start >= size {
      try body(Array(rest[start..<start + size]))
      start += size
    }
    rest.removeFirst(start)
  }
}
