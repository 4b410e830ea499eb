import Language
package import SchemaFiles
internal import TreePatterns

/// Turns clauses and noun phrases into events: one subject, one predicate, one object or none each, with roles.
///
/// Clause types follow ClausIE (Del Corro and Gemulla, WWW 2013).
package struct EventFinder: Sendable {
  let lexicon: Lexicon
  let wordings: WordingIndex
  let normalizer: TimeNormalizer
  let types: EntityTypes
  /// The rules over trees: those that state something are run here.
  private(set) var rules: RuleRunner

  /// - Parameter disabledRules: names of rules over trees that are left out.
  package init(schema: Schema, disabledRules: Set<String> = []) {
    lexicon = Lexicon(schema: schema)
    types = EntityTypes(schema: schema)
    wordings = WordingIndex(schema: schema, lexicon: lexicon)
    rules = RuleRunner(
      schema.grammar, vocabulary: schema.ruleVocabulary, typeOfNoun: types.typeOfNoun, disabled: disabledRules)
    normalizer = TimeNormalizer(words: TimeWords(schema: schema))
  }

  /// The events of an analyzed document in text order.
  ///
  /// - Parameter entities: who is who in the document.
  /// - Complexity: O(*n*) in the number of words.
  package func events(in reading: Reading, entities: DocumentEntities) -> [Event] {
    builder(of: reading, entities: entities).sorted()
  }

  /// The rules over noun phrases that state something in an analyzed document, sentence by sentence.
  ///
  /// - Complexity: O(*n*) in the number of words.
  func statingRules(in reading: Reading, entities: DocumentEntities) -> [FittingRule] {
    builder(of: reading, entities: entities).statingRules
  }

  /// The same with other rules over trees.
  func with(_ rules: RuleRunner) -> EventFinder {
    var finder = self
    finder.rules = rules
    return finder
  }

  private func builder(of reading: Reading, entities: DocumentEntities) -> EventBuilder {
    let (document, tree) = (reading.document, reading.tree)
    var list = ClauseFinder(reading, lexicon: lexicon).clauses()
    list.joinIdioms { verb, object in
      document.tokens[object].fineTag == .singularNoun && tree.children(of: object).isEmpty
        && lexicon.verbIdioms.contains(
          "\(document.lemma(of: document.tokens[verb])) \(document.form(of: document.tokens[object]))")
    }
    let quotations = QuotationFinder(
      reading: reading, isOfSpeech: lexicon.reportingVerbs.contains,
      statementNouns: lexicon.statementNouns, utteringVerbs: lexicon.utteringVerbs
    ).quotations {
      lexicon.reportingVerbs.contains($0) || lexicon.effectOnClause(of: $0) == .denies
    }
    let contexts = ContextReader(
      reading: reading, lexicon: lexicon, list: list, quotations: quotations, types: types
    ).contexts()
    let reference = document.metadata.date.flatMap(CalendarDate.init(iso:))
    var builder = EventBuilder(
      reading: reading, lexicon: lexicon, list: list, contexts: contexts, entities: entities,
      namer: PredicateNamer(reading: reading, lexicon: lexicon, wordings: wordings),
      phrases: PhraseReader(reading, lexicon: lexicon),
      times: TimeReader(
        reading: reading, lexicon: lexicon, normalizer: normalizer, reference: reference),
      types: types)
    for index in list.clauses.indices {
      let told = builder.events.count
      switch list.clauses[index].form {
      case .verbal: builder.proposeVerbal(index)
      case .copular: builder.proposeCopular(index)
      }
      builder.markTenure(told, index)
    }
    builder.proposeNominal(by: rules)
    builder.markOffices()
    builder.endPredecessors()
    return builder
  }
}
