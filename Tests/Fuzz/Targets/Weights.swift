internal import Bytes
internal import Language

extension FuzzTarget {
  /// Reads the input as the start of a weights file, whose rest is the input again and again; where it is one, analyzes a
  /// text with it.
  static let weights = FuzzTarget("weights") { input in
    let bytes = withRightChecksums(filled(input))
    guard let weights = try? ModelWeights(ByteView(copying: bytes), place: "fuzz") else { return }
    var document = tokenized(Array("NATO chief Mark Rutte met Marco Rubio. They don't agree.".utf8), layout: .text)
    EnglishAnalyzer(weights: weights).analyze(&document)
    for sentence in document.sentences {
      let roots = sentence.tokens.filter { document.tokens[$0].head == Token.noHead }
      expect(roots.count == 1, "a sentence has one root")
      for token in document.tokens[sentence.tokens] {
        expect(token.head == Token.noHead || sentence.tokens.contains(Int(token.head)), "a head is in the sentence")
        expect(!document.lemma(of: token).isEmpty, "a word has a lemma")
      }
    }
  }

  /// As many bytes as the header says, within reason.
  private static func filled(_ input: [UInt8]) -> [UInt8] {
    guard input.count > 48, let length = ByteView(copying: input).load(32, as: UInt64.self), length < 1 << 18 else {
      return input
    }
    var bytes = input
    while bytes.count < length { bytes += input.prefix(Int(length) - bytes.count) }
    return bytes
  }
}
