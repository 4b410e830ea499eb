import GraphModel

/// What one document says of an entity with a name, as far as other documents care.
struct NamedEntity: Sendable, Equatable {
  /// Number in the document.
  var local: Int
  var name: String
  var type: String
  var isKnown: Bool
  var isTypeCertain: Bool
  var gender: Gender?
  /// How often the document speaks of it.
  var mentions: Int
  var forms: [LocalEntity.Form]
  var titles: [String]
  var aliases: [GraphContent.Alias]
  var standsFor: String?

  /// Nil for an entity without a name, which no other document knows.
  init?(_ entity: LocalEntity, local: Int) {
    guard entity.isNamed && !entity.forms.isEmpty || entity.isKnown else { return nil }
    self.init(
      local: local, name: entity.name, type: entity.type, isKnown: entity.isKnown,
      isTypeCertain: entity.isTypeCertain, gender: entity.gender, mentions: entity.mentions.count,
      forms: entity.forms, titles: entity.titles, aliases: entity.aliases, standsFor: entity.standsFor)
  }

  init(
    local: Int, name: String, type: String, isKnown: Bool, isTypeCertain: Bool, gender: Gender?, mentions: Int,
    forms: [LocalEntity.Form], titles: [String], aliases: [GraphContent.Alias], standsFor: String?
  ) {
    self.local = local
    self.name = name
    self.type = type
    self.isKnown = isKnown
    self.isTypeCertain = isTypeCertain
    self.gender = gender
    self.mentions = mentions
    self.forms = forms
    self.titles = titles
    self.aliases = aliases
    self.standsFor = standsFor
  }
}

extension DocumentEntities {
  /// Those with a name, in order.
  var named: [NamedEntity] {
    entities.enumerated().compactMap { NamedEntity($1, local: $0) }
  }
}
