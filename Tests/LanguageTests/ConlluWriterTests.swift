import Language
import TestSupport
import Testing

struct ConlluWriterTests {
  private static let text = """
    # newdoc id = brussels
    # newpar
    # sent_id = brussels-1
    # text = Rutte doesn't lead (yet).
    1\tRutte\tRutte\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=B-PERSON|TokenRange=0:5
    2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=6:13
    2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux\t_\tTokenRange=6:10
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tTokenRange=10:13
    4\tlead\tlead\tVERB\tVB\t_\t0\troot\t_\tTokenRange=14:18
    5\t(\t(\tPUNCT\t-LRB-\t_\t6\tpunct\t_\tSpaceAfter=No|TokenRange=19:20
    6\tyet\tyet\tADV\tRB\t_\t4\tadvmod\t_\tSpaceAfter=No|TokenRange=20:23
    7\t)\t)\tPUNCT\t-RRB-\t_\t6\tpunct\t_\tSpaceAfter=No|TokenRange=23:24
    8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tTokenRange=24:25

    # newpar
    # sent_id = brussels-2
    # text = NATO's
    1-2\tNATO's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=27:33
    1\tNATO\tNATO\tPROPN\tNNP\t_\t0\troot\t_\tEntity=B-ORGANIZATION|TokenRange=27:31
    2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=I-ORGANIZATION|TokenRange=31:33


    """

  @Test func writesWhatItReads() throws {
    let documents = try ConlluReader().read(Array(Self.text.utf8), name: "x")
    let written = ConlluWriter().write(try #require(documents.first))
    #expect(String(decoding: written, as: UTF8.self) == Self.text)
  }

  @Test func whatNoModelHasFilledIsLeftOpen() {
    var document = Document(metadata: Document.Metadata(id: "a\tb"), source: Array("Don't\n\nstop".utf8))
    Tokenizer(lexicon: .fixture).tokenize(&document)
    #expect(
      String(decoding: ConlluWriter().write(document), as: UTF8.self) == """
        # newdoc id = a b
        # newpar
        # sent_id = a b-1
        # text = Don't
        1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:5
        1\tDo\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:2
        2\tn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=2:5

        # newpar
        # sent_id = a b-2
        # text = stop
        1\tstop\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=7:11


        """)
  }

  /// Trees, tags and labels drawn at random survive being written and read.
  @Test(arguments: UInt64(1)...30)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var builder = DocumentBuilder(metadata: Document.Metadata(id: "seed \(seed)"))
    for _ in 0..<1 + random.below(4) {
      let count = 1 + random.below(9)
      var words: [DocumentBuilder.Word] = []
      for index in 0..<count {
        let surfaces = ["a", "_", "#", "é", "北约", "don", "|", "1-2", "'s"]
        var word = DocumentBuilder.Word(surface: surfaces[random.below(surfaces.count)], lemma: "l\(random.below(3))")
        word.tag = UniversalTag.allCases[random.below(UniversalTag.allCases.count)]
        word.fineTag = PennTag.allCases[random.below(PennTag.allCases.count)]
        word.head = random.below(count + 1)
        word.relation = word.head == 0 ? .root : DependencyRelation.allCases[random.below(40)]
        word.entity = EntityTag(iobName: ["O", "B-PERSON", "I-DATE"][random.below(3)]) ?? .outside
        if random.chance(60) { word.flags.insert(.spaceAfter) }
        if random.chance(30), index > 0, !words[index - 1].flags.contains(.spaceAfter) {
          word.flags.insert(.joinsPrevious)
        }
        words.append(word)
      }
      builder.append(words, opensParagraph: random.chance(30))
    }
    let document = builder.finish()
    let read = try #require(try ConlluReader().read(ConlluWriter().write(document), name: "x").first)
    #expect(read.tokens == document.tokens, "seed \(seed)")
    #expect(read.sentences == document.sentences, "seed \(seed)")
    #expect(read.source == document.source, "seed \(seed)")
    #expect(read.strings == document.strings, "seed \(seed)")
    #expect(read.metadata == document.metadata, "seed \(seed)")
  }
}
