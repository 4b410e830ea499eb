/// Names of the export formats as a person types them.
enum ExportFormatName {
  static let all = ["dot", "jsonl", "ntriples"]
  static var list: String { all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "") }
}
