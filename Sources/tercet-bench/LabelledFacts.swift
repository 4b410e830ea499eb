import Bytes
import Commands
import Extraction
import Language
import SchemaFiles

/// What is extracted from pre-tokenized sentences, one a line, with the signs that confidence is read from: the input
/// of Training/confidence.py. Columns: kind (statement, minimal, full), signs, sentence, relation, subject, objects.
struct LabelledFacts {
  var path: String

  func run(_ output: TextStream) throws -> ExitStatus {
    let batch = DocumentReader(isPretokenized: true).read([path])
    if let error = batch.errors.first { throw error }
    let schema = try Schema.embedded()
    let tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists))
    let analyzer = EnglishAnalyzer(weights: try ModelWeights(), lexicon: LemmaLexicon(lists: schema.lists))
    let extractor = Extractor(schema: schema, names: .linked)
    for input in batch.documents {
      var document = input.document
      tokenizer.tokenize(&document, layout: input.layout)
      analyzer.analyze(&document)
      let sentences = document.sentences.map { sentence in
        sentence.tokens.map { document.text(of: document.tokens[$0]) }.joined(separator: " ")
      }
      for style in WordingStyle.allCases {
        for fact in extractor.openFacts(document, style: style) {
          try output.writeLine(
            ([style.rawValue, fact.signs.joined(separator: "|"), sentences[fact.sentence], fact.relation, fact.subject]
              + fact.objects).joined(separator: "\t"))
        }
      }
      let found = extractor.events(in: document)
      for event in found.events {
        func text(_ head: Int) -> String { found.document.text(of: found.document.tokens[head]) }
        let relation = found.document.text(in: event.predicate.bytes).split(separator: "\n").joined(
          separator: " ")
        try output.writeLine(
          [
            "statement", event.signs.joined(separator: "|"), sentences[event.sentence], relation,
            text(event.subject.head), (event.object ?? event.roles.first?.filler).map { text($0.head) } ?? "",
          ].joined(separator: "\t"))
      }
    }
    return .answered
  }
}
