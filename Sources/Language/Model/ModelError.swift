public import Bytes

/// What can be wrong with a weights file, and its wording.
public enum ModelError: DiagnosticError, Equatable {
  /// No readable container.
  case container(BytesError)
  /// The numbers of the section `shape` make no network.
  case shape(place: String?, detail: String)
  /// A section has not the size that the shape asks for; in bytes.
  case sectionSize(place: String?, section: String, expected: Int, found: Int)
  /// The section `labels` is not as expected.
  case labels(place: String?, detail: String)
  /// A label that this program has no name for.
  case unknownLabel(place: String?, inventory: String, label: String)

  public var code: String {
    switch self {
    case .container(let error): error.code
    case .shape: "model.shape"
    case .sectionSize: "model.section"
    case .labels: "model.labels"
    case .unknownLabel: "model.label"
    }
  }

  public var place: String? {
    switch self {
    case .container(let error): error.place
    case .shape(let place, _), .labels(let place, _): place
    case .sectionSize(let place, _, _, _), .unknownLabel(let place, _, _): place
    }
  }

  public var message: String {
    switch self {
    case .container(let error): error.message
    case .shape(_, let detail): "the model's shape is damaged: \(detail)"
    case .sectionSize(_, let section, let expected, let found):
      "the section \(section) of the model should have \(expected) bytes and has \(found)"
    case .labels(_, let detail): "the model's labels are damaged: \(detail)"
    case .unknownLabel(_, let inventory, let label):
      "expected a known label in the inventory \(inventory) of the model, found \(label)"
    }
  }

  public var remedy: String? {
    switch self {
    case .container(let error): error.remedy
    case .shape, .sectionSize, .labels: "make the weights again with Training, or use the model inside the program"
    case .unknownLabel: "use weights made for this version of the program"
    }
  }

  public var exitStatus: ExitStatus {
    if case .container(let error) = self { error.exitStatus } else { .badData }
  }
}
