package import Language

/// A document whose trees are mended, with what every stage asks of it: made once, and handed on.
package struct Reading: Sendable {
  package let document: Document
  package let tree: DependencyTree
  /// By token: its sentence.
  package let sentenceAt: [Int32]

  /// - Complexity: O(*n*) in the number of words.
  package init(_ document: Document) {
    self.document = document
    tree = DependencyTree(document)
    var sentenceAt = [Int32](repeating: 0, count: document.tokens.count)
    for (number, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens { sentenceAt[token] = Int32(number) }
    }
    self.sentenceAt = sentenceAt
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
