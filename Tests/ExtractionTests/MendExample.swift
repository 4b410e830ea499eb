import Testing

@testable import Extraction

/// A hand-parsed sentence in which a mend fires, what it moves, and what keeps it from firing.
struct MendExample: Sendable {
  var mend: Mend
  var block: String
  /// `word>head relation` of all words that the whole repair moves.
  var moved: [String]
  /// Texts of the block with what stands in their place where the mend must do nothing.
  var counters: [(old: String, new: String)]

  static let all: [MendExample] = ofNames + ofWords + ofClauses + ofVerbs

  private static let ofNames = [
    MendExample(
      mend: .name,
      block: """
        Jens _ PROPN 3 nsubj B-PERSON
        Stoltenberg _ PROPN 3 obj I-PERSON
        left leave VERB/VBD 0 root
        """, moved: ["Stoltenberg>Jens flat"], counters: [(" I-PERSON", "")]),
    MendExample(
      mend: .neighbors,
      block: """
        Pål _ PROPN 3 nsubj
        Jonson _ PROPN 3 nsubj
        left leave VERB/VBD 0 root
        """, moved: ["Jonson>Pål flat"], counters: [("Jonson _ PROPN 3 nsubj", "Jonson _ PROPN 3 obj")]),
    MendExample(
      mend: .apposition,
      block: """
        Sybiga _ PROPN 7 nsubj
        , _ PUNCT/, 4 punct
        the _ DET 4 det
        founder _ NOUN/NN 1 conj
        and _ CCONJ 6 cc
        Kallas _ PROPN 1 conj
        left leave VERB/VBD 0 root
        """, moved: ["founder>Sybiga appos"],
      // What is no role, and what no comma parts from the name.
      counters: [("founder", "drug"), (", _ PUNCT/, 4 punct", "& _ CCONJ 4 dep")]),
    MendExample(
      mend: .title,
      block: """
        Founder founder NOUN/NN 4 nsubj
        Mark _ PROPN 1 flat
        Rutte _ PROPN 2 flat
        left leave VERB/VBD 0 root
        """, moved: ["Founder>Mark compound", "Mark>left nsubj"], counters: [("Founder founder", "Drug drug")]),
    MendExample(
      mend: .addressee,
      block: """
        Sánchez _ PROPN 6 vocative B-PERSON
        , _ PUNCT/, 1 punct
        the _ DET 4 det
        founder _ NOUN/NN 6 nsubj
        will _ AUX 6 aux
        raise _ VERB/VB 0 root
        taxes tax NOUN/NNS 6 obj
        """, moved: ["Sánchez>raise nsubj", "founder>Sánchez appos"],
      counters: [("founder", "drug"), (" B-PERSON", "")]),
  ]

  private static let ofWords = [
    MendExample(
      mend: .upTo,
      block: """
        Troops troop NOUN/NNS 2 nsubj
        killed kill VERB/VBD 0 root
        up _ ADV 6 advmod
        to _ ADP 6 case
        15 _ NUM 6 nummod
        fighters fighter NOUN/NNS 2 obl
        """, moved: ["up>15 advmod", "to>up fixed", "fighters>killed obj"], counters: [("up _", "on _")]),
    MendExample(
      mend: .straySubject,
      block: """
        Norway _ PROPN 4 compound
        sent send VERB/VBD 0 root
        four _ NUM 4 nummod
        drones drone NOUN/NNS 2 obj
        """, moved: ["Norway>sent nsubj"], counters: [("four _ NUM 4 nummod", "they _ PRON 2 nsubj")]),
    MendExample(
      mend: .dueTo,
      block: """
        She _ PRON 5 nsubj
        was be AUX/VBD 5 cop
        due _ ADJ 2 amod
        to _ PART/TO 5 mark
        announce _ VERB/VB 0 root
        """, moved: ["was>announce aux", "due>announce advmod"], counters: [("due _ ADJ", "glad _ ADJ")]),
    MendExample(
      mend: .isTo,
      block: """
        They they PRON/PRP 4 nsubj
        are be AUX/VBP 4 cop
        to _ PART/TO 4 mark
        travel _ VERB/VB 0 root
        """, moved: ["are>travel aux"], counters: [("to _ PART/TO 4 mark", "here _ ADV 4 advmod")]),
    MendExample(
      mend: .preposition,
      block: """
        accused accuse VERB/VBN 0 root
        of _ ADP 4 case
        misleading mislead VERB/VBG 1 advcl
        clients client NOUN/NNS 3 obj
        """, moved: ["of>misleading mark"], counters: [("VERB/VBG 1 advcl", "ADJ/JJ 1 advcl")]),
    MendExample(
      mend: .determiner,
      block: """
        reported report VERB/VBD 0 root
        that _ SCONJ 5 mark
        the _ DET 6 det
        firm _ NOUN/NN 5 nsubj
        bribed bribe VERB/VBD 1 ccomp
        officials official NOUN/NNS 5 obj
        """, moved: ["the>firm det"], counters: [("firm _ NOUN/NN 5 nsubj", "badly _ ADV 5 advmod")]),
    MendExample(
      mend: .worth,
      block: """
        They _ PRON 2 nsubj
        signed sign VERB/VBD 0 root
        contract _ NOUN/NN 4 nsubj
        worth _ ADJ 2 xcomp
        millions million NOUN/NNS 4 obj
        with _ ADP 7 case
        ministry _ NOUN/NN 4 obl
        """, moved: ["contract>signed obj", "worth>contract amod", "ministry>signed obl"],
      counters: [("worth _ ADJ", "great _ ADJ")]),
  ]

  private static let ofClauses = [
    MendExample(
      mend: .antecedent,
      block: """
        issues issue NOUN/NNS 0 root
        raised raise VERB/VBN 1 acl
        by _ ADP 4 case
        Spain _ PROPN 2 obl:agent
        , _ PUNCT/, 7 punct
        who _ PRON/WP 7 nsubj
        left leave VERB/VBD 1 acl:relcl
        """, moved: ["left>Spain acl:relcl"],
      counters: [("who _ PRON/WP", "which _ PRON/WDT"), ("issues issue", "founders founder")]),
    MendExample(
      mend: .antecedent,
      block: """
        Members member NOUN/NNS 6 nsubj
        of _ ADP 3 case
        NATO _ PROPN 1 nmod B-ORGANIZATION
        who _ PRON/WP 5 nsubj
        met meet VERB/VBD 3 acl:relcl
        left leave VERB/VBD 0 root
        """, moved: ["met>Members acl:relcl"], counters: [("who _ PRON/WP", "which _ PRON/WDT")]),
    MendExample(
      mend: .subjectOfInfinitive,
      block: """
        need _ NOUN/NN 0 root
        for _ ADP/IN 5 mark
        allies ally NOUN/NNS 1 nmod
        to _ PART/TO 5 mark
        spend _ VERB/VB 1 advcl
        """, moved: ["allies>spend nsubj", "spend>need acl"], counters: [("for _ ADP/IN", "if _ SCONJ/IN")]),
    MendExample(
      mend: .participle,
      block: """
        Allies ally NOUN/NNS 2 nsubj
        convene _ VERB/VBP 0 root
        in _ ADP 4 case
        Brussels _ PROPN 2 obl B-GPE
        , _ PUNCT/, 6 punct
        led lead VERB/VBN 4 acl
        by _ ADP 8 case
        France _ PROPN 6 obl:agent B-GPE
        """, moved: ["led>convene advcl"],
      // Without a comma, and of what is no place, it stays.
      counters: [
        (", _ PUNCT/, 6 punct", "then _ ADV 6 advmod"), ("Brussels _ PROPN 2 obl B-GPE", "talks talk NOUN/NNS 2 obl"),
      ]),
    MendExample(
      mend: .inversion,
      block: """
        Compounding compound VERB/VBG 3 amod
        the _ DET 3 det
        worries worry NOUN/NNS 6 nsubj
        is be AUX/VBZ 6 cop
        a _ DET 6 det
        deal _ NOUN/NN 0 root
        """, moved: ["Compounding>- root", "worries>Compounding obj", "is>Compounding aux", "deal>Compounding nsubj"],
      counters: [("compound VERB/VBG", "_ ADJ/JJ")]),
    MendExample(
      mend: .gerund,
      block: """
        Croatia _ PROPN 2 nsubj
        refused refuse VERB/VBD 0 root
        exporting export VERB/VBG 4 amod
        grain _ NOUN/NN 2 obj
        """, moved: ["exporting>refused xcomp", "grain>exporting obj"], counters: [("refused refuse", "liked like")]),
    MendExample(
      mend: .parenthesis,
      block: """
        The _ DET 2 det
        drug _ NOUN/NN 6 nsubj
        , _ PUNCT/, 5 punct
        the _ DET 5 det
        agency _ NOUN/NN 2 appos
        says say VERB/VBZ 0 root
        , _ PUNCT/, 8 punct
        damages damage VERB/VBZ 6 ccomp
        livers liver NOUN/NNS 8 obj
        """, moved: ["drug>damages nsubj", "agency>says nsubj", "says>damages parataxis", "damages>- root"],
      counters: [("says say", "owns own")]),
  ]

  private static let ofVerbs = [
    MendExample(
      mend: .speaker,
      block: """
        said say VERB/VBD 0 root
        its _ PRON/PRP$ 3 nmod:poss
        founder _ NOUN/NN 1 obj
        , _ PUNCT/, 5 punct
        Lucía _ PROPN 1 nsubj
        """, moved: ["founder>said nsubj", "Lucía>founder appos"], counters: [("founder", "drug")]),
    MendExample(
      mend: .secondSubject,
      block: """
        moons moon NOUN/NNS 2 nsubj
        control _ VERB/VBP 0 root
        tides tide NOUN/NNS 2 nsubj
        """, moved: ["tides>control obj"], counters: [("control _ VERB", "state _ VERB")]),
    MendExample(
      mend: .invertedSpeaker,
      block: """
        Fine _ ADJ 0 root
        , _ PUNCT/, 1 punct
        said say VERB/VBD 1 parataxis
        the _ DET 5 det
        engineer _ NOUN/NN 3 obj
        """, moved: ["engineer>said nsubj"], counters: [("said say", "made make")]),
  ]
}

extension MendExample: CustomTestStringConvertible {
  var testDescription: String { "\(mend)" }
}
