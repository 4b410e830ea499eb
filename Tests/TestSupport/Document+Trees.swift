public import Language

extension Document {
  /// What keeps a sentence from being one tree: no single root, a head outside, or a circle; nil when all are trees.
  public var treeFault: String? {
    for (number, sentence) in sentences.enumerated() {
      let words = Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
      let roots = words.count { tokens[$0].head == Token.noHead }
      if roots != 1 { return "sentence \(number) has \(roots) roots" }
      for word in words {
        var ancestor = word
        for _ in words where tokens[ancestor].head != Token.noHead {
          ancestor = Int(tokens[ancestor].head)
          if !words.contains(ancestor) { return "sentence \(number): word \(word) hangs on \(ancestor), outside" }
        }
        if tokens[ancestor].head != Token.noHead { return "sentence \(number): word \(word) is in a circle" }
      }
    }
    return nil
  }
}
