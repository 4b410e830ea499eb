package import Language

/// A document whose trees are mended, with what every stage asks of it: made once, and handed on.
package struct Reading: Sendable {
  package let document: Document
  package let tree: DependencyTree
  /// By token: its sentence.
  package let sentenceAt: [Int32]
  /// By sentence: whether nearly every word has a capital, as in headlines.
  let isHeadline: [Bool]
  /// Sentences that are no part of the report: bylines, captions, what else a page has around it.
  let furniture: Set<Int>

  /// - Complexity: O(*n*) in the number of words.
  package init(_ document: Document, furniture: Set<Int> = []) {
    self.document = document
    self.furniture = furniture
    tree = DependencyTree(document)
    var sentenceAt = [Int32](repeating: 0, count: document.tokens.count)
    for (number, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens { sentenceAt[token] = Int32(number) }
    }
    self.sentenceAt = sentenceAt
    isHeadline = document.sentences.map { Self.isHeadline($0, in: document) }
  }

  private static func isHeadline(_ sentence: Sentence, in document: Document) -> Bool {
    var words = 0
    var capitals = 0
    for token in document.tokens[sentence.tokens] where token.length > 3 && token.tag != .punctuation {
      words += 1
      let byte = document.source[Int(token.start)]
      if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { capitals += 1 }
    }
    guard let last = document.tokens[sentence.tokens].last, document.text(of: last) != ".", capitals * 10 >= words * 8
    else { return false }
    if words >= 4, capitals == words, document.tokens[sentence.tokens.lowerBound].flags.contains(.opensParagraph) {
      return true
    }
    return words >= 5 || words >= 2 && sentence.tokens.count > 3 && isShouted(sentence, in: document)
  }

  /// Whether no letter of a sentence is small.
  private static func isShouted(_ sentence: Sentence, in document: Document) -> Bool {
    !document.source[Int(sentence.bytes.lowerBound)..<Int(sentence.bytes.upperBound)].contains {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 >= 0x80
    }
  }
}

/// What works on a document that is read.
protocol ReadsDocument {
  var reading: Reading { get }
}

extension ReadsDocument {
  var document: Document { reading.document }
  var tree: DependencyTree { reading.tree }
}
