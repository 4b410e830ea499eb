/// How a node of a type is drawn: a light color after the palette of Okabe and Ito, which color-blind readers can tell
/// apart, and a shape, so that a gray print still shows the type.
struct TypeStyle {
  var color: String
  var shape: String

  /// Whether most of the shape has room for letters.
  var isRoomy: Bool { ["ellipse", "box", "note", "folder", "component"].contains(shape) }

  private static let known: [String: TypeStyle] = [
    "Person": TypeStyle(color: "#9FD4F3", shape: "ellipse"),
    "Organization": TypeStyle(color: "#F5C971", shape: "box"),
    "GeopoliticalEntity": TypeStyle(color: "#8FD3BC", shape: "hexagon"),
    "Location": TypeStyle(color: "#C5E3A6", shape: "house"),
    "Group": TypeStyle(color: "#E6B9D3", shape: "octagon"),
    "Event": TypeStyle(color: "#F0A98A", shape: "diamond"),
    "Role": TypeStyle(color: "#F4EE9B", shape: "parallelogram"),
    "Concept": TypeStyle(color: "#DDDDDD", shape: "note"),
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
