public import GraphModel

extension Answer {
  /// An entity as a row shows it.
  public struct Entity: Sendable, Hashable {
    public var id: EntityID
    public var name: String
    public var type: String

    public init(id: EntityID, name: String, type: String) {
      self.id = id
      self.name = name
      self.type = type
    }

    /// `#12`, as a statement takes it.
    public var idText: String { "#\(id.rawValue)" }
  }

  /// A statement: an edge with its names.
  public struct Statement: Sendable, Equatable {
    public var edge: Edge
    public var subject: Entity
    /// The words of the predicate and its name in the schema, if any.
    public var predicate: String
    public var relation: String?
    public var object: Entity
    /// Who says so; nil when the text itself does.
    public var attribution: Entity?

    public init(
      edge: Edge, subject: Entity, predicate: String, relation: String?, object: Entity, attribution: Entity?
    ) {
      self.edge = edge
      self.subject = subject
      self.predicate = predicate
      self.relation = relation
      self.object = object
      self.attribution = attribution
    }

    /// `e12`, as `why` takes it.
    public var idText: String { "e\(edge.id.rawValue)" }

    /// `not`, `planned`, `not expected`; nil for a fact.
    public var claimMark: String? {
      let words = [edge.polarity == .negated ? "not" : nil, edge.modality == .certain ? nil : edge.modality.name]
      let mark = words.compactMap { $0 }.joined(separator: " ")
      return mark.isEmpty ? nil : mark
    }
  }

  public struct Neighbors: Sendable, Equatable {
    /// One relation in one direction.
    public struct Group: Sendable, Equatable {
      public var predicate: String
      public var relation: String?
      /// True when the edges run towards the entity asked about.
      public var isIncoming: Bool
      /// How many edges, shown or not.
      public var total: Int
      public var rows: [Row]
    }

    public struct Row: Sendable, Equatable {
      public var statement: Statement
      /// The far end.
      public var neighbor: Entity
      /// Edges between the entity asked about and the neighbor, from 1.
      public var depth: Int
    }

    public var entity: Entity
    /// Largest total first.
    public var groups: [Group]
    /// Number of edges in all groups.
    public var total: Int
  }

  public struct Paths: Sendable, Equatable {
    public struct Step: Sendable, Equatable {
      public var statement: Statement
      /// True when the path walks the edge from object to subject.
      public var isBackward: Bool
      /// The entity that the step reaches.
      public var reached: Entity
    }

    public struct Path: Sendable, Equatable {
      public var steps: [Step]
    }

    public var start: Entity
    public var end: Entity
    /// Shortest first, ties by the edge ids.
    public var paths: [Path]
  }

  public struct Facts: Sendable, Equatable {
    public var entity: Entity
    public var aliases: [GraphContent.Alias]
    /// Those with the entity as subject first, then as object; best supported first.
    public var rows: [Statement]
    public var total: Int
  }

  /// An entity that a search met or a name may mean.
  public struct Candidate: Sendable, Equatable {
    public var entity: Entity
    public var degree: Int
    /// The alias that matched, or else the most telling one; nil without aliases.
    public var alias: String?
  }

  public struct Found: Sendable, Equatable {
    public var text: String
    public var rows: [Candidate]
  }

  public struct Ambiguity: Sendable, Equatable {
    /// The name and where it stands in the statement.
    public var reference: EntityReference
    /// Highest degree first.
    public var candidates: [Candidate]
  }

  /// What an entity is called, and why these names are one entity.
  public struct Identity: Sendable, Equatable {
    public struct Name: Sendable, Equatable {
      /// As written, or the canonical name.
      public var text: String
      /// The rule that took it for a name of the entity; nil for the canonical name, and for words that only refer to it in
      /// their place, such as pronouns.
      public var rule: String?
      /// How many pieces of evidence have these words for the entity.
      public var uses: Int
      /// The first of them; nil when no statement has the words.
      public var proof: Proof?
    }

    public struct Proof: Sendable, Equatable {
      public var document: String
      /// Number of the sentence in its document, from 1.
      public var sentenceNumber: Int
      public var sentence: String
    }

    public var entity: Entity
    /// The canonical name, other names by rule, then words that refer to the entity in their place, most used first.
    public var names: [Name]
  }

  public struct Explanation: Sendable, Equatable {
    public struct Proof: Sendable, Equatable {
      /// The document's own id.
      public var document: String
      public var title: String?
      public var date: String?
      public var source: String?
      /// Number of the sentence in its document, from 1.
      public var sentenceNumber: Int
      public var sentence: String
      /// Byte ranges in the document's text: of the sentence, and of the parts of the statement.
      public var sentenceRange: Range<UInt32>
      public var subjectRange: Range<UInt32>
      public var predicateRange: Range<UInt32>
      public var objectRange: Range<UInt32>
      public var rules: [String]
      /// Hundredths.
      public var confidence: UInt8
      public var time: String?
      public var place: String?
      public var quantity: String?
    }

    public var statement: Statement
    public var proofs: [Proof]
  }

  public struct Timeline: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
      /// ISO 8601.
      public var date: String
      public var statement: Statement
      /// Pieces of evidence of that date.
      public var support: Int
    }

    public var entity: Entity
    /// Earliest first.
    public var rows: [Row]
    public var total: Int
  }

  public struct TypeRow: Sendable, Equatable {
    public var name: String
    public var entities: Int
  }

  public struct RelationRow: Sendable, Equatable {
    public var predicate: String
    public var relation: String?
    public var inverse: String?
    public var isSymmetric: Bool
    /// Edges that are facts, and the others.
    public var facts: Int
    public var claims: Int
  }

  public struct Statistics: Sendable, Equatable {
    public var entities: Int
    public var predicates: Int
    public var edges: Int
    /// Edges that are not facts.
    public var claims: Int
    public var documents: Int
    public var evidence: Int
    /// The entities with the most edges.
    public var hubs: [Candidate]
    /// The most frequent relations.
    public var relations: [RelationRow]
  }
}
