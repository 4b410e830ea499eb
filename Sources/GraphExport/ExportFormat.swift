/// The formats by name, as `export FORMAT` takes them. What each is called, holds and stands for is in
/// ``ExportFormat/description``.
public enum ExportFormat: String, Sendable, CaseIterable {
  case dot
  case jsonl
  case nt
  case tsv
  case csv
  case html
  case svg
  case png
  case pdf
  case cyjs
  case ftm
  case geojson
  case gexf
  case graphml
  case jsonld
  case mermaid
  case neo4j
  case nq
  case ttl
  case vault

  /// The exporter of the format with its usual settings.
  public var exporter: any GraphExporter { exporter(keepsFormulas: nil) }

  /// The exporter of the format; of a picture, that of the drawing which Graphviz makes into one.
  ///
  /// - Parameters:
  ///   - keepsFormulas: whether cells of tables may be formulas of spreadsheets; nil for what the format does.
  ///   - limit: the most nodes that a drawing shows; nil for what the format does.
  ///   - links: by name of a relation, for RDF: IRIs of properties elsewhere that say nearly the same.
  ///   - identities: what entities are elsewhere, for formats that ``hasIdentities``.
  public func exporter(
    keepsFormulas: Bool?, limit: Int? = nil, links: [String: [String]] = [:], identities: IdentityTable = .init()
  ) -> any GraphExporter {
    switch self {
    case .dot, .svg, .png, .pdf: limit.map { DOTExporter(limit: $0) } ?? DOTExporter()
    case .jsonl: JSONLinesExporter(identities: identities)
    case .nt: NTriplesExporter(links: links, identities: identities)
    case .tsv: TableExporter(TableText(.tabs, keepsFormulas: keepsFormulas))
    case .csv: TableExporter(TableText(.commas, keepsFormulas: keepsFormulas))
    case .html: limit.map { PageExporter(limit: $0) } ?? PageExporter()
    case .cyjs: CytoscapeExporter()
    case .ftm: FollowTheMoneyExporter(identities: identities)
    case .geojson: GeoJSONExporter(identities: identities)
    case .gexf: GEXFExporter()
    case .graphml: GraphMLExporter()
    case .jsonld: JSONLDExporter(links: links, identities: identities)
    case .mermaid: limit.map { MermaidExporter(limit: $0) } ?? MermaidExporter()
    case .neo4j: FolderStream(Neo4jExporter())
    case .nq: NQuadsExporter(links: links, identities: identities)
    case .ttl: TurtleExporter(links: links, identities: identities)
    case .vault: FolderStream(VaultExporter())
    }
  }

  /// Whether it is RDF, which has a place for what relations are called elsewhere.
  public var isRDF: Bool {
    switch self {
    case .nt, .nq, .ttl, .jsonld: true
    default: false
    }
  }

  /// Whether it has a place for what entities are elsewhere.
  public var hasIdentities: Bool { isRDF || [.jsonl, .ftm, .geojson].contains(self) }

  /// Whether Graphviz draws it.
  public var isPicture: Bool {
    switch self {
    case .svg, .png, .pdf: true
    default: false
    }
  }

  /// Whether its bytes are no text.
  public var isBinary: Bool { self == .png || self == .pdf }
}
