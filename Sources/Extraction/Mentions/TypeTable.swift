import Language
import SchemaFiles

/// The entity types of a schema by what the rules ask of them.
struct TypeTable: Sendable {
  /// Names by position in the schema.
  let names: [String]
  /// By raw value of `EntityLabel`: the type that the model's label means; -1 for none.
  private let byLabel: [Int16]
  /// The types that labels and pronouns distinguish; -1 where the schema has none.
  let person: Int
  let organization: Int
  let geopolitical: Int
  let location: Int
  let group: Int
  let event: Int
  let product: Int
  let company: Int
  let work: Int
  /// What a name gets of which nothing is known, and what a noun gets to which a pronoun refers.
  let unknown: Int
  private let parents: [Int]
  /// Types of amounts and times.
  private let amounts: [Int]

  init(schema: Schema) {
    var names = schema.types.map(\.name)
    var byLabel = [Int16](repeating: -1, count: EntityLabel.allCases.count)
    for (index, type) in schema.types.enumerated() {
      for name in type.modelLabels {
        if let label = EntityLabel(name: name) { byLabel[Int(label.rawValue)] = Int16(index) }
      }
    }
    func find(_ label: EntityLabel, _ name: String) -> Int {
      let labeled = Int(byLabel[Int(label.rawValue)])
      return labeled >= 0 ? labeled : names.firstIndex(of: name) ?? -1
    }
    person = find(.person, "Person")
    organization = find(.organization, "Organization")
    geopolitical = find(.geopoliticalEntity, "GeopoliticalEntity")
    location = find(.location, "Location")
    group = find(.group, "Group")
    event = find(.event, "Event")
    product = names.firstIndex(of: "Product") ?? -1
    company = names.firstIndex(of: "Company") ?? -1
    work = names.firstIndex(of: "Work") ?? -1
    let concept = find(.miscellaneous, EntityTypes.unknown)
    unknown = concept >= 0 ? concept : names.count
    if concept < 0 { names.append(EntityTypes.unknown) }
    parents = schema.types.map { type in names.firstIndex { $0 == type.parent } ?? -1 } + (concept < 0 ? [-1] : [])
    amounts = [find(.date, "Date"), find(.money, "Money"), find(.percent, "Percent"), find(.quantity, "Quantity")]
      .filter { $0 >= 0 }
    self.names = names
    self.byLabel = byLabel
  }

  /// The type that `label` means; nil when it means none, as dates and amounts do for names.
  func type(of label: EntityLabel) -> Int? {
    switch label {
    case .person, .organization, .geopoliticalEntity, .location, .group, .event:
      let type = Int(byLabel[Int(label.rawValue)])
      return type >= 0 ? type : nil
    case .date, .money, .percent, .quantity, .miscellaneous: return nil
    }
  }

  /// Whether `type` is `ancestor` or a kind of it; at most eight levels are climbed.
  func isKind(_ type: Int, of ancestor: Int) -> Bool {
    var type = type
    for _ in 0..<8 where type >= 0 {
      if type == ancestor { return true }
      type = parents[type]
    }
    return false
  }

  /// Whether one of both types is a kind of the other.
  func areRelated(_ one: Int, _ other: Int) -> Bool { isKind(one, of: other) || isKind(other, of: one) }

  /// Whether entities of `type` are somewhere: countries, cities, seas.
  func isPlace(_ type: Int) -> Bool {
    (location >= 0 && isKind(type, of: location)) || (geopolitical >= 0 && isKind(type, of: geopolitical))
  }

  /// Whether an entity of `type` can act as one body: an organization or a country.
  func isBody(_ type: Int) -> Bool {
    (organization >= 0 && isKind(type, of: organization)) || (geopolitical >= 0 && isKind(type, of: geopolitical))
  }

  /// Whether a noun of `type` stands for a thing that can come back: not an amount, not a time.
  func isReferential(_ type: Int) -> Bool { !amounts.contains { isKind(type, of: $0) } }

  func isProduct(_ type: Int) -> Bool { product >= 0 && isKind(type, of: product) }

  func isPerson(_ type: Int) -> Bool { person >= 0 && isKind(type, of: person) }

  func isGroup(_ type: Int) -> Bool { group >= 0 && isKind(type, of: group) }
}
