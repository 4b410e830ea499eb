import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

@Suite struct OpenFactTests {
  /// One line a fact: `subject | relation | object | further objects`.
  private static func facts(_ block: String, _ style: WordingStyle) throws -> [String] {
    let lexicon = Lexicon(schema: .small)
    var reader = OpenFactReader(Reading(try Document.fixture(block)), lexicon: lexicon, style: style)
    return reader.read().map { ([$0.subject, $0.relation] + $0.objects).joined(separator: " | ") }
  }

  private static let served = """
    He he PRON/PRP 2 nsubj
    served serve VERB/VBD 0 root
    as _ ADP 5 case
    first _ ADJ 5 amod
    minister _ NOUN/NN 2 obl
    of _ ADP 7 case
    Australia _ PROPN 5 nmod
    and _ CCONJ 10 cc
    became become VERB/VBD 2 conj
    justice _ NOUN/NN 9 xcomp
    in _ ADP 12 case
    1903 _ NUM 9 obl
    """

  @Test func aFactForEachPhrase() throws {
    let found = try Self.facts(Self.served, .minimal)
    #expect(
      found == [
        "He | served as | first minister of Australia", "He | served as first minister of | Australia",
        "He | became justice in | 1903", "He | became | justice",
      ])
  }

  @Test func aFactForEachClause() throws {
    let found = try Self.facts(Self.served, .full)
    #expect(
      found == [
        "He | served as | first minister of Australia", "He | became | justice | in 1903",
        "He | became | justice",
      ])
  }

  private static let gave = """
    Kallas _ PROPN 6 nsubj
    , _ PUNCT/, 3 punct
    chief _ NOUN/NN 1 appos
    , _ PUNCT/, 1 punct
    has have AUX 6 aux
    signed sign VERB/VBN 0 root
    deals deal NOUN/NNS 6 obj
    and _ CCONJ 9 cc
    pacts pact NOUN/NNS 7 conj
    with _ ADP 13 case
    Oslo _ PROPN 13 nmod:poss
    's _ PART/POS 11 case
    port _ NOUN/NN 6 obl
    """

  @Test func listsAreSplitAndAppositionsTold() throws {
    let found = try Self.facts(Self.gave, .full)
    #expect(
      found == [
        "Kallas | has signed | deals | with Oslo 's port", "Kallas | has signed | pacts | with Oslo 's port",
        "Kallas | has signed deals with | Oslo 's port", "Kallas | be | chief", "Oslo | has | port",
      ])
  }

  /// What a title, an example and a lone phrase say, members of lists apart.
  @Test func phrasesWithoutAVerbOfTheirOwn() throws {
    let block = """
      President _ NOUN/NN 2 nmod:desc
      Holm _ PROPN 3 nsubj
      works work VERB/VBZ 0 root
      with _ ADP 5 case
      allies ally NOUN/NNS 3 obl
      such _ ADP 8 case
      as _ ADP 6 fixed
      Spain _ PROPN 5 nmod
      and _ CCONJ 10 cc
      Italy _ PROPN 8 conj
      or _ CCONJ 12 cc
      banks bank NOUN/NNS 5 conj
      """
    let found = try Self.facts(block, .full)
    #expect(
      found == [
        "President Holm | works with | allies such as Spain and Italy",
        "President Holm | works with | banks", "Holm | be | President", "allies | such as | Spain",
        "allies | such as | Italy",
      ])
  }

  /// Auxiliaries and agents are shared by coordinated verbs, negation stays, and a relative pronoun gives way to its
  /// noun.
  @Test func verbGroups() throws {
    let block = """
      ships ship NOUN/NNS 7 nsubj:pass
      which _ PRON/WDT 4 nsubj
      never never ADV/RB 4 advmod
      left leave VERB/VBD 1 acl:relcl
      ports port NOUN/NNS 4 obj
      were be AUX 7 aux:pass
      built build VERB/VBN 0 root
      and _ CCONJ 9 cc
      sold sell VERB/VBN 7 conj
      by _ ADP 11 case
      Turkey _ PROPN 9 obl:agent
      """
    let found = try Self.facts(block, .minimal)
    #expect(
      found == [
        "ships | were built by | Turkey", "ships | were sold by | Turkey", "ships | never left | ports",
      ])
  }

  /// What hangs on the noun of a copula is said of its subject; a bare noun between prepositions is part of them.
  @Test func nounsThatPredicateAndNounsThatDoNot() throws {
    let block = """
      Rebecque _ PROPN 4 nsubj
      is be AUX 4 cop
      a _ DET/DT 4 det
      tank _ NOUN/NN 0 root
      founded found VERB/VBN 4 acl
      in _ ADP 7 case
      respect _ NOUN/NN 5 obl
      of _ ADP 9 case
      law _ NOUN/NN 7 nmod
      """
    let found = try Self.facts(block, .minimal)
    #expect(
      found == [
        "Rebecque | is | a tank", "Rebecque | founded in respect of | law",
      ])
  }

  /// Random trees: every word of a fact is a word of its sentence, but for the two implied relations.
  @Test(arguments: 1...20) func wordsComeFromTheSentence(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let relations = [
      "nsubj", "obj", "obl", "nmod", "amod", "conj", "acl", "acl:relcl", "xcomp", "ccomp", "advcl", "appos", "cop",
      "aux", "case", "det", "nmod:poss", "punct", "advmod", "iobj", "obl:agent", "mark",
    ]
    let tags = ["NOUN/NN", "VERB/VBD", "VERB/VBN", "PROPN", "ADJ/JJ", "ADP", "AUX", "PUNCT/,", "PRON/WDT"]
    let rows = (0..<12).map { index in
      let head = index == 0 ? 0 : 1 + random.below(index)
      let relation = index == 0 ? "root" : relations[random.below(relations.count)]
      return "w\(index) _ \(tags[random.below(tags.count)]) \(head) \(relation)"
    }
    for style in WordingStyle.allCases {
      for fact in try Self.facts(rows.joined(separator: "\n"), style) {
        for word in fact.split(separator: " ") where word != "|" {
          #expect(word.hasPrefix("w") || ["be", "has"].contains(word), "\(fact), seed \(seed)")
        }
      }
    }
  }
}
