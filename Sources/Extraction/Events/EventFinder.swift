package import Language
package import SchemaFiles

/// Turns clauses and noun phrases into events: one subject, one predicate, one object or none each, with roles.
///
/// Clause types follow ClausIE (Del Corro and Gemulla, WWW 2013).
package struct EventFinder: Sendable {
  let lexicon: Lexicon
  let wordings: WordingIndex
  let normalizer: TimeNormalizer
  let types: EntityTypes

  package init(schema: Schema) {
    lexicon = Lexicon(schema: schema)
    types = EntityTypes(schema: schema)
    wordings = WordingIndex(schema: schema, lexicon: lexicon)
    normalizer = TimeNormalizer(words: TimeWords(schema: schema))
  }

  /// The events of an analyzed document in text order.
  ///
  /// - Parameter entities: who is who in the document.
  /// - Complexity: O(*n*) in the number of words.
  package func events(in document: Document, entities: DocumentEntities) -> [Event] {
    let tree = DependencyTree(document)
    var list = ClauseFinder(document: document, tree: tree, lexicon: lexicon).clauses()
    list.joinIdioms { verb, object in
      document.tokens[object].fineTag == .singularNoun && tree.children(of: object).isEmpty
        && lexicon.verbIdioms.contains(
          "\(document.lemma(of: document.tokens[verb])) \(document.form(of: document.tokens[object]))")
    }
    let quotations = QuotationFinder(document: document, tree: tree, lexicon: lexicon).quotations()
    let contexts = ContextReader(
      document: document, tree: tree, lexicon: lexicon, list: list, quotations: quotations, types: types
    ).contexts()
    let reference = document.metadata.date.flatMap(CalendarDate.init(iso:))
    var builder = EventBuilder(
      document: document, tree: tree, lexicon: lexicon, list: list, contexts: contexts, entities: entities,
      namer: PredicateNamer(document: document, tree: tree, lexicon: lexicon, wordings: wordings),
      phrases: PhraseReader(document: document, tree: tree, lexicon: lexicon),
      times: TimeReader(
        document: document, tree: tree, lexicon: lexicon, normalizer: normalizer, reference: reference),
      types: types)
    for index in list.clauses.indices {
      switch list.clauses[index].form {
      case .verbal: builder.proposeVerbal(index)
      case .copular: builder.proposeCopular(index)
      }
    }
    builder.proposeNominal()
    return builder.sorted()
  }
}
