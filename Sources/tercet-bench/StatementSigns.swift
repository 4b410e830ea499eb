import Bytes
import Commands
import Extraction
import Language
import SchemaFiles

/// The signs that the confidence of each event of a text is read from, with what tells it apart: for judging
/// statements by hand. Columns: document, first byte of the predicate, of the head of the subject, of the head of the
/// object, signs.
struct StatementSigns {
  var paths: [String]

  func run(_ output: TextStream) throws -> ExitStatus {
    let batch = DocumentReader().read(paths)
    if let error = batch.errors.first { throw error }
    let schema = try Schema.embedded()
    let tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists))
    let analyzer = EnglishAnalyzer(weights: try ModelWeights(), lexicon: LemmaLexicon(lists: schema.lists))
    let extractor = Extractor(schema: schema, names: .linked)
    for input in batch.documents {
      var document = input.document
      tokenizer.tokenize(&document, layout: input.layout)
      analyzer.analyze(&document)
      let found = extractor.events(in: document)
      for event in found.events {
        func start(_ head: Int) -> String { String(found.document.tokens[head].start) }
        try output.writeLine(
          [
            found.document.metadata.id, String(event.predicate.bytes.lowerBound), start(event.subject.head),
            (event.object ?? event.roles.first?.filler).map { start($0.head) } ?? "",
            event.signs.joined(separator: "|"),
          ].joined(separator: "\t"))
      }
    }
    return .answered
  }
}
