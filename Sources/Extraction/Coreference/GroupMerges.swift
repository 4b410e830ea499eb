/// Which groups of names are other names of which, and by what rule.
struct GroupMerges {
  private(set) var targets: [Int: Int] = [:]
  private(set) var rules: [Int: String] = [:]
  /// Groups whose mentions may belong to one of several people, with these.
  var ambiguous: [Int: [Int]] = [:]

  /// The group into which `group` goes in the end; itself when it is merged into none.
  func root(of group: Int) -> Int {
    var group = group
    while let next = targets[group] { group = next }
    return group
  }

  /// Merges `group` into `target` unless they are already one.
  mutating func merge(_ group: Int, into target: Int, rule: String) {
    let from = root(of: group)
    let to = root(of: target)
    guard from != to else { return }
    targets[from] = to
    rules[from] = rule
  }
}
