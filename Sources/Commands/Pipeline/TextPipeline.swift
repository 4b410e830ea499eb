internal import Bytes
internal import Dispatch
internal import Extraction
internal import Language
internal import SchemaFiles
internal import Synchronization

/// The way from text to statements, with the schema and the model that it takes.
struct TextPipeline: Sendable {
  let schema: Schema
  private let tokenizer: Tokenizer
  private let analyzer: EnglishAnalyzer

  /// - Parameters:
  ///   - schemaFolder: nil for the schema built in.
  ///   - modelPath: nil for the model built in.
  init(schemaFolder: String?, modelPath: String?) throws {
    schema =
      try schemaFolder.map { folder throws(SchemaError) in try Schema.load(directory: folder) } ?? Schema.embedded()
    tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists))
    analyzer = EnglishAnalyzer(
      weights: try modelPath.map { path throws(ModelError) in try ModelWeights(path: path) } ?? ModelWeights())
  }

  /// Words, sentences and their analysis.
  func analyze(_ input: InputDocument) -> Document { analyze(input.document, layout: input.layout) }

  func analyze(_ document: Document, layout: Tokenizer.Layout) -> Document {
    var document = document
    tokenizer.tokenize(&document, layout: layout)
    analyzer.analyze(&document)
    return document
  }

  /// The extractor of the schema; making it compiles the schema's tables.
  func extractor() -> Extractor { Extractor(schema: schema) }
}

/// Works on many documents at once and hands the results on in the order of the documents.
struct OrderedWorkers: Sendable {
  var threads: Int

  /// How much text is taken before the results of a round are handed on.
  private static let bytesPerThread = 1 << 20

  /// Reads `inputs` and calls `emit` with the result of each document, or with what was wrong with it, in order.
  func run<Output: Sendable>(
    _ reader: DocumentReader, _ inputs: [String], work: @escaping @Sendable (InputDocument) -> Output,
    emit: (Result<Output, InputError>) throws -> Void
  ) throws {
    var round: [Result<InputDocument, InputError>] = []
    var bytes = 0
    try reader.forEachDocument(in: inputs) { result in
      round.append(result)
      if case .success(let input) = result { bytes += input.document.source.count }
      guard bytes >= threads * Self.bytesPerThread || round.count >= threads * 256 else { return }
      try finish(&round, work, emit)
      bytes = 0
    }
    try finish(&round, work, emit)
  }

  private func finish<Output: Sendable>(
    _ round: inout [Result<InputDocument, InputError>], _ work: @escaping @Sendable (InputDocument) -> Output,
    _ emit: (Result<Output, InputError>) throws -> Void
  ) throws {
    for result in map(round, work) { try emit(result) }
    round.removeAll(keepingCapacity: true)
  }

  private func map<Output: Sendable>(
    _ round: [Result<InputDocument, InputError>], _ work: @escaping @Sendable (InputDocument) -> Output
  ) -> [Result<Output, InputError>] {
    let count = min(threads, round.count)
    guard count > 1 else { return round.map { $0.map(work) } }
    let next = Atomic<Int>(0)
    let results = Mutex<[Int: Result<Output, InputError>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < round.count else { return }
        let result = round[index].map(work)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { finished in round.indices.compactMap { finished[$0] } }
  }
}
