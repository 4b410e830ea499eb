internal import Bytes

extension GraphContent.Statement {
  /// -1, 0 or 1 by edge, then by evidence.
  func order(_ other: Self) -> Int {
    let ours = key
    let theirs = other.key
    if ours != theirs { return ours < theirs ? -1 : 1 }
    guard let evidence else { return other.evidence == nil ? 0 : -1 }
    guard let others = other.evidence else { return 1 }
    return evidence.order(others)
  }
}

extension GraphContent.Evidence {
  /// -1, 0 or 1 in the order of the store.
  ///
  /// - Complexity: O(length of the strings).
  package func order(_ other: Self) -> Int {
    if sentenceKey != other.sentenceKey { return sentenceKey < other.sentenceKey ? -1 : 1 }
    if rangeKey != other.rangeKey { return rangeKey < other.rangeKey ? -1 : 1 }
    let ours = rules.map(ByteString.init)
    let theirs = other.rules.map(ByteString.init)
    if ours != theirs { return ours.lexicographicallyPrecedes(theirs) ? -1 : 1 }
    if confidence != other.confidence { return confidence < other.confidence ? -1 : 1 }
    for (a, b) in [
      (time, other.time), (place, other.place), (quantity, other.quantity), (office, other.office),
      (wording, other.wording),
    ] {
      let order = byteOrder(a, b)
      if order != 0 { return order }
    }
    let events = (event ?? -1, other.event ?? -1)
    if events.0 != events.1 { return events.0 < events.1 ? -1 : 1 }
    if adjuncts == other.adjuncts { return 0 }
    return adjuncts.lexicographicallyPrecedes(other.adjuncts) { a, b in
      (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
    } ? -1 : 1
  }

  // Tuples compare up to six elements.
  private var sentenceKey: (Int, Int) { (document, sentence) }
  private var rangeKey: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) {
    (
      subject.lowerBound, subject.upperBound, predicate.lowerBound, predicate.upperBound, object.lowerBound,
      object.upperBound
    )
  }
}
