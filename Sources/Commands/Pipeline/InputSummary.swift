internal import GraphQuery
internal import Language

/// What a run over inputs has to tell when it is done: what it assumed, and what it did not read.
struct InputSummary {
  /// Documents of one kind: how many, and the first of them.
  private struct Group {
    var count = 0
    var first: [String] = []

    mutating func add(_ name: String) {
      count += 1
      if first.count < mostNames { first.append(name) }
    }

    /// `a, b, c and 4 more`.
    var names: String { InputSummary.list(first, of: count) }
  }

  private static let mostNames = 3

  private var encodings: [TextEncoding: Group] = [:]
  private var datedByName = Group()
  private var datedByText = Group()
  private var repeated = Group()
  var skipped = SkippedFiles()

  mutating func add(_ input: InputDocument) {
    for note in input.notes {
      switch note {
      case .encoding(let encoding): encodings[encoding, default: Group()].add(input.place)
      case .dateOfName: datedByName.add(input.document.metadata.id)
      }
    }
  }

  /// A document whose date is that of its dateline.
  mutating func addDateline(of id: String) { datedByText.add(id) }

  /// A document whose text another one has.
  mutating func addRepeated(_ id: String) { repeated.add(id) }

  /// Documents whose text another one has.
  var repeatedCount: Int { repeated.count }

  /// A line for each kind of thing.
  var lines: [String] {
    var lines: [String] = []
    for (encoding, group) in encodings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let texts = group.count == 1 ? "1 text was" : "\(group.count) texts were"
      lines.append(
        encoding == .utf16
          ? "\(texts) in UTF-16: \(group.names)"
          : "\(texts) not UTF-8 and \(group.count == 1 ? "was" : "were") read as \(encoding.rawValue): \(group.names)")
    }
    if datedByName.count > 0 {
      lines.append("\(Self.have(datedByName.count)) the date of the file's name: \(datedByName.names)")
    }
    if datedByText.count > 0 {
      lines.append("\(Self.have(datedByText.count)) the date of the dateline: \(datedByText.names)")
    }
    if repeated.count > 0 {
      lines.append(
        "\(counted(repeated.count, "text")) had been read before and \(repeated.count == 1 ? "counts" : "count") once")
    }
    if !skipped.isEmpty {
      let kinds = skipped.kinds.map { "\($0.count) \($0.name) (\(Self.list($0.first, of: $0.count)))" }
      lines.append("not read: \(kinds.joined(separator: "; "))")
    }
    return lines
  }

  private static func have(_ count: Int) -> String { count == 1 ? "1 document has" : "\(count) documents have" }

  private static func list(_ names: [String], of count: Int) -> String {
    names.joined(separator: ", ") + (count > names.count ? " and \(count - names.count) more" : "")
  }
}
