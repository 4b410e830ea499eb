import SchemaFiles
import Testing

@testable import Extraction

/// What rules ask of frames, and the participles of verbs.
@Suite struct FrameLexiconTests {
  private static let lexicon = Result { Lexicon(schema: try Schema.embedded()) }

  @Test(arguments: [
    ("arrest", "arrested"), ("kill", "killed"), ("ban", "banned"), ("stab", "stabbed"), ("execute", "executed"),
    ("deny", "denied"), ("deploy", "deployed"), ("admit", "admitted"), ("visit", "visited"), ("offer", "offered"),
    ("free", "freed"), ("tax", "taxed"), ("bail out", "bailed out"), ("take", "taken"), ("break up", "broken up"),
    ("run", "run"), ("hit", "hit"), ("sing", "sung"), ("win", "won"), ("shoot", "shot"), ("undergo", "undergone"),
    ("bear", "born"), ("acquit", "acquitted"), ("overthrow", "overthrown"), ("kidnap", "kidnapped"), ("raid", "raided"),
  ]) func participle(_ verb: String, _ expected: String) throws {
    #expect(try Self.lexicon.get().participles.participle(of: verb) == expected)
  }

  @Test func prepositionsTellWhichFrameANounIsOf() throws {
    let frames = try Self.lexicon.get().frames
    func name(_ noun: String, _ prepositions: String...) -> String? {
      frames.frame(ofNoun: noun, with: prepositions).map { frames.table.frames[$0].name }
    }
    #expect(name("strike", "on") == "strike")
    #expect(name("strike", "over") == "strike.work")
    #expect(name("strike") == "strike")
    #expect(name("table", "on") == nil)
    #expect(frames.verb(ofNoun: "ownership") == "own" && frames.verb(ofNoun: "fact") == nil)
  }

  @Test func framesTellWhatStandsAlone() throws {
    let frames = try Self.lexicon.get().frames
    #expect(["resign", "fall", "die", "step down", "frobnicate"].allSatisfy(frames.canStandAlone))
    #expect(["arrest", "depend", "consist", "put"].allSatisfy { !frames.canStandAlone($0) })
    #expect(frames.isSymmetric("meet") && !frames.isSymmetric("attack"))
  }

  @Test func nounsWordRolesByTheirOwnPrepositions() throws {
    let frames = try Self.lexicon.get().frames
    let attack = try #require(frames.frame(ofNoun: "attack", with: ["on"]))
    #expect(frames.isObject("on", of: attack) && !frames.isObject("of", of: attack))
    let withdrawal = try #require(frames.frame(ofNoun: "withdrawal", with: ["of", "from"]))
    #expect(frames.isSubjectBehindOf(withdrawal) && frames.isRole("from", of: withdrawal))
    #expect(!frames.isSubjectBehindOf(attack) && frames.has(.object, attack))
  }

  @Test func effectsFollowFromFramesAndLists() throws {
    let lexicon = try Self.lexicon.get()
    #expect(lexicon.effectOnOpenComplement(of: "refuse") == .negates && lexicon.effectOnClause(of: "say") == .reports)
    #expect(lexicon.effectOnOpenComplement(of: "accuse of") == .reports && lexicon.nounEffect(of: "fear") == .fears)
    #expect(lexicon.effectOnOpenComplement(of: "agree") == .plans && lexicon.effectOnClause(of: "agree") == .reports)
    #expect(lexicon.effectOnObject(of: "announce") == .plans && lexicon.effectOnModified(of: "impending") == .expects)
    #expect(lexicon.effectOnObject(of: "sell") == nil && lexicon.effectOnModified(of: "large") == nil)
  }
}
