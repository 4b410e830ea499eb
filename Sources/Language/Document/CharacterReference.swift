internal import Bytes

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
    let first = references.indices.first(behind: { references[$0].bytes.lowerBound < range.lowerBound })
    let inside = references[first...].prefix { $0.bytes.upperBound <= range.upperBound }
    guard !inside.isEmpty else { return whole }
    var shown: [UInt8] = []
    var start = range.lowerBound
    for reference in inside {
      shown += source[Int(start)..<Int(reference.bytes.lowerBound)]
      shown += reference.text
      start = reference.bytes.upperBound
    }
    return shown[...] + source[Int(start)..<Int(range.upperBound)]
  }
}
