internal import GraphModel

/// How types and relations are called in FollowTheMoney, the data model of Aleph and OpenSanctions.
///
/// Source: https://followthemoney.tech/explorer/
enum FollowTheMoneySchema {
  /// By name of a type; others have no schema.
  private static let entities: [String: String] = [
    "Person": "Person", "Organization": "Organization", "InternationalOrganization": "Organization",
    "Company": "Company", "PoliticalParty": "Organization", "NewsMedium": "Organization", "Team": "Organization",
    "MilitaryForce": "Organization", "GeopoliticalEntity": "PublicBody", "Group": "LegalEntity",
    "Location": "Address", "Event": "Event", "Vehicle": "Vehicle", "Vessel": "Vessel", "Product": "Asset",
    "Role": "Position",
  ]

  /// The schema of a type; nil for what is nothing there.
  static func schema(ofType type: String) -> String? { entities[type] }

  /// A relation between two entities: its schema, and the properties that name them.
  struct Relation: Sendable {
    var schema: String
    var source: String
    var target: String
    /// Whether the subject of the statement is ``target``.
    var isTurned = false
    /// What the property `role` or `relationship` is called.
    var role = "role"
    private var sources: Set<String>
    private var targets: Set<String>

    init(
      _ schema: String, _ source: String, _ sources: Set<String>, _ target: String, _ targets: Set<String>,
      isTurned: Bool = false, role: String = "role"
    ) {
      (self.schema, self.source, self.target) = (schema, source, target)
      (self.sources, self.targets) = (sources, targets)
      (self.isTurned, self.role) = (isTurned, role)
    }

    /// Whether entities of these schemata may stand there.
    fileprivate func fits(subject: String, object: String) -> Bool {
      sources.contains(isTurned ? object : subject) && targets.contains(isTurned ? subject : object)
    }
  }

  private static let organizations: Set<String> = ["Organization", "Company", "PublicBody"]
  private static let legal: Set<String> = organizations.union(["Person", "LegalEntity"])
  private static let assets: Set<String> = ["Company", "Asset", "Vehicle", "Vessel"]

  private static let membership = Relation("Membership", "member", legal, "organization", organizations)
  private static let employment = Relation("Employment", "employee", ["Person"], "employer", organizations)
  private static let ownership = Relation("Ownership", "owner", legal, "asset", assets)
  private static let owned = Relation("Ownership", "owner", legal, "asset", assets, isTurned: true)
  private static let family = Relation(
    "Family", "person", ["Person"], "relative", ["Person"], role: "relationship")
  private static let succession = Relation(
    "Succession", "predecessor", legal, "successor", legal, isTurned: true)

  /// By name of a relation of the schema.
  private static let relations: [String: Relation] = [
    "leads": Relation("Directorship", "director", legal, "organization", organizations),
    "holdsOfficeIn": Relation("Directorship", "director", legal, "organization", organizations),
    "worksFor": employment, "memberOf": membership, "takesPartIn": membership, "owns": ownership,
    "acquires": ownership, "controls": ownership, "ownedBy": owned, "subsidiaryOf": owned, "spouseOf": family,
    "parentOf": family, "childOf": family, "siblingOf": family, "succeeds": succession,
    "represents": Relation("Representation", "agent", legal, "client", legal),
  ]

  /// What takes every relation between two things.
  static let unknown = Relation("UnknownLink", "subject", [], "object", [])

  /// The relation between entities of these schemata: one of its own, or else ``unknown``.
  static func relation(_ name: String?, subject: String, object: String) -> Relation {
    guard let relation = name.flatMap({ relations[$0] }), relation.fits(subject: subject, object: object) else {
      return unknown
    }
    return relation
  }
}
