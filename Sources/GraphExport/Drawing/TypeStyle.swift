/// How a node of a type is drawn: a light color after the palette of Okabe and Ito, which color-blind readers can tell
/// apart, and a shape, so that a gray print still shows the type.
struct TypeStyle {
  var color: String
  var shape: String

  /// Whether most of the shape has room for letters.
  var isRoomy: Bool { ["ellipse", "box", "note", "folder", "component"].contains(shape) }

  private static let known: [String: TypeStyle] = [
    "Person": TypeStyle(color: "#9FD4F3", shape: "ellipse"),
    // Bodies of people are boxes.
    "Organization": TypeStyle(color: "#F5C971", shape: "box"),
    "Company": TypeStyle(color: "#F5C971", shape: "component"),
    "InternationalOrganization": TypeStyle(color: "#CFCFEF", shape: "folder"),
    "PoliticalParty": TypeStyle(color: "#F3A8A8", shape: "box"),
    "MilitaryForce": TypeStyle(color: "#BFC59A", shape: "box"),
    "NewsMedium": TypeStyle(color: "#F4EE9B", shape: "folder"),
    "Team": TypeStyle(color: "#E6B9D3", shape: "component"),
    "Group": TypeStyle(color: "#E6B9D3", shape: "octagon"),
    "GeopoliticalEntity": TypeStyle(color: "#8FD3BC", shape: "hexagon"),
    "Location": TypeStyle(color: "#C5E3A6", shape: "house"),
    "Event": TypeStyle(color: "#F0A98A", shape: "diamond"),
    "Role": TypeStyle(color: "#F4EE9B", shape: "parallelogram"),
    // Things are pages.
    "Concept": TypeStyle(color: "#DDDDDD", shape: "note"),
    "Law": TypeStyle(color: "#B9C9E8", shape: "note"),
    "Work": TypeStyle(color: "#E8D5B9", shape: "note"),
    "Disease": TypeStyle(color: "#F3A8A8", shape: "septagon"),
    "Product": TypeStyle(color: "#BFE5E5", shape: "component"),
    "Vehicle": TypeStyle(color: "#BFE5E5", shape: "invtrapezium"),
    "Vessel": TypeStyle(color: "#B9C9E8", shape: "invtrapezium"),
    // Amounts are five-sided.
    "Money": TypeStyle(color: "#D9E8B9", shape: "pentagon"),
    "Percent": TypeStyle(color: "#BFE5E5", shape: "pentagon"),
    "Quantity": TypeStyle(color: "#E8D5B9", shape: "pentagon"),
    "Date": TypeStyle(color: "#F4EE9B", shape: "pentagon"),
  ]

  private static let others = [
    TypeStyle(color: "#B9C9E8", shape: "trapezium"), TypeStyle(color: "#E8D5B9", shape: "invtrapezium"),
    TypeStyle(color: "#D9E8B9", shape: "septagon"), TypeStyle(color: "#E8B9B9", shape: "pentagon"),
    TypeStyle(color: "#CFCFEF", shape: "folder"), TypeStyle(color: "#BFE5E5", shape: "component"),
  ]

  /// The same for a type in every graph: types without a style of their own take one by their name's hash (FNV-1a).
  static func of(_ type: String) -> TypeStyle {
    if let style = known[type] { return style }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in type.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return others[Int(hash % UInt64(others.count))]
  }
}
