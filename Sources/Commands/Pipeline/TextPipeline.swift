internal import Bytes
internal import Extraction
internal import Language
internal import SchemaFiles

/// The way from text to statements, with the schema and the model that it takes.
struct TextPipeline: Sendable {
  let schema: Schema
  private let analysis: TextAnalysis
  private let disabledRules: Set<String>
  private let schemaFolder: String?
  let register: NameRegisterFile

  /// - Parameters:
  ///   - schemaFolder: nil for the schema built in.
  ///   - modelPath: nil for the model built in.
  ///   - registers: files of names that a newsroom has for what it knows.
  ///   - disabledRules: names of rules over trees that are left out; the schema has them.
  init(
    schemaFolder: String?, modelPath: String?, registers: [FilePath] = [], disabledRules: [String] = []
  ) throws {
    schema =
      if let schemaFolder { try Schema.load(directory: schemaFolder) } else { try Schema.embeddedForTexts() }
    let names = Extractor.ruleNames(of: schema)
    if let name = disabledRules.first(where: { !names.contains($0) }) {
      throw CommandError.unknownRule(name, suggestion: Suggestion.closest(to: name, among: names))
    }
    self.disabledRules = Set(disabledRules)
    self.schemaFolder = schemaFolder
    register = try NameRegisterFile(paths: registers, types: schema.types.map(\.name))
    analysis = try TextAnalysis(lists: schema.lists, modelPath: modelPath)
  }

  /// Counts the bytes that were analyzed.
  var meter: WorkMeter { analysis.meter }

  /// 16 bytes by which what this program reads with this schema and model is told from what others read.
  ///
  /// - Complexity: O(bytes of the schema).
  func maker(version: String) throws(SchemaError) -> [UInt8] {
    var hash = SHA256()
    let sources = try schemaFolder.map { folder throws(SchemaError) in try SchemaSource.files(in: folder) }
    for source in sources ?? SchemaSource.embedded() { hash.update(source.bytes) }
    hash.update(analysis.modelFingerprint)
    for rule in disabledRules.sorted() { hash.update(Array(rule.utf8)) }
    hash.update(register.bytes)
    hash.update(Array(version.utf8))
    return Array(hash.digest().prefix(16))
  }

  /// Words, sentences and their analysis.
  func analyze(_ input: InputDocument) -> Document { analyze(input.document, layout: input.layout) }

  /// The same of several documents, which is quicker for short ones; each gets what it would get by itself.
  func analyze(_ inputs: [InputDocument]) -> [Document] { analysis.analyze(inputs) }

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
  func extractor() -> Extractor {
    Extractor(schema: schema, names: .linked, register: register.names, disabledRules: disabledRules)
  }
}
