/// What kind of entity a name or expression is, as the model labels it.
///
/// The shipped model need not know every label; `Schema/types.ttl` maps each to an entity type.
public enum EntityLabel: UInt8, Sendable, CaseIterable {
  case person, organization, geopoliticalEntity, location, group, event, date, money, percent, quantity, miscellaneous

  /// The label as CoNLL-U's MISC and the model file write it, such as `PERSON`.
  public var name: String {
    switch self {
    case .person: "PERSON"
    case .organization: "ORGANIZATION"
    case .geopoliticalEntity: "GPE"
    case .location: "LOCATION"
    case .group: "GROUP"
    case .event: "EVENT"
    case .date: "DATE"
    case .money: "MONEY"
    case .percent: "PERCENT"
    case .quantity: "QUANTITY"
    case .miscellaneous: "MISC"
    }
  }

  /// The label written as `name`; nil when there is none.
  public init?(name: some StringProtocol) {
    guard let label = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = label
  }
}

/// A BIO-coded entity label of one word, in one byte.
public struct EntityTag: Sendable, Hashable {
  /// 0 outside; otherwise 1 + 2 × label + (1 when inside, 0 when it begins).
  public let code: UInt8

  /// No entity.
  public static let outside = EntityTag(code: 0)
  /// The first word of an entity.
  public static func begin(_ label: EntityLabel) -> EntityTag { EntityTag(code: 1 + 2 * label.rawValue) }
  /// A later word of an entity.
  public static func inside(_ label: EntityLabel) -> EntityTag { EntityTag(code: 2 + 2 * label.rawValue) }

  private init(code: UInt8) { self.code = code }

  /// The label; nil outside entities.
  public var label: EntityLabel? { code == 0 ? nil : EntityLabel(rawValue: (code - 1) / 2) }
  /// Whether the word is the first of its entity.
  public var isBegin: Bool { code != 0 && code % 2 == 1 }
  /// Whether the word continues an entity.
  public var isInside: Bool { code != 0 && code % 2 == 0 }

  /// The tag in IOB2 notation, such as `B-PERSON`; `O` outside.
  public var iobName: String {
    guard let label else { return "O" }
    return (isBegin ? "B-" : "I-") + label.name
  }
}
