internal import Language
internal import SchemaFiles

extension FuzzTarget {
  /// Words and sentences of plain text, and of the lines that they are written in.
  static let tokenizer = FuzzTarget("tokenizer") { input in
    let document = tokenized(input, layout: .text)
    var lines = TokenLineWriter().write(document)
    let again = tokenized(lines, layout: .pretokenized)
    expect(words(again) == words(document), "words written as lines are read as the same words")
    lines = TokenLineWriter().write(again)
    expect(words(tokenized(lines, layout: .pretokenized)) == words(document), "lines are read as the same words twice")
  }

  private static func words(_ document: Document) -> [String] { document.tokens.map { document.text(of: $0) } }
}

/// `source` cut into words and sentences, which lie in it, ascend and leave none out.
@discardableResult
func tokenized(_ source: [UInt8], layout: Tokenizer.Layout) -> Document {
  var document = Document(metadata: Document.Metadata(id: "fuzz"), source: source)
  English.tokenizer.tokenize(&document, layout: layout)
  var end: UInt32 = 0
  for token in document.tokens {
    expect(token.start >= end && token.length > 0, "words ascend")
    expect(Int(token.form) < document.strings.count, "the form of a word is there")
    end = token.end
  }
  expect(end <= source.count, "words lie in the text")
  var next = 0
  for sentence in document.sentences {
    expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "sentences leave no word out")
    next = sentence.tokens.upperBound
    expect(next <= document.tokens.count, "sentences are made of words")
    expect(sentence.bytes.lowerBound == document.tokens[sentence.tokens.lowerBound].start, "a sentence begins so")
    expect(sentence.bytes.upperBound == document.tokens[next - 1].end, "a sentence ends so")
  }
  expect(next == document.tokens.count, "each word is in a sentence")
  return document
}

/// What the program knows of English.
private enum English {
  static let tokenizer: Tokenizer = {
    let lists = try? Schema.embeddedLists()
    return Tokenizer(lexicon: TokenizerLexicon(lists: lists ?? [:]), boundaries: (try? ModelWeights())?.boundaries)
  }()
}
