internal import TreePatterns

extension Schema {
  /// The schema linked into the program.
  ///
  /// - Throws: ``SchemaError``; the shipped files have none, as the tests show.
  public static func embedded() throws(SchemaError) -> Schema {
    try Schema(sources: SchemaSource.embedded())
  }

  /// ``embedded()`` without what known entities are elsewhere, which nobody asks who reads a text.
  ///
  /// - Throws: ``SchemaError``, as ``embedded()``.
  public static func embeddedForTexts() throws(SchemaError) -> Schema {
    try Schema(sources: SchemaSource.embedded().filter(\.isForTexts))
  }

  /// The known entities of ``embedded()`` alone, without those who lead them.
  ///
  /// - Throws: ``SchemaError``, as ``embedded()``.
  public static func embeddedNames() throws(SchemaError) -> [KnownEntity] {
    try Schema(sources: SchemaSource.embedded().filter(\.hasNames)).names
  }

  /// The word lists of ``embedded()`` alone: what the analysis of text needs, in a quarter of the time.
  ///
  /// - Throws: ``SchemaError``, as ``embedded()``.
  public static func embeddedLists() throws(SchemaError) -> [String: [String]] {
    try Schema(sources: SchemaSource.embedded().filter(\.hasWordLists)).lists
  }

  /// The schema of a folder: every `*.ttl` in it, every `frames/*.frames` and every `grammar/*.rules`, in name order.
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
    var reader = TurtleReader()
    var frames = FrameReader()
    for (index, source) in sources.enumerated() where !source.hasRules {
      if source.hasFrames {
        try frames.read(source, index: index)
      } else {
        try reader.read(source, index: index)
      }
    }
    let builder = SchemaBuilder(sources: sources, terms: reader.terms, triples: reader.triples)
    self = try builder.build()
    self.frames = frames.finish()
    try FrameChecks(sources: sources, table: self.frames, places: frames.places, relations: relations).check()
    let rules = sources.filter(\.hasRules).map { RuleSource(name: $0.name, bytes: $0.bytes) }
    do {
      grammar = try RuleParser.grammar(of: rules, vocabulary: ruleVocabulary)
    } catch {
      throw .grammar(error)
    }
  }
}
