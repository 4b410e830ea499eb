public import Bytes

/// What can be wrong with a graph that is to be stored, and its wording.
public enum ContentError: DiagnosticError, Equatable {
  /// A table of a ``GraphContent`` refers to something that is not there, or breaks a rule of its documentation.
  case invalidContent(detail: String)
  /// Two documents of one id differ.
  case conflictingDocuments(id: String)

  public var code: String {
    switch self {
    case .invalidContent: "store.content"
    case .conflictingDocuments: "store.conflict"
    }
  }

  public var place: String? { nil }

  public var message: String {
    switch self {
    case .invalidContent(let detail): "the graph cannot be stored: \(detail)"
    case .conflictingDocuments(let id): "two documents have the id “\(id)” and differ"
    }
  }

  public var remedy: String? {
    switch self {
    case .invalidContent: nil
    case .conflictingDocuments: "give one of the documents another id"
    }
  }

  public var exitStatus: ExitStatus { .badData }
}
