public import Bytes
public import GraphModel

/// What can be wrong with a store or with the content to be stored, and its wording.
public enum StoreError: DiagnosticError, Equatable {
  /// The file cannot be read, mapped or written.
  case file(BytesError)
  case notAStore(place: String?, found: [UInt8])
  case newerVersion(place: String?, found: UInt32, newest: UInt32)
  case truncated(place: String?, expected: UInt64, found: UInt64)
  case checksum(place: String?, section: String, expected: UInt32, found: UInt32)
  /// The structure contradicts itself.
  case damaged(place: String?, detail: String)
  /// What was to be stored.
  case content(ContentError)

  /// The error of a store for what went wrong with its bytes.
  init(_ error: BytesError) {
    switch error {
    case .foreign(let place, _, let found): self = .notAStore(place: place, found: found)
    case .newerVersion(let place, let found, let newest):
      self = .newerVersion(place: place, found: found, newest: newest)
    case .truncated(let place, let expected, let found):
      self = .truncated(place: place, expected: expected, found: found)
    case .checksum(let place, let section, let expected, let found):
      self = .checksum(place: place, section: section, expected: expected, found: found)
    case .damaged(let place, let section, let detail): self = .damaged(place: place, detail: "\(section): \(detail)")
    case .damagedHeader(let place, let detail): self = .damaged(place: place, detail: detail)
    case .missingSection(let place, let name):
      self = .damaged(place: place, detail: "the section \(name) is missing")
    case .missing, .unreadable, .directory, .notAFile, .empty, .tooLarge, .longLine: self = .file(error)
    case .io, .busy, .changed, .appeared: self = .file(error)
    }
  }

  /// The error of a store for whatever went wrong when it was made.
  init(wrapping error: any Error) {
    switch error {
    case let error as BytesError: self.init(error)
    case let error as ContentError: self = .content(error)
    case let error as StoreError: self = error
    default: self = .content(.invalidContent(detail: "\(error)"))
    }
  }

  public var code: String {
    switch self {
    case .file(let error): error.code
    case .notAStore: "store.foreign"
    case .newerVersion: "store.version"
    case .truncated: "store.truncated"
    case .checksum: "store.checksum"
    case .damaged: "store.damaged"
    case .content(let error): error.code
    }
  }

  public var place: String? {
    switch self {
    case .file(let error): error.place
    case .notAStore(let place, _), .newerVersion(let place, _, _), .truncated(let place, _, _): place
    case .checksum(let place, _, _, _), .damaged(let place, _): place
    case .content(let error): error.place
    }
  }

  public var message: String {
    switch self {
    case .file(let error): error.message
    case .notAStore(let place, let found):
      BytesError.foreign(place: place, expected: StoreFormat.magic, found: found).message
        + ": this is not a Tercet store"
    case .newerVersion(let place, let found, let newest):
      BytesError.newerVersion(place: place, found: found, newest: newest).message
    case .truncated(_, let expected, let found):
      "the store is cut short: expected \(expected) bytes, found \(found)"
    case .checksum(let place, let section, let expected, let found):
      BytesError.checksum(place: place, section: section, expected: expected, found: found).message
    case .damaged(_, let detail): "the store is damaged: \(detail)"
    case .content(let error): error.message
    }
  }

  public var remedy: String? {
    switch self {
    case .file(let error): error.remedy
    case .notAStore: "give a store made by Tercet"
    case .newerVersion: "use a newer version of Tercet"
    case .truncated, .checksum, .damaged: "build the store again, or restore it from a copy"
    case .content(let error): error.remedy
    }
  }

  public var exitStatus: ExitStatus {
    switch self {
    case .file(let error): error.exitStatus
    case .content(let error): error.exitStatus
    default: .badData
    }
  }
}
