extension EntityTag {
  /// The tag that IOB2 notation writes as `name`, such as `B-PERSON` or `O`; nil when there is none.
  public init?(iobName name: some StringProtocol) {
    if name == "O" {
      self = .outside
      return
    }
    guard let label = EntityLabel(name: name.dropFirst(2)) else { return nil }
    if name.hasPrefix("B-") {
      self = .begin(label)
    } else if name.hasPrefix("I-") {
      self = .inside(label)
    } else {
      return nil
    }
  }
}
