import Testing

@testable import Language

@Suite struct LemmaRuleTests {
  @Test(arguments: [
    ("l0:", "The", "the"), ("k0:", "Rutte", "Rutte"), ("t0:", "SPAIN", "Spain"), ("l1:", "allies", "allie"),
    ("l3:y", "Allies", "ally"), ("l3:be", "are", "be"), ("l2:ot", "n’t", "not"), ("k0:", "’s", "'s"),
    ("l2:é", "Cafe", "caé"), ("l1:", "ÉTÉS", "été"),
  ])
  func appliesRules(rule: String, form: String, lemma: String) throws {
    #expect(try #require(LemmaRule(rule)).lemma(of: form) == lemma)
  }

  @Test func neverLeavesNothing() throws {
    #expect(try #require(LemmaRule("l2:")).lemma(of: "As") == "as")
    #expect(try #require(LemmaRule("l9:be")).lemma(of: "As") == "as")
    #expect(try #require(LemmaRule("k1:")).lemma(of: "") == "")
  }

  @Test(arguments: ["", "l", "x1:", "l:", "l-1:a", "l1", "1:a", "l99:"])
  func refusesOtherText(text: String) {
    #expect(LemmaRule(text) == nil)
  }

  @Test(arguments: [
    ("stirr", "stirred", "stir"), ("deterre", "Deterring", "deter"), ("admitte", "admitted", "admit"),
    ("boycott", "boycotted", "boycott"), ("add", "added", "add"), ("tell", "telling", "tell"),
    ("agree", "agreed", "agree"), ("err", "erred", "err"), ("stirr", "stirr", "stirr"), ("press", "pressing", "press"),
  ])
  func verbsLoseTheDoubledLetter(lemma: String, form: String, expected: String) {
    #expect(LemmaRule.undoubled(lemma, form: form) == expected)
  }

  @Test(arguments: [
    ("escalat", "escalating", "escalate"), ("organiz", "organized", "organize"), ("repeat", "repeated", "repeat"),
    ("negotiat", "negotiated", "negotiate"), ("combat", "combating", "combat"), ("chat", "chatted", "chat"),
    ("create", "created", "create"),
  ])
  func verbsGetTheirSilentLetter(lemma: String, form: String, expected: String) {
    #expect(LemmaRule.completed(lemma, form: form) == expected)
  }

  @Test(arguments: [
    ("invad", "invaded", "invade"), ("chaire", "chaired", "chair"), ("admitt", "admitted", "admit"),
    ("call", "called", "call"), ("denie", "denied", "deny"), ("hop", "hoped", "hope"), ("hop", "hopped", "hop"),
    ("acte", "acting", "act"), ("controlled", "controlled", "control"), ("see", "seeing", "see"),
    ("free", "freed", "free"), ("trafficke", "trafficking", "traffic"), ("tinge", "tinged", "tinge"),
    ("ting", "tinged", "ting"), ("see", "sees", "see"), ("occupie", "denies", "deny"),
    ("zorb", "zorbed", nil), ("zorb", "zorbs", nil),
  ])
  func endingsAreUndoneByTheListOfVerbs(lemma: String, form: String, expected: String?) {
    let lexicon = LemmaLexicon(lists: [
      "verb": [
        "act", "admit", "call", "chair", "control", "deny", "free", "hop", "hope", "invade", "see", "ting", "tinge",
        "traffic",
      ]
    ])
    #expect(lexicon.verb(of: form, lemma: lemma) == expected)
    #expect(LemmaLexicon().verb(of: form, lemma: lemma) == nil)
  }

  @Test func irregularFormsAreLookedUp() {
    let lexicon = LemmaLexicon(lists: [
      "irregularVerb": ["withdrew withdraw", "found find", "lying lie"], "irregularNoun": ["feet foot"],
    ])
    #expect(lexicon.lemma(of: "withdrew", .pastVerb) == "withdraw")
    #expect(lexicon.lemma(of: "found", .baseVerb) == nil)
    #expect(lexicon.lemma(of: "lying", .gerund) == "lie")
    #expect(lexicon.lemma(of: "feet", .pluralNoun) == "foot")
    #expect(LemmaLexicon().lemma(of: "withdrew", .pastVerb) == nil)
  }
}
