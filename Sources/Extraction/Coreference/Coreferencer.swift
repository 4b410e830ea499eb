public import Language
public import SchemaFiles

/// Says who is who in one document: finds names, descriptions and pronouns and gathers those of one referent.
public struct Coreferencer: Sendable {
  let lexicon: ReferenceLexicon

  /// Compiles what `schema` knows of names, titles and types; lists that it lacks are empty.
  ///
  /// - Parameter names: what else is known to be called how; nil for nothing.
  public init(schema: Schema, names: NameIndex? = nil) { lexicon = ReferenceLexicon(schema: schema, index: names) }

  /// The mentions and entities of an analyzed document. The result depends on the document and the schema alone.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  public func resolve(_ document: Document) -> DocumentEntities { resolve(Reading(document)) }

  /// The same of a document that is read already.
  package func resolve(_ reading: Reading) -> DocumentEntities {
    let context = MentionContext(reading, lexicon: lexicon)
    var finder = MentionFinder(context)
    var resolver = EntityResolver(finder.find(), context: context)
    return resolver.resolve()
  }
}
