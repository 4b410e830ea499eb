/// What the schema means by one spelling.
struct NameEntry: Sendable, Equatable {
  enum Use: Sendable, Equatable {
    /// Its canonical name or an alias.
    case name
    /// An adjective of origin: `Ukrainian`.
    case demonym
    /// A noun for its people: `Americans`.
    case people
  }

  /// Position in the schema's names.
  var entity: Int
  var use: Use
}
