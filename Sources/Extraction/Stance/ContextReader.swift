import GraphModel
import Language

/// Reads polarity, modality and attribution of every clause, from its own words and from what governs it.
///
/// The distinctions follow MinIE (Gashteovski et al., EMNLP 2017) and FactBank (Saurí and Pustejovsky, 2009).
struct ContextReader: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon
  let list: ClauseList
  let quotations: [Quotation]
  let types: EntityTypes

  /// One context a clause, in the order of the list, in which governors come first.
  func contexts() -> [ClauseContext] {
    var outer: [ClauseContext] = []
    var full: [ClauseContext] = []
    for clause in list.clauses {
      let around = environment(of: clause, outer, full)
      outer.append(around)
      full.append(own(clause, in: around))
    }
    return full
  }

  private func own(_ clause: Clause, in around: ClauseContext) -> ClauseContext {
    var context = around
    for child in tree.children(of: clause.predicate).lazy.map(Int.init) {
      let word = document.tokens[child]
      let lemma = document.lemma(of: word)
      switch word.relation {
      // `nor attended`, where the verb before did not hand its negation on.
      case .coordinator where lemma == "nor":
        context.polarity = .negated
      case .auxiliary:
        if lexicon.possibilityModals.contains(lemma) { context.weaken(to: .possible) }
        if lexicon.obligationModals.contains(lemma) {
          // `must have known` is a guess.
          context.weaken(to: lemma == "must" && hasHave(clause) ? .possible : .obligation)
        }
        // `are to travel`.
        if isStillToBe(child, clause) { context.weaken(to: .expected) }
        if lexicon.futureModals.contains(lemma), isUnderContrary(clause) {
          context.negate()
          context.isContrary = true
        } else if lexicon.futureModals.contains(lemma), !(lemma == "would" && isAfterwards(clause)) {
          context.weaken(to: isCounterfactual(clause, lemma) ? .possible : .expected)
        }
      // `refugees who are to be repatriated`.
      case .passiveAuxiliary where isStillToBe(child, clause): context.weaken(to: .expected)
      case .adverbialModifier, .determiner, .preconjunction:
        if lexicon.negations.contains(lemma) || lexicon.negations.contains(words(of: child)) {
          if isPartly(child) {
            context.weaken(to: .possible)
          } else if !isNotOnly(child), !(lemma == "never" && isComparative(clause)) {
            context.negate()
          }
        } else if lexicon.partialAdverbs.contains(lemma), child > 0,
          ["n't", "not"].contains(document.form(of: document.tokens[child - 1]))
        {
          context.weaken(to: .possible)
        } else if word.relation == .adverbialModifier, child < clause.predicate,
          !lexicon.multiplyingVerbs.contains(document.lemma(of: document.tokens[clause.predicate])),
          lexicon.nearMissAdverbs.contains(lemma) || lexicon.nearMissAdverbs.contains(words(of: child))
            || lexicon.nearMissAdverbs.contains(wordsBefore(child) + lemma)
        {
          context.negate()
        } else if lexicon.possibilityAdverbs.contains(lemma) || lexicon.hedgeAdverbs.contains(lemma) {
          context.weaken(to: .possible)
        } else if word.tag == .adjective, lexicon.effectOnOpenComplement(of: lemma) == .expects {
          context.weaken(to: .expected)
        }
      default: break
      }
    }
    if isHeadlineOfPlan(clause) { context.weaken(to: .planned) }
    // `no bank was willing to fund it`: the governor has the subject's negation already.
    let subject = clause.link == .openComplement && clause.subjectSource == .control ? nil : clause.subject
    for argument in [subject, clause.object, clause.agent] {
      if let argument, isNegated(argument) { context.negate() }
    }
    if isQuestion(clause) || marker(of: clause) == "whether" { context.weaken(to: .possible) }
    if context.isUnderNegation { context.polarity = .affirmed }
    return context
  }

  /// `Merz to visit Kyiv`: in a headline the infinitive alone is what is to come.
  private func isHeadlineOfPlan(_ clause: Clause) -> Bool {
    guard clause.link == .root, clause.subjectSource == .own, tree.child(of: clause.predicate, .auxiliary) == nil,
      tree.child(of: clause.predicate, .passiveAuxiliary) == nil
    else { return false }
    return tree.children(of: clause.predicate, .marker).contains { document.tokens[$0].fineTag == .infinitival }
  }

  /// Whether an auxiliary is that of `are to travel`.
  private func isStillToBe(_ auxiliary: Int, _ clause: Clause) -> Bool {
    document.lemma(of: document.tokens[auxiliary]) == "be"
      && tree.children(of: clause.predicate, .marker).contains {
        $0 > auxiliary && document.tokens[$0].fineTag == .infinitival
      }
  }

  /// `would have saved`: it did not.
  func isCounterfactual(_ clause: Clause, _ modal: String) -> Bool {
    modal == "would" && hasHave(clause)
  }

  /// Whether a condition that did not hold stands beside a clause.
  private func isUnderContrary(_ clause: Clause) -> Bool {
    tree.children(of: clause.predicate, .adverbialClause).contains { condition in
      list.clause(ofPredicate: condition).map(isContrary) ?? false
    }
  }

  /// `would later say`: did.
  private func isAfterwards(_ clause: Clause) -> Bool {
    tree.children(of: clause.predicate, .adverbialModifier).contains {
      lexicon.afterwardsAdverbs.contains(document.form(of: document.tokens[$0]))
    }
  }

  private func hasHave(_ clause: Clause) -> Bool {
    tree.children(of: clause.predicate, .auxiliary).contains { document.form(of: document.tokens[$0]) == "have" }
  }

  /// `has never been stronger`: it is as strong as it gets.
  private func isComparative(_ clause: Clause) -> Bool {
    document.tokens[clause.predicate].fineTag == .comparativeAdjective
  }

  /// `did not only approve`: it did.
  private func isNotOnly(_ token: Int) -> Bool {
    let next = token + 1
    return next < document.tokens.count
      && ["only", "just", "merely", "simply", "until"].contains(document.form(of: document.tokens[next]))
  }

  /// `not entirely clear`: it may be, in part.
  private func isPartly(_ token: Int) -> Bool {
    let next = token + 1
    return next < document.tokens.count && lexicon.partialAdverbs.contains(document.form(of: document.tokens[next]))
  }

  /// The word before an adverb: `all` of `all but`.
  private func wordsBefore(_ token: Int) -> String {
    token > 0 ? document.form(of: document.tokens[token - 1]) + " " : ""
  }

  /// The words of a short adverbial: `no longer`.
  func words(of token: Int) -> String {
    let span = tree.span(of: token)
    guard span.count <= 4 else { return document.form(of: document.tokens[token]) }
    return span.map { document.form(of: document.tokens[$0]) }.joined(separator: " ")
  }

  /// `no resolution`, `nobody`, `none of the allies`.
  func isNegated(_ argument: Int) -> Bool {
    if document.tokens[argument].tag == .pronoun || document.tokens[argument].tag == .noun,
      lexicon.negations.contains(document.form(of: document.tokens[argument]))
    {
      return true
    }
    // `no ally`, `neither ally`, `not every ally`.
    for child in tree.children(of: argument).lazy.map(Int.init) {
      switch document.tokens[child].relation {
      case .determiner, .preconjunction, .adverbialModifier:
        if lexicon.negations.contains(document.form(of: document.tokens[child])) { return !isNotOnly(child) }
        let inner = tree.children(of: child, .adverbialModifier)
        if inner.contains(where: {
          lexicon.negations.contains(document.form(of: document.tokens[$0])) && !isNotOnly($0)
        }) {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether a question word or an auxiliary comes before the subject, or there is none.
  private func isInverted(_ clause: Clause) -> Bool {
    guard clause.subjectSource == .own, let subject = clause.subject else { return true }
    return tree.children(of: clause.predicate).lazy.map(Int.init).contains { child in
      let word = document.tokens[child]
      return child < subject
        && (word.relation == .auxiliary || word.relation == .passiveAuxiliary || word.relation == .copula
          || word.fineTag == .whAdverb || word.fineTag == .whPronoun || word.fineTag == .whDeterminer)
    } || [.whPronoun, .whDeterminer].contains(document.tokens[subject].fineTag)
  }

  private func isQuestion(_ clause: Clause) -> Bool {
    guard clause.link == .root || clause.link == .conjunct, isInverted(clause) else { return false }
    return tree.children(of: clause.predicate, .punctuation).contains {
      document.form(of: document.tokens[$0]) == "?"
    }
  }
}
