internal import Bytes
internal import GraphModel

/// Which columns of a table hold what: three without a head line, or those that the head line of `tercet export` names.
struct TableColumns {
  /// What stands between the fields of a line.
  enum Separator {
    /// TSV, with escapes for tabs and line ends.
    case tabs
    /// CSV (RFC 4180), with quotes, and an apostrophe before what a spreadsheet would compute.
    case commas

    var name: String { self == .tabs ? "a tab" : "a comma" }
  }

  private let separator: Separator
  private var subject = 0
  private var predicate = 1
  private var object = 2
  private var subjectType: Int?
  private var objectType: Int?
  private var relation: Int?
  private var role: Int?
  private var polarity: Int?
  private var modality: Int?
  private var attribution: Int?
  private var count = 3
  /// The columns of which nothing is taken, by name.
  private(set) var unread: [String] = []
  private static let tab = UInt8(ascii: "\t")
  /// Far more than anybody names.
  private static let most = 1_000
  private static let known: Set<String> = [
    "subject", "predicate", "object", "subject_type", "object_type", "relation", "role", "polarity", "modality",
    "attribution",
  ]
  /// A number of the graph that was exported, which says nothing elsewhere.
  private static let number = "edge"

  init(_ separator: Separator = .tabs) { self.separator = separator }

  /// The columns that `line` names; nil when it is no head line.
  ///
  /// - Throws: when they are too many.
  init?(head line: ArraySlice<UInt8>, _ separator: Separator = .tabs) throws(ImportProblem) {
    self.separator = separator
    let names = Self.fields(of: line, separator, upTo: Self.most + 1).map { String(decoding: $0, as: UTF8.self) }
    guard names.starts(with: ["subject", "predicate", "object"]) else { return nil }
    guard names.count <= Self.most else {
      throw ImportProblem("expected at most \(Self.most) columns, found more")
    }
    count = names.count
    unread = names.filter { !Self.known.contains($0) && $0 != Self.number }
    subjectType = names.firstIndex(of: "subject_type")
    objectType = names.firstIndex(of: "object_type")
    relation = names.firstIndex(of: "relation")
    role = names.firstIndex(of: "role")
    polarity = names.firstIndex(of: "polarity")
    modality = names.firstIndex(of: "modality")
    attribution = names.firstIndex(of: "attribution")
  }

  /// The fields of a line, `most` of them at most.
  private static func fields(
    of line: ArraySlice<UInt8>, _ separator: Separator, upTo most: Int
  ) -> [ArraySlice<UInt8>] {
    switch separator {
    case .tabs: line.split(separator: tab, maxSplits: most - 1, omittingEmptySubsequences: false)
    case .commas: CSVReader.fields(of: line, upTo: most)
    }
  }

  /// The predicate of a name of which nothing is said, which has no object.
  private static let mention = Array(GraphContent.Predicate.mention.name.utf8)

  /// The statement of a line.
  func row(_ line: ArraySlice<UInt8>) throws(ImportProblem) -> StatementRow {
    let fields = Self.fields(of: line, separator, upTo: count + 1)
    guard fields.count == count else {
      let found = fields.count > count ? "more" : "\(fields.count)"
      throw ImportProblem(
        "expected \(count) fields with \(separator.name) between, found \(found)"
          + (count == 3 ? "; a head line has to begin with subject, predicate and object" : ""))
    }
    // An event without object, in a table that knows of events.
    let mayLackObject = role.map { fields[$0].isEmpty || fields[predicate].elementsEqual(Self.mention) } ?? false
    guard !fields[subject].isEmpty, !fields[predicate].isEmpty, !fields[object].isEmpty || mayLackObject else {
      throw ImportProblem("expected subject, predicate and object, found an empty field")
    }
    guard String(validating: line, as: UTF8.self) != nil else { throw ImportProblem("the line is not UTF-8") }
    func text(_ column: Int?) -> ArraySlice<UInt8> {
      guard let column else { return [] }
      return separator == .tabs ? Self.unescaped(fields[column]) : Self.withoutApostrophe(fields[column])
    }
    var row = StatementRow(text(subject), text(predicate), text(object))
    row.subjectType = text(subjectType)
    row.objectType = text(objectType)
    row.relation = text(relation)
    row.role = text(role)
    row.attribution = text(attribution)
    if let polarity { try row.setPolarity(String(decoding: fields[polarity], as: UTF8.self)) }
    if let modality { try row.setModality(String(decoding: fields[modality], as: UTF8.self)) }
    return row
  }

  /// A field without the apostrophe that exports write before what a spreadsheet would compute.
  private static func withoutApostrophe(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = field.dropFirst()
    guard field.first == UInt8(ascii: "'"), rest.count > 1 else { return field }
    return formulaStarts.contains { rest.starts(with: $0) } ? rest : field
  }

  private static let formulaStarts = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].map { Array($0.utf8) }

  /// `\t`, `\n`, `\r` and `\\` as the characters that they stand for.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard field.contains(UInt8(ascii: "\\")) else { return field }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "\\"): result.append(byte)
        default: result += [UInt8(ascii: "\\"), byte]
        }
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return result[...]
  }
}
