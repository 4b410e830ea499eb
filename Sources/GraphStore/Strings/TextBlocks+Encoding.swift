internal import Bytes
internal import Succinct

extension TextBlocks {
  private static var writtenBlockSize: Int { 16 << 10 }
  private static var level: Int32 { 12 }
  /// A dictionary takes this part of the texts, at most ``mostDictionary`` bytes.
  private static var dictionaryShare: Int { 64 }
  private static var mostDictionary: Int { 112 << 10 }
  /// Bytes of text that it is learned from, at most.
  private static var trainingLength: Int { 8 << 20 }
  private static var sampleLength: Int { 8 << 10 }

  /// The section for `texts`; its digest is of the texts as they are, because frames depend on the version of zstd.
  static func encode(_ texts: [[UInt8]]) -> EncodedSection {
    let all = Array(texts.joined())
    let dictionary = dictionary(for: all)
    let packer = FramePacker(dictionary: dictionary, level: level)
    var data: [UInt8] = []
    var offsets = [0]
    for first in stride(from: 0, to: all.count, by: writtenBlockSize) {
      let block = Array(all[first..<min(first + writtenBlockSize, all.count)])
      // Texts that are nearly all the same would pack to less than any reader takes.
      let isPacked = first + block.count <= freeLength + mostExpansion * data.count
      data += isPacked ? packer.pack(block) : StoredFrame.unpacked(block)
      offsets.append(data.count)
    }
    var writer = ByteWriter()
    writer.append(UInt64(all.count))
    writer.append(UInt32(writtenBlockSize))
    writer.append(UInt32(dictionary.count))
    MonotoneArray.encode(offsets, into: &writer)
    writer.append(contentsOf: dictionary)
    writer.append(contentsOf: data)
    var hash = SHA256()
    for text in texts { hash.update(text) }
    return EncodedSection(bytes: writer.bytes, digest: hash.digest())
  }

  /// What many pieces of the texts have in common; empty where they are so short that it would not pay.
  private static func dictionary(for texts: [UInt8]) -> [UInt8] {
    let capacity = min(texts.count / dictionaryShare, mostDictionary)
    guard capacity >= 4 << 10 else { return [] }
    let pieces = texts.count / sampleLength
    let step = max(1, texts.count / trainingLength)
    let samples = stride(from: 0, to: pieces, by: step).map {
      Array(texts[$0 * sampleLength..<($0 + 1) * sampleLength])
    }
    return FramePacker.train(on: samples, capacity: capacity)
  }
}
