internal import GraphModel

/// What entities are elsewhere: their IRIs, the codes of countries, and where places lie. A graph does not keep that;
/// whoever exports it says what is known of a type and a name.
public struct IdentityTable: Sendable {
  /// What one entity is elsewhere.
  public struct Identity: Sendable, Equatable {
    /// IRIs of the same thing: `http://www.wikidata.org/entity/Q183`.
    public var sameAs: [String]
    /// Codes of ISO 3166-1 in capital letters; nil for what is no country there.
    public var alpha2: String?
    public var alpha3: String?
    /// Degrees north and east by WGS 84, as decimal numbers; nil for what lies nowhere.
    public var place: Place?

    public init(sameAs: [String], alpha2: String? = nil, alpha3: String? = nil, place: Place? = nil) {
      self.sameAs = sameAs
      self.alpha2 = alpha2
      self.alpha3 = alpha3
      self.place = place
    }
  }

  /// Where something lies.
  public struct Place: Sendable, Equatable {
    /// `59.9127`.
    public var latitude: String
    public var longitude: String

    public init(latitude: String, longitude: String) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  private struct Key: Hashable {
    var name: String
    var type: String
  }

  private var identities: [Key: Identity] = [:]

  public init() {}

  public var isEmpty: Bool { identities.isEmpty }

  /// Makes known what an entity is elsewhere; of several identities of one the last counts.
  public mutating func add(_ identity: Identity, named name: String, type: String) {
    if identity == Identity(sameAs: []) { return }
    identities[Key(name: name, type: type)] = identity
  }

  /// What an entity is elsewhere; nil when that is not known. Other names do not count: a short one may be of two.
  ///
  /// - Complexity: O(1).
  func identity(of id: EntityID, in graph: some GraphView) -> Identity? {
    identities.isEmpty ? nil : identities[Key(name: graph.name(of: id), type: graph.type(of: id))]
  }
}
