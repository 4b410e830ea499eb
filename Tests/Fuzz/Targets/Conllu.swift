internal import Language
internal import TestSupport

extension FuzzTarget {
  /// What was read is written and read again to the same.
  static let conllu = FuzzTarget("conllu") { input in
    guard let documents = try? ConlluReader().read(input, name: "fuzz") else { return }
    for document in documents {
      for sentence in document.sentences {
        for token in document.tokens[sentence.tokens] {
          expect(token.end <= document.source.count, "words lie in the text")
          let head = Int(token.head)
          expect(token.head == Token.noHead || sentence.tokens.contains(head), "the head of a word is in its sentence")
        }
      }
      let written = ConlluWriter().write(document)
      let again = try? ConlluReader().read(written, name: "fuzz")
      expect(again?.map { ConlluWriter().write($0) } == [written], "what was written is read as the same")
    }
  }
}
