public import Bytes

/// What can be wrong with a file of triples, and its wording.
public enum ImportError: DiagnosticError, Equatable {
  /// One line is not what it should be; the others may be.
  case line(path: String, line: Int, detail: String)
  /// One triple is not what it should be, in a file that is not read by lines.
  case triple(path: String, number: Int, detail: String)
  /// The rest of the file cannot be read behind this place.
  case syntax(path: String, line: Int, column: Int, detail: String)
  case unknownFormat(path: String)
  /// No file had a triple that says more than a name or a type.
  case nothing(paths: [String])

  public var code: String {
    switch self {
    case .line: "import.line"
    case .triple: "import.triple"
    case .syntax: "import.syntax"
    case .unknownFormat: "import.format"
    case .nothing: "import.empty"
    }
  }

  public var place: String? {
    switch self {
    case .line(let path, let line, _): "\(path):\(line)"
    case .triple(let path, let number, _): "\(path), triple \(number)"
    case .syntax(let path, let line, let column, _): "\(path):\(line):\(column)"
    case .unknownFormat(let path): path
    case .nothing(let paths): paths.joined(separator: ", ")
    }
  }

  public var message: String {
    switch self {
    case .line(_, _, let detail), .triple(_, _, let detail), .syntax(_, _, _, let detail): detail
    case .nothing: "expected triples that say more than names and types, found none; nothing was written"
    case .unknownFormat: "the ending of the file does not tell its format"
    }
  }

  public var remedy: String? {
    switch self {
    case .line, .triple, .syntax: nil
    case .nothing: "look whether the format is the right one: --input-format nt, nq, ttl, tsv, csv or jsonl"
    case .unknownFormat: "name the format: --input-format nt, nq, ttl, tsv, csv or jsonl"
    }
  }

  public var exitStatus: ExitStatus { .badData }
}
