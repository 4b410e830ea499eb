internal import Bytes
internal import Extraction
internal import Language
internal import SchemaFiles

/// The way from text to statements, with the schema and the model that it takes.
struct TextPipeline: Sendable {
  let schema: Schema
  private let analysis: TextAnalysis

  /// - Parameters:
  ///   - schemaFolder: nil for the schema built in.
  ///   - modelPath: nil for the model built in.
  init(schemaFolder: String?, modelPath: String?) throws {
    schema =
      try schemaFolder.map { folder throws(SchemaError) in try Schema.load(directory: folder) } ?? Schema.embedded()
    analysis = try TextAnalysis(lists: schema.lists, modelPath: modelPath)
  }

  /// Words, sentences and their analysis.
  func analyze(_ input: InputDocument) -> Document { analyze(input.document, layout: input.layout) }

  func analyze(_ document: Document, layout: Tokenizer.Layout) -> Document {
    analysis.analyze(document, layout: layout)
  }

  /// The words that the tokenizer cuts, before any analysis.
  func tokens(of document: Document, layout: Tokenizer.Layout) -> [Token] {
    analysis.tokenize(document, layout: layout).tokens
  }

  /// The bytes of the sentences that the tokenizer finds.
  func sentences(of document: Document, layout: Tokenizer.Layout) -> [Range<UInt32>] {
    analysis.tokenize(document, layout: layout).sentences.map(\.bytes)
  }

  /// The extractor of the schema; making it compiles the schema's tables.
  func extractor() -> Extractor { Extractor(schema: schema) }
}
