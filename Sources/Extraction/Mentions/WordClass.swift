/// What the lists of the schema say of one word.
struct WordClass: Sendable, Equatable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32

    static let honorific = Flags(rawValue: 1)
    static let maleHonorific = Flags(rawValue: 2)
    static let femaleHonorific = Flags(rawValue: 4)
    static let maleName = Flags(rawValue: 8)
    static let femaleName = Flags(rawValue: 16)
    static let companySuffix = Flags(rawValue: 32)
    static let reportingVerb = Flags(rawValue: 64)
    /// The last word of a title of the schema.
    static let titleHead = Flags(rawValue: 128)
    /// A word that may stand before the head of a title: `foreign`, `deputy`.
    static let titleModifier = Flags(rawValue: 256)
    /// A day or a month: capitalized, yet no name.
    static let calendar = Flags(rawValue: 512)
    /// The last word of the names of organizations: `Post` of `Vistula Post`.
    static let organizationWord = Flags(rawValue: 65536)
    /// An acronym that names nobody: `GDP`.
    static let commonAcronym = Flags(rawValue: 32768)
    /// A noun that measures space: what lies between two capitals there lies between places.
    static let spatial = Flags(rawValue: 1024)
    static let maleNoun = Flags(rawValue: 2048)
    static let femaleNoun = Flags(rawValue: 4096)
    /// A verb of which a capital can be the subject only as a government.
    static let governmentVerb = Flags(rawValue: 8192)
    /// A word before a noun that sets it against what the noun alone would mean: `previous`.
    static let contrasting = Flags(rawValue: 131072)
    /// A verb whose subject is the leader of its object.
    static let leadingVerb = Flags(rawValue: 262144)
    /// A verb of which only somebody is the subject: `intend`.
    static let mindfulVerb = Flags(rawValue: 524288)
    /// A word after a person's name that belongs to it: `Jr.`
    static let nameSuffix = Flags(rawValue: 16384)
  }

  var flags: Flags = []
  /// Position of the type in the schema of which the word is a noun; -1 for none.
  var nounType: Int16 = -1
  /// Position in ``Pronoun/all`` plus one; 0 for no pronoun.
  var pronoun: UInt8 = 0
}
