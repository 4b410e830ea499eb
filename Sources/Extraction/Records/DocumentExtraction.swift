import GraphModel
public import Language

/// What one document says: its own entities and statements, without its tokens; small enough to keep for a whole batch.
public struct DocumentExtraction: Sendable, Equatable {
  public var metadata: Document.Metadata
  /// The text, valid UTF-8.
  public var source: [UInt8]
  /// Byte ranges of the sentences.
  public var sentences: [Range<UInt32>]
  /// Its entities that have a name.
  var names: [NamedEntity]
  var events: [LocalEvent]
  var links: [LocalLink] = []
  var wordings: Set<OtherWording> = []
}

/// Another description of a node, with names in it: `long-term U.S. commitment to NATO`.
struct OtherWording: Sendable, Hashable {
  /// Of the node.
  var key: String
  var name: String
}

/// What an argument stands for, within its document.
enum NodeReference: Sendable, Hashable {
  /// A named entity, by its number in the document.
  case entity(Int)
  /// A thing known by its description: the words, the key under which equal descriptions meet, its type, and the office
  /// that it names.
  case phrase(name: String, key: String, type: String, office: Office?)

  /// Who is meant by the schema; nil for what names no office of a known leader.
  var leader: KnownLeader? {
    if case .phrase(_, _, _, let office) = self { office?.leader } else { nil }
  }
}

/// An office that one person holds at a time: `the NATO chief`.
struct Office: Sendable, Hashable {
  /// Number in the document of the named entity whose office it is.
  var owner: Int
  /// Lower case, the last word as lemma: `secretary general`.
  var title: String
  /// Who holds it by the schema when the document is written; nil where the schema does not know.
  var leader: KnownLeader?
}

/// Somebody whom the document does not name.
struct KnownLeader: Sendable, Hashable {
  /// Number in the document, behind those of its own entities.
  var local: Int
  /// The rule that tells it.
  var rule: String
}

/// An event whose arguments are nodes.
struct LocalEvent: Sendable, Equatable {
  /// Somebody or something beside subject and object.
  struct Role: Sendable, Equatable {
    var name: String
    var filler: NodeReference
    var keys: [WordingKey]
    var includesObject: Bool
    /// Byte ranges of the predicate with the preposition, and of the filler.
    var predicateBytes: Range<UInt32>
    var bytes: Range<UInt32>
    var quantity: String?
  }

  var subject: NodeReference
  var predicate: PredicatePhrase
  var object: NodeReference?
  var roles: [Role]
  /// Whether the object is what happens: concern of `express concern over`.
  var isLight: Bool
  var attribution: NodeReference?
  var office: String?
  var adjuncts: [Range<UInt32>]
  var polarity: Polarity
  var modality: Modality
  var sentence: Int
  var subjectBytes: Range<UInt32>
  /// Of the object; empty behind the predicate where there is none.
  var objectBytes: Range<UInt32>
  var rules: [String]
  var confidence: Int
  var time: String?
  var place: String?
  /// What the object states.
  var quantity: String?

  /// The nodes of which it tells, and who tells it.
  var references: [NodeReference] {
    [subject, object, attribution].compactMap { $0 } + roles.map(\.filler)
  }
}
