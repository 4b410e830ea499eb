internal import GraphModel

/// Tells by which of an entity's names a piece of text calls it.
struct NameWording {
  /// Case-folded, the longest first.
  private let names: [[UInt8]]

  init(_ names: [String]) {
    self.names = Set(names.map { caseFolded(Array($0.utf8)) }).sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  /// The longest name that stands in `text` as words, case-folded; nil when none does.
  func name(in text: [UInt8]) -> [UInt8]? {
    let folded = caseFolded(text)
    return names.first { Self.hasWords($0, folded) }
  }

  private static func hasWords(_ name: [UInt8], _ text: [UInt8]) -> Bool {
    guard !name.isEmpty, name.count <= text.count else { return false }
    return (0...text.count - name.count).contains { start in
      let end = start + name.count
      return text[start..<end].elementsEqual(name) && (start == 0 || !isWord(text[start - 1]))
        && (end == text.count || !isWord(text[end]))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}

extension GraphView {
  /// The bytes `range` of the text around `evidence`; empty where they do not lie in its sentence.
  func words(_ range: Range<UInt32>, of evidence: Evidence) -> [UInt8] {
    let sentences = document(evidence.document).sentences
    guard sentences.indices.contains(evidence.sentence),
      let sentence = sentence(evidence.sentence, of: evidence.document)
    else { return [] }
    let bytes = Array(sentence.utf8)
    let base = sentences[evidence.sentence].lowerBound
    guard range.lowerBound >= base, Int(range.upperBound - base) <= bytes.count else { return [] }
    return Array(bytes[Int(range.lowerBound - base)..<Int(range.upperBound - base)])
  }
}
