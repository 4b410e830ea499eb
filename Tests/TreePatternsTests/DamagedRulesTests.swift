import Language
import TestSupport
import Testing

@testable import TreePatterns

/// Files of rules with something left out, doubled or exchanged at random.
@Suite struct DamagedRulesTests {
  private static let text = """
    pass words
    rule title
      find name: tag PROPN|NNP, relation flat|nsubj:pass, not starts sentence
      find role: right before name, head of name, (tag NOUN, type Person or lemma @reportingVerb|"be")
      maybe tail: (first child nsubj of role or last child of role), known PERSON, has child det (before name)
      without other: between role and name, leaves name, ends right before name, same relation as role
      each rest: child of role, (after name or relation case), no previous (followed by space)
      raise name over role leaving compound
      attach rest to name
      retag name as PROPN/NNP
      relabel tail as obj
      example
        1 Founder founder NOUN/NN 4 nsubj
        2 Mark _ PROPN 1 flat B-PERSON
        3 Rutte _ PROPN 2 flat I-PERSON
        4 left leave VERB/VBD 0 root
      gives
        1 Founder founder NOUN/NN 2 compound
        2 Mark _ PROPN 4 nsubj
      counter
        1 Drug drug NOUN/NN 4 nsubj
    pass phrases
    rule member as affiliation
      find body: relation nmod, is named, is Organization, has preposition "of"|@reportingVerb, ends name right before body
      find person: head of body, is Person, not is same as body, starts name right after body
      each other: conjunct of person, no preposition
      state other "be {lemma body} of" body as verb "be of"|noun "member of", at body, in clause of person
      state person "be" "{preposition body}" body known as verb "be {form body}"
      state person is body
      example
        1 Marta _ PROPN 0 root B-PERSON
        2 NATO _ PROPN 1 nmod B-ORGANIZATION
      gives
        Marta | NATO
      counter
        2 NATO _ PROPN 1 obj
    """

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func errorsHaveAPlaceInTheFile(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for round in 0..<250 {
      var words = Self.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      for _ in 0...generator.below(3) {
        let (word, other) = (generator.below(words.count), generator.below(words.count))
        switch generator.below(4) {
        case 0: words.remove(at: word)
        case 1: words.swapAt(word, other)
        case 2: words.insert(words[other], at: word)
        default: words[word] = String(words[word].dropLast())
        }
      }
      let text = words.joined(separator: " ")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      do throws(RuleError) {
        let grammar = try RuleParser.grammar(
          of: [RuleSource(name: "a.rules", bytes: Array(text.utf8))], vocabulary: .small)
        _ = try RuleTrialTests.failures(of: grammar)
      } catch {
        refused += 1
        let place = (error.place ?? "").split(separator: ":").dropFirst().compactMap { Int($0) }
        try #require(place.count == 2, "seed \(seed), round \(round): \(error.place ?? "")\n\(text)")
        #expect(
          lines.indices.contains(place[0] - 1) && 1...lines[place[0] - 1].utf8.count + 1 ~= place[1],
          "seed \(seed), round \(round): \(error.place ?? "") \(error.message)\n\(text)")
      }
    }
    #expect(refused > 50)
  }
}
