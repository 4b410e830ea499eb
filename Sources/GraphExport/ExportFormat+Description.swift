/// What a format holds of a graph.
struct ExportedThings: OptionSet {
  var rawValue: UInt16

  /// What is denied, possible or planned, marked as such.
  static let claims = ExportedThings(rawValue: 1)
  /// What is somebody's word, with who says so.
  static let speakers = ExportedThings(rawValue: 2)
  /// Events without object: `Merz resigned`.
  static let bareEvents = ExportedThings(rawValue: 4)
  static let dates = ExportedThings(rawValue: 8)
  /// The first sentence of each edge.
  static let sentence = ExportedThings(rawValue: 16)
  /// All of its sentences.
  static let sentences = ExportedThings(rawValue: 32)
  static let otherNames = ExportedThings(rawValue: 64)
  /// The texts of documents.
  static let texts = ExportedThings(rawValue: 128)
  /// Entities of which nothing is said, as answers may have them alone.
  static let entities = ExportedThings(rawValue: 256)
  static let all = ExportedThings(rawValue: 511)
  /// What nobody looks for in a drawing.
  static let notDrawn: ExportedThings = [.otherNames, .texts]
}

extension ExportFormat {
  /// What people read of a format.
  public struct Description: Sendable {
    /// The ends of names of files that stand for it, without the dot before them; its own first.
    public var endings: [String]
    public var summary: String
    var things: ExportedThings

    fileprivate init(_ endings: String, _ summary: String, _ things: ExportedThings) {
      self.endings = endings.split(separator: " ").map(String.init)
      self.summary = summary
      self.things = things
    }
  }

  /// What Graphviz is given; its tooltips have the sentences.
  private static let drawn: ExportedThings = [
    .claims, .speakers, .bareEvents, .dates, .sentence, .sentences, .entities, .notDrawn,
  ]

  public var description: Description {
    switch self {
    case .dot: .init("dot gv", "a drawing for Graphviz", Self.drawn)
    case .html: .init("html htm", "a page to look at and to send, with the graph, its statements and sentences", .all)
    case .svg: .init("svg", "a picture, drawn by Graphviz", Self.drawn)
    case .png: .init("png", "the same in dots", Self.drawn)
    case .pdf: .init("pdf", "the same for print", Self.drawn)
    case .jsonl: .init("jsonl ndjson", "all of it, a statement of a sentence a line; import gives the same graph", .all)
    case .nt: .init("nt", "RDF as N-Triples, facts alone", [.bareEvents, .otherNames, .entities])
    case .tsv: .init("tsv tab", "a table, an edge a line, with tabs", [.claims, .speakers, .bareEvents, .dates])
    case .csv: .init("csv", "the same for spreadsheets", [.claims, .speakers, .bareEvents, .dates])
    case .cyjs:
      .init("cyjs", "Cytoscape JSON", [.claims, .speakers, .dates, .sentence, .otherNames, .entities])
    case .ftm:
      .init(
        "ftm ftm.json", "entities of FollowTheMoney for Aleph, a line each",
        [.speakers, .dates, .sentence, .sentences, .otherNames, .entities])
    case .geojson:
      .init(
        "geojson", "places for a map, with what is said of them",
        [.claims, .speakers, .bareEvents, .dates, .sentence, .notDrawn])
    case .gexf:
      .init(
        "gexf", "GEXF 1.3 for Gephi, edges in time", [.claims, .speakers, .dates, .sentence, .otherNames, .entities])
    case .graphml:
      .init(
        "graphml", "GraphML for Gephi, yEd, networkx", [.claims, .speakers, .dates, .sentence, .otherNames, .entities])
    case .jsonld: .init("jsonld", "RDF as JSON-LD, with its provenance", .all.subtracting(.texts))
    case .mermaid: .init("mmd mermaid", "a drawing for Markdown pages", [.claims, .speakers, .entities, .notDrawn])
    case .neo4j:
      .init(
        "neo4j", "a folder of two CSV files for neo4j-admin",
        [.claims, .speakers, .dates, .sentence, .otherNames, .entities])
    case .nq: .init("nq nquads", "RDF as N-Quads, facts in the graphs of their documents", .all.subtracting(.texts))
    case .ttl: .init("ttl turtle", "RDF as Turtle, with its provenance", .all.subtracting(.texts))
    case .vault: .init("vault", "a folder of Markdown notes with [[links]], for Obsidian", .all)
    }
  }

  /// The format that the ending of a file's name stands for; nil for another ending, and for a name that is nothing
  /// else.
  public init?(path: String) {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    let format = Self.allCases.first { format in
      format.description.endings.contains { name.hasSuffix(".\($0)") && name.utf8.count > $0.utf8.count + 1 }
    }
    guard let format else { return nil }
    self = format
  }
}
