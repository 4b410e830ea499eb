internal import Bytes

/// The words of headlines in the case in which the text below writes them: `Minister Arrested` as `Minister arrested`,
/// `KYIV` as `Kyiv`, so that the model does not take capitals for names.
struct HeadlineCasing {
  /// By token: the word as it is analyzed, where that is not as it is written.
  private(set) var words: [Int: [UInt8]] = [:]

  /// How a form is written outside headlines, and not first in its sentence.
  private struct Usage {
    var small = 0
    var capital = 0
    /// The first token with a capital.
    var spelling: Int?
  }

  /// - Complexity: O(*n*) in the number of words.
  init(_ document: Document) {
    let headlines = document.sentences.indices.filter { Self.isHeadline($0, in: document) }
    guard !headlines.isEmpty, headlines.count < document.sentences.count else { return }
    var usages = Self.usages(in: document, without: Set(headlines))
    Self.inflect(&usages, of: headlines, in: document)
    for number in headlines {
      let sentence = document.sentences[number].tokens
      for token in sentence {
        guard let usage = usages[document.tokens[token].form] else { continue }
        let written = document.source[Int(document.tokens[token].start)..<Int(document.tokens[token].end)]
        let word = Self.recased(written, usage, isFirst: token == sentence.lowerBound, in: document)
        if let word, word != Array(written) { words[token] = word }
      }
    }
  }

  private static func recased(
    _ written: ArraySlice<UInt8>, _ usage: Usage, isFirst: Bool, in document: Document
  ) -> [UInt8]? {
    guard let first = written.first, (0x41...0x5A).contains(first), written.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    if usage.small > usage.capital {
      return (isFirst ? [first] : [first.asciiLowercased]) + written.dropFirst().map(\.asciiLowercased)
    }
    guard written.count > 1, !written.contains(where: { (0x61...0x7A).contains($0) }), let spelling = usage.spelling
    else { return nil }
    return Array(document.source[Int(document.tokens[spelling].start)..<Int(document.tokens[spelling].end)])
  }

  private static func usages(in document: Document, without headlines: Set<Int>) -> [UInt32: Usage] {
    var usages: [UInt32: Usage] = [:]
    for (number, sentence) in document.sentences.enumerated() where !headlines.contains(number) {
      for token in sentence.tokens.dropFirst() where document.tokens[token].length > 0 {
        let first = document.source[Int(document.tokens[token].start)]
        if (0x61...0x7A).contains(first) {
          usages[document.tokens[token].form, default: Usage()].small += 1
        } else if (0x41...0x5A).contains(first) {
          usages[document.tokens[token].form, default: Usage()].capital += 1
          if usages[document.tokens[token].form]?.spelling == nil {
            usages[document.tokens[token].form]?.spelling = token
          }
        }
      }
    }
    return usages
  }

  /// Counts `kill` as written small where the text has `killed`, though not `kill`.
  private static func inflect(_ usages: inout [UInt32: Usage], of headlines: [Int], in document: Document) {
    var small: Set<String> = []
    for (form, usage) in usages where usage.small > usage.capital { small.insert(document.strings[Int(form)]) }
    for number in headlines {
      for token in document.tokens[document.sentences[number].tokens] where usages[token.form] == nil {
        let form = document.strings[Int(token.form)]
        guard form.utf8.count > 3 else { continue }
        let stem = form.hasSuffix("s") ? String(form.dropLast()) : form
        if ["", "s", "d", "ed", "ing"].contains(where: { small.contains(stem + $0) }) {
          usages[token.form, default: Usage()].small += 1
        }
      }
    }
  }

  /// Whether a sentence is a paragraph of three words or more, with a capital in four of five, and no mark at its end.
  private static func isHeadline(_ number: Int, in document: Document) -> Bool {
    let sentence = document.sentences[number].tokens
    guard document.tokens[sentence.lowerBound].flags.contains(.opensParagraph),
      sentence.upperBound == document.tokens.count
        || document.tokens[sentence.upperBound].flags.contains(.opensParagraph),
      let last = document.tokens[sentence].last, document.source[Int(last.end) - 1] != UInt8(ascii: ".")
    else { return false }
    var (long, capitals) = (0, 0)
    for token in document.tokens[sentence] where token.length > 3 {
      let first = document.source[Int(token.start)]
      guard first.isASCIILetter else { continue }
      long += 1
      if first < 0x60 { capitals += 1 }
    }
    return sentence.count >= 3 && long >= 2 && capitals * 5 >= long * 4
  }
}
