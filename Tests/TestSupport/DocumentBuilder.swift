package import Language

/// Puts a document together word by word, with the text that the words imply.
///
/// For documents that do not come from text: CoNLL-U files and the fixtures of the tests.
package struct DocumentBuilder {
  /// What is said of one word.
  package struct Word {
    /// The word as written; it takes part in the text of the document.
    package var surface: String
    /// The word as analyzed, lower-cased into ``Token/form``; differs from `surface` in `wo` + `n't`-like contractions.
    package var form: String
    package var lemma: String
    package var tag: UniversalTag = .other
    package var fineTag: PennTag = .symbol
    /// As CoNLL-U writes them; empty for none.
    package var features = ""
    package var relation: DependencyRelation = .dependent
    package var entity: EntityTag = .outside
    /// Number of the head in its sentence, from 1; 0 for the root, nil when nothing is said.
    package var head: Int?
    package var flags: Token.Flags = []

    package init(surface: String, form: String? = nil, lemma: String) {
      self.surface = surface
      self.form = form ?? surface
      self.lemma = lemma
    }
  }

  private var document: Document
  private var indices: [String: UInt32] = ["": 0]

  package init(metadata: Document.Metadata) {
    document = Document(metadata: metadata, source: [])
    document.strings = [""]
  }

  /// Appends a sentence, a blank line or what ``Token/Flags/spaceAfter`` says after the one before; nothing for no words.
  package mutating func append(_ words: [Word], opensParagraph: Bool) {
    guard !words.isEmpty else { return }
    let first = document.tokens.count
    if first > 0 {
      if opensParagraph {
        document.source += "\n\n".utf8
        document.tokens[first - 1].flags.insert(.spaceAfter)
      } else if document.tokens[first - 1].flags.contains(.spaceAfter) {
        document.source.append(UInt8(ascii: " "))
      }
    }
    let begin = UInt32(document.source.count)
    for (index, word) in words.enumerated() {
      let bytes = word.surface.utf8.prefix(Int(UInt16.max))
      var token = Token(
        start: UInt32(document.source.count), length: UInt16(bytes.count), flags: word.flags)
      token.tag = word.tag
      token.fineTag = word.fineTag
      token.relation = word.relation
      token.entity = word.entity
      token.head = word.head.map { $0 == 0 ? Token.noHead : Int32(first + $0 - 1) } ?? Token.noHead
      token.form = intern(word.form.lowercased())
      token.lemma = intern(word.lemma)
      token.features = intern(word.features)
      if index == 0 && (opensParagraph || first == 0) { token.flags.insert(.opensParagraph) }
      document.source += bytes
      if index < words.count - 1, token.flags.contains(.spaceAfter) {
        document.source.append(UInt8(ascii: " "))
      }
      document.tokens.append(token)
    }
    document.sentences.append(
      Sentence(tokens: first..<document.tokens.count, bytes: begin..<UInt32(document.source.count)))
  }

  private mutating func intern(_ string: String) -> UInt32 {
    if let index = indices[string] { return index }
    let index = UInt32(document.strings.count)
    indices[string] = index
    document.strings.append(string)
    return index
  }

  /// The document so far; nothing follows its last word.
  package func finish() -> Document {
    var document = document
    if let last = document.tokens.indices.last { document.tokens[last].flags.remove(.spaceAfter) }
    return document
  }
}
