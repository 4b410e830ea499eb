internal import Bytes
internal import Extraction
internal import GraphExport
internal import GraphModel
internal import GraphStore
internal import Language
internal import SchemaFiles

/// Reads English: texts to statements, or to a graph.
///
///     let reader = try NewsReader()
///     let text = NewsText("Mark Rutte leads NATO.", id: "example")
///     for statement in reader.statements(in: text) { print(statement.subject.name, statement.predicate) }
///
/// Making one takes some tens of milliseconds, so keep it. It may be used by many threads at once, and what it gives
/// depends on the texts alone.
public struct NewsReader: Sendable {
  private let tokenizer: Tokenizer
  private let analyzer: EnglishAnalyzer
  private let extractor: Extractor

  /// - Parameter folder: the folder of a schema of your own; nil for the one that is built in.
  /// - Throws: when the schema has a mistake, with its place.
  public init(schema folder: String? = nil) throws(TercetError) {
    do {
      let schema = try folder.map { folder throws(SchemaError) in try Schema.load(directory: folder) }
      try self.init(schema ?? Schema.embedded(), ModelWeights())
    } catch let error as SchemaError {
      throw TercetError(error)
    } catch let error as ModelError {
      throw TercetError(error)
    } catch {
      throw TercetError(
        "tercet.reader", message: "\(error)", remedy: nil, exitStatus: .failed)
    }
  }

  private init(_ schema: Schema, _ weights: ModelWeights) {
    tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists), boundaries: weights.boundaries)
    analyzer = EnglishAnalyzer(weights: weights, lexicon: LemmaLexicon(lists: schema.lists))
    extractor = Extractor(schema: schema, names: .linked)
  }

  /// What a text says. Who is who is found within it; to find it over several texts, make a graph of them.
  ///
  /// - Returns: the statements in the order of the text, none of a text that states nothing.
  public func statements(in text: NewsText) -> [Statement] {
    let content = extractor.assemble([extraction(of: text)])
    let documents = Dictionary(content.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return StatementRecord.events(in: content).compactMap { Statement($0, in: documents) }
  }

  /// The graph of several texts, in memory.
  ///
  /// - Parameter texts: in any order, with the same result.
  /// - Throws: when two of them have one id, or there is more than can be numbered.
  public func graph(of texts: some Sequence<NewsText>) throws(TercetError) -> NewsGraph {
    let store = try store(of: texts)
    do { return NewsGraph(try StoredGraph(bytes: store.bytes)) } catch { throw TercetError(error) }
  }

  /// Writes the graph of several texts to a file, and opens it: what `tercet build` does.
  ///
  /// - Parameters:
  ///   - texts: in any order, with the same bytes.
  ///   - path: of the new file, which appears whole or not at all.
  ///   - isReplacing: whether a file that is there may be replaced.
  /// - Throws: as ``graph(of:)``, and when the file cannot be written or is there already.
  public func build(
    _ texts: some Sequence<NewsText>, at path: String, replacing isReplacing: Bool = false
  ) throws(TercetError) -> NewsGraph {
    let store = try store(of: texts)
    do { try store.write(to: path, inPlaceOf: isReplacing ? .anything : .nothing) } catch { throw TercetError(error) }
    return try NewsGraph(path: path)
  }

  private func store(of texts: some Sequence<NewsText>) throws(TercetError) -> EncodedStore {
    let content = extractor.assemble(texts.map { extraction(of: $0) })
    do { return try GraphWriter.encode(content) } catch { throw TercetError(error) }
  }

  private func extraction(of text: NewsText) -> DocumentExtraction {
    var document = text.document
    tokenizer.tokenize(&document, layout: text.layout)
    analyzer.analyze(&document)
    return extractor.extract(document)
  }
}
