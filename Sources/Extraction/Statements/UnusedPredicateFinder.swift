import Bytes
import Language
import SchemaFiles

/// Finds the content verbs, role nouns and arguments of a document that no statement accounts for.
struct UnusedPredicateFinder: ReadsDocument {
  let reading: Reading
  let entities: DocumentEntities
  let lexicon: Lexicon
  let wordings: WordingIndex
  let nodes: NodeReader

  /// In text order.
  ///
  /// - Parameter told: the byte ranges of the predicates, ends and adjuncts of the statements.
  /// - Complexity: O(*n*) in the number of words and statements.
  func unused(told: [Range<UInt32>]) -> [UnusedPredicate] {
    let list = ClauseFinder(reading, lexicon: lexicon).clauses()
    let isTold = covered(told)
    var found: [UnusedPredicate] = []
    for (number, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens where !isTold[token] {
        let word = document.tokens[token]
        let reason: UnusedPredicate.Reason? =
          if word.tag == .verb {
            list.clause(ofPredicate: token).map { self.reason($0) } ?? .partOfAnother
          } else if isRole(word), entities.entity(atHead: token).map({ !entities.entities[$0].isNamed }) ?? true {
            .holder
          } else {
            nil
          }
        guard let reason else { continue }
        found.append(UnusedPredicate(sentence: number, bytes: word.start..<word.end, reason: reason))
      }
    }
    for clause in list.clauses where isTold[clause.predicate] {
      for argument in lost(by: clause, isTold) {
        found.append(
          UnusedPredicate(
            sentence: Int(reading.sentenceAt[clause.predicate]), bytes: argument, reason: .lostArgument))
      }
    }
    return found.sorted { ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound) }
  }

  /// The arguments of a clause that are in no statement; times, sources and adverbs of several words are none.
  private func lost(by clause: Clause, _ isTold: [Bool]) -> [Range<UInt32>] {
    let things = [clause.object, clause.indirectObject, clause.agent].compactMap { $0 }.map {
      Clause.Oblique(head: $0, preposition: "", marker: nil)
    }
    return (things + clause.obliques.filter { $0.source == nil && !$0.isIdiom }).filter { argument in
      let word = document.tokens[argument.head]
      return !isTold[argument.head] && word.entity.label != .date
        && !lexicon.timeNouns.contains(document.lemma(of: word))
    }.map { argument in
      let phrase = nodes.phrases.wholeBytes(at: argument.head)
      let start = argument.marker.map { document.tokens[$0].start } ?? phrase.lowerBound
      return min(start, phrase.lowerBound)..<phrase.upperBound
    }
  }

  private func reason(_ clause: Clause) -> UnusedPredicate.Reason {
    guard let subject = clause.subject ?? clause.agent else { return .noSubject }
    let others = [clause.object, clause.isPassive ? clause.agent : nil].compactMap { $0 } + clause.obliques.map(\.head)
    if !clause.complements.isEmpty { return .clause }
    if others.isEmpty { return .noObject }
    if nodes.node(at: subject) == nil || others.allSatisfy({ nodes.node(at: $0) == nil }) { return .pronoun }
    return .partOfAnother
  }

  private func isRole(_ word: Token) -> Bool {
    word.tag == .noun && !wordings.readings(.title, document.lemma(of: word)).isEmpty
  }

  /// By token: whether a range covers it.
  private func covered(_ ranges: [Range<UInt32>]) -> [Bool] {
    var isCovered = [Bool](repeating: false, count: document.tokens.count)
    for range in ranges {
      var token = first(from: range.lowerBound)
      while token < document.tokens.count, document.tokens[token].start < range.upperBound {
        isCovered[token] = true
        token += 1
      }
    }
    return isCovered
  }

  /// The first token that begins at or after `offset`.
  private func first(from offset: UInt32) -> Int {
    document.tokens.indices.first(behind: { document.tokens[$0].start < offset })
  }
}
