internal import SchemaFiles

/// What the schema knows of names.
enum KnownNames {
  /// The names of the entities that are called `name`, in any case, the usual one first, without `name` itself, then
  /// the name without a title before it; none for a name that the schema does not have.
  ///
  /// - Complexity: O(names of the schema); reading it takes some milliseconds once.
  @Sendable static func others(of name: String) -> [String] {
    let wanted = name.lowercased()
    return entities.filter { $0.contains { $0.lowercased() == wanted } }
      .flatMap { $0 }.filter { $0.lowercased() != wanted } + [KnownWordings.name(behindTitleOf: name)].compactMap { $0 }
  }

  /// The names of each entity of the schema.
  private static let entities: [[String]] = {
    let names = (try? Schema.embeddedNames()) ?? []
    return names.map { [$0.name] + $0.aliases }
  }()
}
