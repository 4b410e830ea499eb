extension SentenceSplitter {
  /// Takes each line as a sentence and each stretch between spaces as a word.
  mutating func appendLines() {
    var position = 0
    var opensParagraph = true
    var line: [RawWord] = []
    while position <= bytes.count {
      let byte = position < bytes.count ? bytes[position] : UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") {
        if line.isEmpty {
          opensParagraph = true
        } else {
          line[0].opensParagraph = opensParagraph
          appendSentence(line)
          line.removeAll(keepingCapacity: true)
          opensParagraph = false
        }
        position += 1
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") {
        position += 1
      } else {
        let end = wordEnd(position)
        line.append(RawWord(start: UInt32(position), end: UInt32(end), kind: .uncased))
        position = end
      }
    }
  }

  /// End of the word at `start`: a space, or the greatest length that a token can have.
  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): return end
      default: break
      }
      let length = bytes.glyph(at: end).length
      if end + length - start > WordScanner.longestAddress { return end }
      end += length
    }
    return end
  }
}
