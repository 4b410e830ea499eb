/// The formats by name, as `export FORMAT` takes them.
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

  /// The exporter of the format with its usual settings.
  public var exporter: any GraphExporter { exporter(keepsFormulas: nil) }

  /// The exporter of the format; of a picture, that of the drawing which Graphviz makes into one.
  ///
  /// - Parameter keepsFormulas: whether cells of tables may be formulas of spreadsheets; nil for what the format does.
  public func exporter(keepsFormulas: Bool?) -> any GraphExporter {
    switch self {
    case .dot, .svg, .png, .pdf: DOTExporter()
    case .jsonl: JSONLinesExporter()
    case .nt: NTriplesExporter()
    case .tsv: TableExporter(TableText(.tabs, keepsFormulas: keepsFormulas))
    case .csv: TableExporter(TableText(.commas, keepsFormulas: keepsFormulas))
    case .html: PageExporter()
    }
  }

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
