/// Which node of all documents something is.
enum NodeIdentity: Hashable, Sendable {
  /// By its number in the catalog of names.
  case named(Int)
  /// By its number among the descriptions.
  case phrase(Int)
  case nothing
}

/// A set of nodes, a bit each.
struct UsedNodes: Sendable {
  private var named: [UInt64] = []
  private var phrases: [UInt64] = []

  mutating func insert(_ node: NodeIdentity) {
    switch node {
    case .named(let number): Self.insert(number, &named)
    case .phrase(let number): Self.insert(number, &phrases)
    case .nothing: break
    }
  }

  func contains(_ node: NodeIdentity) -> Bool {
    switch node {
    case .named(let number): number / 64 < named.count && named[number / 64] >> UInt64(number % 64) & 1 == 1
    case .phrase(let number): number / 64 < phrases.count && phrases[number / 64] >> UInt64(number % 64) & 1 == 1
    case .nothing: true
    }
  }

  private static func insert(_ number: Int, _ words: inout [UInt64]) {
    while words.count <= number / 64 { words.append(0) }
    words[number / 64] |= 1 << UInt64(number % 64)
  }
}
