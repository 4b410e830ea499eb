public import GraphModel

/// A graph of names that are likely one: two of one sort, and three that are all alike.
public enum AlikeNames {
  /// The pairs that are likely one, four, in the order in which they are asked about.
  public static let pairs = [
    ["Jonathan Ferguson", "Jonathon Ferguson"], ["Volodymyr Zelenskiy", "Volodymyr Zelensky"],
    ["Volodymyr Zelenskiy", "Volodymyr Zelenskyy"], ["Volodymyr Zelensky", "Volodymyr Zelenskyy"],
  ]

  public static var content: GraphContent {
    var builder = SampleGraph.Builder()
    for name in ["Jonathan Ferguson", "Jonathon Ferguson", "Mark Rutte"] { builder.entity(name, "Person") }
    for name in ["Zelenskiy", "Zelensky", "Zelenskyy"] { builder.entity("Volodymyr " + name, "Person") }
    builder.entity("Acme", "Company")
    builder.predicate("leads", relation: "leads", inverse: "ledBy")
    builder.predicate("sues")
    builder.predicate("meets", relation: "meets", isSymmetric: true)
    builder.document("oslo", title: "Oslo", date: "2025-04-03", source: nil)
    builder.sentence("Jonathan Ferguson leads Acme.")
    builder.statement("Jonathan Ferguson", "leads", "Acme", words: ("Jonathan Ferguson", "leads", "Acme"))
    builder.sentence("Jonathon Ferguson sued Acme.")
    builder.statement("Jonathon Ferguson", "sues", "Acme", words: ("Jonathon Ferguson", "sued", "Acme"))
    builder.document("kyiv", title: "Kyiv", date: "2025-04-04", source: nil)
    for name in ["Zelenskiy", "Zelensky", "Zelenskyy"] {
      let name = "Volodymyr " + name
      builder.sentence("\(name) met Mark Rutte.")
      builder.statement(name, "meets", "Mark Rutte", words: (name, "met", "Mark Rutte"))
    }
    return builder.content
  }
}
