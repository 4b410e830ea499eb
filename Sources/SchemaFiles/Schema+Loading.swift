internal import TreePatterns

extension Schema {
  /// The schema linked into the program.
  ///
  /// - Throws: ``SchemaError``; the shipped files have none, as the tests show.
  public static func embedded() throws(SchemaError) -> Schema {
    try Schema(sources: SchemaSource.embedded())
  }

  /// The word lists of ``embedded()`` alone: what the analysis of text needs, in a quarter of the time.
  ///
  /// - Throws: ``SchemaError``, as ``embedded()``.
  public static func embeddedLists() throws(SchemaError) -> [String: [String]] {
    try Schema(sources: SchemaSource.embedded().filter(\.hasWordLists)).lists
  }

  /// The schema of a folder: every `*.ttl` in it and every `grammar/*.rules`, in name order.
  ///
  /// - Throws: ``SchemaError``, the first in the order of files and bytes of each check; nothing is half loaded.
  public static func load(directory: String) throws(SchemaError) -> Schema {
    try Schema(sources: SchemaSource.files(in: directory))
  }

  /// The schema that these files declare together.
  ///
  /// - Complexity: linear in the bytes.
  /// - Throws: ``SchemaError``.
  public init(sources: [SchemaSource]) throws(SchemaError) {
    let turtle = sources.filter { !$0.hasRules }
    var reader = TurtleReader()
    for (index, source) in turtle.enumerated() { try reader.read(source, index: index) }
    let builder = SchemaBuilder(sources: turtle, terms: reader.terms, triples: reader.triples)
    self = try builder.build()
    let rules = sources.filter(\.hasRules).map { RuleSource(name: $0.name, bytes: $0.bytes) }
    do {
      grammar = try RuleParser.grammar(of: rules, vocabulary: ruleVocabulary)
    } catch {
      throw .grammar(error)
    }
  }
}
