import Language
import SchemaFiles
import Testing

@testable import Extraction

@Suite struct KnownKindsTests {
  private static func referents(_ text: String) throws -> Referents {
    var schema = Schema.world
    for (type, kinds) in [
      "Person": ["female", "male", "surname"], "Organization": ["agency", "company"],
      "GeopoliticalEntity": ["city", "region"],
    ] {
      for index in schema.types.indices where schema.types[index].name == type { schema.types[index].nameKinds = kinds }
    }
    return try Referents(text, schema: schema, names: .linked)
  }

  @Test func aCompanyIsNoPersonWhateverTheLabel() throws {
    let text = try Self.referents(
      """
      Ryanair/PROPN/2/nsubj/B-PERSON left=leave/VERB/0/root Ouagadougou/PROPN/2/obj/B-PERSON
      Zorblax/PROPN/2/nsubj/B-PERSON left=leave/VERB/0/root
      """)
    #expect(text.name("Ryanair") == "Ryanair: Organization")
    #expect(text.name("Zorblax") == "Zorblax: Person")
  }

  @Test func whatMayBeAnybodyIsWhatTheTextSays() throws {
    let text = try Self.referents("Ford/PROPN/2/nsubj/B-PERSON left=leave/VERB/0/root")
    #expect(text.name("Ford") == "Ford: Person")
  }

  @Test func givenNamesTellHeFromShe() throws {
    let text = try Self.referents(
      """
      Amira/PROPN/3/nsubj/B-PERSON Haddad/PROPN/1/flat/I-PERSON met=meet/VERB/0/root Ole/PROPN/3/obj/B-PERSON Berg/PROPN/4/flat/I-PERSON
      He/PRON/2/nsubj left=leave/VERB/0/root her/PRON/2/obj
      """)
    #expect(text.name("He") == "Ole Berg: Person")
    #expect(text.name("her") == "Amira Haddad: Person")
  }
}
