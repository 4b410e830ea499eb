/// The formats by name, as `export FORMAT` takes them.
public enum ExportFormat: String, Sendable, CaseIterable {
  case dot
  case jsonl
  case nt
  case tsv
  case csv

  /// The exporter of the format with its usual settings.
  public var exporter: any GraphExporter { exporter(keepsFormulas: nil) }

  /// The exporter of the format.
  ///
  /// - Parameter keepsFormulas: whether cells of tables may be formulas of spreadsheets; nil for what the format does.
  public func exporter(keepsFormulas: Bool?) -> any GraphExporter {
    switch self {
    case .dot: DOTExporter()
    case .jsonl: JSONLinesExporter()
    case .nt: NTriplesExporter()
    case .tsv: TableExporter(TableText(.tabs, keepsFormulas: keepsFormulas))
    case .csv: TableExporter(TableText(.commas, keepsFormulas: keepsFormulas))
    }
  }
}
