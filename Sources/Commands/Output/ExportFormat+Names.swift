internal import GraphExport

extension ExportFormat {
  /// `dot, jsonl, nt, tsv or csv`.
  static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// The format called `name`.
  static func named(_ name: String) throws(CommandError) -> ExportFormat {
    if let format = ExportFormat(rawValue: name.lowercased()) { return format }
    let names = allCases.map(\.rawValue)
    throw .unknownFormat(name, expected: names, suggestion: Suggestion.closest(to: name, among: names))
  }

  /// The format that the ending of a file's name stands for; nil for another ending.
  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.endings.first(where: { $0.value.contains(ending) })?.key else { return nil }
    self = format
  }

  /// Endings that mean a format beside its own name.
  private static let otherEndings: [ExportFormat: [String]] = [.dot: ["gv"], .html: ["htm"]]

  private static var endings: [ExportFormat: [String]] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0, [$0.rawValue] + (otherEndings[$0] ?? [])) })
  }

  /// The format of the file at `path`; that of standard output where it is a device, such as /dev/stdout.
  ///
  /// - Throws: ``CommandError/unknownEnding(path:expected:)``.
  static func ofFile(_ path: String) throws(CommandError) -> ExportFormat {
    if let format = ExportFormat(path: path) { return format }
    if ExportTarget.isDevice(path) { return .dot }
    throw .unknownEnding(path: path, expected: allCases.map { ".\($0.rawValue)" })
  }
}
