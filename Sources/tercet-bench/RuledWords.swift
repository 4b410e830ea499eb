import Bytes
import Commands
import Language
import SchemaFiles

/// The words of a text file as the tokenizer's rules alone see them: `start TAB end TAB 1` where a sentence ends, else
/// `0`; a blank line between paragraphs. Training/ learns the ends of sentences from it.
struct RuledWords {
  var path: String

  func run(_ output: TextStream) throws -> ExitStatus {
    let file = try MappedFile(path: path)
    let source = [UInt8](file.bytes.string().utf8)
    let tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: try Schema.embedded().lists))
    for (number, word) in tokenizer.ruledWords(of: source).enumerated() {
      if number > 0, word.opensParagraph { try output.writeLine("") }
      try output.writeLine("\(word.bytes.lowerBound)\t\(word.bytes.upperBound)\t\(word.isEnd ? 1 : 0)")
    }
    return .answered
  }
}
