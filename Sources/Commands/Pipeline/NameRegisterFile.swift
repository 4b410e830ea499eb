internal import Bytes
internal import Extraction
internal import Language

/// Files of names that a newsroom has for what it knows: a table of comma-separated values with the columns `name` and
/// `type`, and `id`, `aliases` (with `|` between), `from` and `to` where they are there.
struct NameRegisterFile: Sendable {
  let names: NameRegister
  /// Of all files, one after another.
  private(set) var bytes: [UInt8] = []
  /// By entry: where it stands.
  private var places: [String] = []

  /// Bytes of a file: some hundred thousand names.
  private static let longest = 64 << 20

  private enum Column: String, CaseIterable {
    case name, type, id, aliases, from, to
  }

  /// - Parameter types: those of the schema.
  /// - Throws: ``CommandError/invalidTable(_:path:line:expected:found:)``; when a file cannot be read.
  init(paths: [FilePath], types: [String]) throws {
    var entries: [NameRegister.Entry] = []
    for path in paths {
      let file = try InputStream(path).readAll(limit: Self.longest)
      let path = path.text
      bytes += file
      let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      if let line = lines.firstIndex(where: { String(validating: $0, as: UTF8.self) == nil }) {
        throw CommandError.invalidTable(.names, path: path, line: line + 1, expected: "UTF-8", found: "other bytes")
      }
      let rows = CSVReader.rows(of: file)
      let columns = try Self.columns(rows.first, path)
      for row in rows.dropFirst() {
        entries.append(try Self.entry(row, columns, types, path))
        places.append("\(path):\(row.line)")
      }
    }
    names = NameRegister(entries)
  }

  private static func columns(_ head: CSVReader.Row?, _ path: String) throws(CommandError) -> [Column: Int] {
    var columns: [Column: Int] = [:]
    for (number, field) in (head?.fields ?? []).enumerated() {
      if let column = Column(rawValue: field.trimmed.lowercased()) { columns[column] = number }
    }
    for column in [Column.name, .type] where columns[column] == nil {
      throw .invalidTable(
        .names, path: path, line: head?.line ?? 1,
        expected: "the names of the columns, \"\(column.rawValue)\" among them",
        found: head.map { $0.fields.joined(separator: ", ").shortened() } ?? "nothing")
    }
    return columns
  }

  private static func entry(
    _ row: CSVReader.Row, _ columns: [Column: Int], _ types: [String], _ path: String
  ) throws(CommandError) -> NameRegister.Entry {
    func field(_ column: Column) -> String? {
      guard let number = columns[column], row.fields.indices.contains(number) else { return nil }
      let text = row.fields[number].trimmed
      return text.isEmpty ? nil : text
    }
    func wrong(_ expected: String, _ found: String?) -> CommandError {
      .invalidTable(
        .names, path: path, line: row.line, expected: expected, found: found.map { "“\($0.shortened())”" } ?? "none")
    }
    func days(_ column: Column) throws(CommandError) -> ClosedRange<Int>? {
      guard let text = field(column) else { return nil }
      guard let days = CalendarDate.days(iso: text) else { throw wrong("a date such as 2019-11-04", text) }
      return days
    }
    if row.isUnclosed { throw wrong("a second quote behind the one that opens a field here", nil) }
    guard let name = field(.name) else { throw wrong("a name", nil) }
    guard let type = field(.type), types.contains(type) else {
      let hint = field(.type).flatMap { Suggestion.closest(to: $0, among: types) }
      throw wrong("a type of the schema" + (hint.map { " such as \($0)" } ?? ""), field(.type))
    }
    let (from, to) = (try days(.from), try days(.to))
    let (first, last) = (from?.lowerBound ?? .min, to?.upperBound ?? .max)
    guard first <= last else { throw wrong("a day from which it is meant before that up to which it is", field(.from)) }
    return NameRegister.Entry(
      name: name, type: type, id: field(.id).map(iri),
      aliases: field(.aliases)?.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty } ?? [],
      days: from == nil && to == nil ? nil : first...last)
  }

  /// An item of Wikidata as its IRI; other ids as they are.
  private static func iri(_ id: String) -> String {
    let isItem = id.first == "Q" && id.utf8.count > 1 && id.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    return isItem ? "http://www.wikidata.org/entity/\(id)" : id
  }

  /// A line for each name that several entries have at one time; those link nothing.
  var ambiguousNames: [String] {
    names.ambiguous.map { name, entries in
      "“\(name)” is of \(entries.count) entries and links nothing: "
        + entries.map { places[$0] }.joined(separator: ", ")
    }
  }
}
