/// Writes documents in CoNLL-U, as the treebanks have them and the CoNLL 2018 evaluation reads them.
///
/// MISC holds the entity label (`Entity=B-PERSON`) and the bytes of the document (`TokenRange=0:5`). What no analysis
/// has filled is `_`. Source: https://universaldependencies.org/format.html
public struct ConlluWriter: Sendable {
  public init() {}

  /// `document` in CoNLL-U; the comments alone when it holds no sentence.
  ///
  /// - Complexity: linear in the number of words.
  public func write(_ document: Document) -> [UInt8] {
    var output: [UInt8] = []
    write(document, into: &output)
    return output
  }

  /// Appends `document` to `output`.
  public func write(_ document: Document, into output: inout [UInt8]) {
    writeOpening(document, into: &output)
    write(document, sentences: document.sentences.indices, into: &output)
  }

  /// Appends what stands before the first sentence.
  public func writeOpening(_ document: Document, into output: inout [UInt8]) {
    output += "# newdoc id = \(oneLine(document.metadata.id))\n".utf8
  }

  /// Appends some sentences of `document`, so that a long one need not be in memory whole.
  public func write(_ document: Document, sentences: Range<Int>, into output: inout [UInt8]) {
    let id = oneLine(document.metadata.id)
    for number in sentences {
      let sentence = document.sentences[number]
      if document.tokens[sentence.tokens.lowerBound].flags.contains(.opensParagraph) { output += "# newpar\n".utf8 }
      output += "# sent_id = \(id)-\(number + 1)\n# text = ".utf8
      for index in sentence.tokens {
        let token = document.tokens[index]
        output += document.source[Int(token.start)..<Int(token.end)]
        if token.flags.contains(.spaceAfter), index + 1 < sentence.tokens.upperBound {
          output.append(UInt8(ascii: " "))
        }
      }
      output.append(UInt8(ascii: "\n"))
      writeWords(document, sentence.tokens, into: &output)
      output.append(UInt8(ascii: "\n"))
    }
  }

  private func writeWords(_ document: Document, _ range: Range<Int>, into output: inout [UInt8]) {
    var joinedEnd = range.lowerBound
    for index in range {
      let number = index - range.lowerBound + 1
      if index >= joinedEnd {
        joinedEnd = index + 1
        while joinedEnd < range.upperBound, joins(document, joinedEnd) { joinedEnd += 1 }
        if joinedEnd > index + 1 {
          let first = document.tokens[index]
          let last = document.tokens[joinedEnd - 1]
          output += "\(number)-\(joinedEnd - range.lowerBound)\t".utf8
          output += document.source[Int(first.start)..<Int(last.end)]
          output += "\t_\t_\t_\t_\t_\t_\t_\t".utf8
          let space = last.flags.contains(.spaceAfter) ? "" : "SpaceAfter=No|"
          output += "\(space)TokenRange=\(first.start):\(last.end)\n".utf8
        }
      }
      let isJoined = joinedEnd > index + 1 || joins(document, index) && index > range.lowerBound
      writeWord(document, index, sentence: range, isJoined: isJoined, into: &output)
    }
  }

  /// Whether the word at `index` is written together with the one before.
  private func joins(_ document: Document, _ index: Int) -> Bool {
    document.tokens[index].flags.contains(.joinsPrevious) && index > 0
      && document.tokens[index - 1].end == document.tokens[index].start
  }

  private func writeWord(
    _ document: Document, _ index: Int, sentence: Range<Int>, isJoined: Bool, into output: inout [UInt8]
  ) {
    let token = document.tokens[index]
    let lemma = document.strings.isEmpty ? "" : document.lemma(of: token)
    let isAnalyzed = !lemma.isEmpty || token.head != Token.noHead || token.relation == .root
    output += "\(index - sentence.lowerBound + 1)\t".utf8
    output += token.length == 0 ? ArraySlice("_".utf8) : document.source[Int(token.start)..<Int(token.end)]
    if !isAnalyzed {
      output += "\t_\t_\t_\t_\t".utf8
    } else {
      let features = document.features(of: token)
      output += "\t\(lemma.isEmpty ? "_" : oneLine(lemma))\t\(token.tag.conlluName)\t".utf8
      output += "\(token.fineTag.conlluName)\t\(features.isEmpty ? "_" : features)\t".utf8
    }
    if token.head != Token.noHead {
      output += "\(Int(token.head) - sentence.lowerBound + 1)\t\(token.relation.conlluName)".utf8
    } else {
      output += (token.relation == .root ? "0\troot" : "_\t_").utf8
    }
    output += "\t_\t".utf8
    if token.entity != .outside { output += "Entity=\(token.entity.iobName)|".utf8 }
    if !isJoined, !token.flags.contains(.spaceAfter) { output += "SpaceAfter=No|".utf8 }
    output += "TokenRange=\(token.start):\(token.end)\n".utf8
  }

  /// `text` without what would end a field or a line.
  private func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
