/// Writes the words of a document alone: a sentence a line, words separated by single spaces, a blank line between
/// paragraphs. What ``Tokenizer/Layout/pretokenized`` reads.
public struct TokenLineWriter: Sendable {
  public init() {}

  /// The lines of `document`; empty when it holds no sentence.
  ///
  /// - Complexity: linear in the number of words.
  public func write(_ document: Document) -> [UInt8] {
    var output: [UInt8] = []
    for (number, sentence) in document.sentences.enumerated() {
      if number > 0, document.tokens[sentence.tokens.lowerBound].flags.contains(.opensParagraph) {
        output.append(UInt8(ascii: "\n"))
      }
      for index in sentence.tokens {
        if index > sentence.tokens.lowerBound { output.append(UInt8(ascii: " ")) }
        let token = document.tokens[index]
        output += document.source[Int(token.start)..<Int(token.end)]
      }
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }
}
