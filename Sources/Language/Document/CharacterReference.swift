/// Where a text has `&#8217;` in place of a character: the bytes of the source, and what they stand for.
public struct CharacterReference: Sendable, Equatable {
  public var bytes: Range<UInt32>
  /// The character in UTF-8.
  public var text: [UInt8]
}

extension Document {
  /// The bytes `range` of the source, references as the characters that they stand for.
  ///
  /// - Complexity: O(length of `range` + log of the number of references).
  public func shownBytes(in range: Range<UInt32>) -> ArraySlice<UInt8> {
    let whole = source[Int(range.lowerBound)..<Int(range.upperBound)]
    guard !references.isEmpty else { return whole }
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if references[middle].bytes.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < references.count, references[low].bytes.upperBound <= range.upperBound else { return whole }
    var shown: [UInt8] = []
    var start = range.lowerBound
    while low < references.count, references[low].bytes.upperBound <= range.upperBound {
      shown += source[Int(start)..<Int(references[low].bytes.lowerBound)]
      shown += references[low].text
      start = references[low].bytes.upperBound
      low += 1
    }
    return shown[...] + source[Int(start)..<Int(range.upperBound)]
  }
}
