internal import Bytes
internal import GraphModel

/// The resources of RDF files, as far as they fit into memory, with what is said of their names and types.
struct ResourceTable {
  /// Something that tells a name or the type of a resource.
  enum Note: UInt8 {
    /// Labels, the best ones first.
    case englishLabel, plainLabel, foreignLabel
    case otherName
    /// The IRI of a class.
    case type
  }

  /// The keys of all terms.
  private(set) var terms = ByteInterner()
  private(set) var notes: [(term: UInt32, note: Note, text: UInt32)] = []
  /// The texts of ``notes``.
  private(set) var texts = ByteInterner()
  /// They keep their numbers as long as this value lives.
  private(set) var predicates = StringInterner()
  private(set) var edges: [(subject: UInt32, predicate: UInt32, object: UInt32)] = []

  var isEmpty: Bool { edges.isEmpty && notes.isEmpty }
  /// Bytes that the resources take, and about what sorting them takes beside that.
  var byteCount: Int {
    terms.byteCount + 8 * terms.count + texts.byteCount + 16 * notes.count + 12 * edges.count
  }

  /// Adds a statement; false when it is about a statement or a relation, which asserts nothing, tells what the schema
  /// knows of an entity, or has an empty name.
  ///
  /// - Throws: when a name is too long.
  mutating func add(_ statement: RDFStatement) throws(ImportProblem) -> Bool {
    if statement.predicate.hasPrefix(RDFVocabulary.property) || RDFVocabulary.reification.contains(statement.predicate)
    {
      return false
    }
    if case .iri(let iri) = statement.subject, RDFVocabulary.descriptions.contains(where: iri.hasPrefix) {
      return false
    }
    if statement.predicate == RDFVocabulary.closeMatch, statement.subject.text.hasPrefix(RDFVocabulary.relation) {
      return false
    }
    if RDFVocabulary.isIdentity(statement.predicate, of: statement.subject.text, statement.object.text) { return false }
    for text in [statement.subject.text, statement.predicate, statement.object.text, statement.object.datatype ?? ""] {
      do { try GraphContent.checkLength(text.utf8.count) } catch { throw ImportProblem(error) }
    }
    if statement.object.text.isEmpty || statement.subject.text.isEmpty || statement.predicate.isEmpty { return false }
    if statement.predicate == RDFVocabulary.type, case .iri(let name) = statement.object {
      if name == RDFVocabulary.statement { return false }
      try add(.type, name, of: statement.subject)
      return true
    }
    if case .literal(let text, _, let language) = statement.object {
      if RDFVocabulary.names.contains(statement.predicate) {
        let isEnglish = language == "en" || language?.hasPrefix("en-") == true
        try add(language == nil ? .plainLabel : isEnglish ? .englishLabel : .foreignLabel, text, of: statement.subject)
        return true
      }
      if RDFVocabulary.otherNames.contains(statement.predicate) {
        try add(.otherName, text, of: statement.subject)
        return true
      }
    }
    let predicate = UInt32(predicates.intern(statement.predicate))
    edges.append((try number(statement.subject), predicate, try number(statement.object)))
    return true
  }

  private mutating func add(_ note: Note, _ text: String, of term: RDFStatement.Term) throws(ImportProblem) {
    notes.append((try number(term), note, try Self.intern(Array(text.utf8), &texts)))
  }

  private mutating func number(_ term: RDFStatement.Term) throws(ImportProblem) -> UInt32 {
    try Self.intern(term.key, &terms)
  }

  private static func intern(_ key: [UInt8], _ interner: inout ByteInterner) throws(ImportProblem) -> UInt32 {
    guard let number = interner.intern(key[...]) else {
      throw ImportProblem("the resources are over 4 GiB long together")
    }
    return UInt32(number)
  }

  /// Forgets all but the predicates.
  mutating func removeResources() {
    terms = ByteInterner()
    texts = ByteInterner()
    notes = []
    edges = []
  }
}
