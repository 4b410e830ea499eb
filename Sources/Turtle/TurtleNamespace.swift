/// What a base or a prefix stands for.
package enum TurtleNamespace {
  /// Bytes of it: each name that is written with it repeats them all. Ontologies have up to a hundred.
  package static let longest = 256

  /// What to say of one that is too long.
  package static func complaint(_ length: Int) -> String {
    "expected a base or prefix of at most \(longest) bytes, found \(length)"
  }
}
