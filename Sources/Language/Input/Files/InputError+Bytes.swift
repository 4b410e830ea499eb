internal import Bytes
internal import Glibc

extension InputError {
  /// What could not be read, in the words of this module.
  ///
  /// - Parameter place: what is said to be wrong.
  init(_ error: BytesError, place: String) {
    switch error {
    case .missing: self = .missing(path: place)
    case .unreadable(_, let reason): self = .unreadable(path: place, reason: Self.text(of: reason))
    case .notAFile: self = .special(path: place)
    case .tooLarge(_, let found, let limit): self = .tooLarge(path: place, bytes: found ?? .max, limit: limit)
    case .longLine(let place, let limit): self = .overLimit(path: place, limit: limit, of: .line)
    case .io(_, _, let reason): self = .interrupted(path: place, reason: Self.text(of: reason))
    case .damaged(_, _, let detail): self = .gzip(path: place, problem: "it \(detail)")
    default: self = .unreadable(path: place, reason: error.message)
    }
  }

  /// The system's own wording of `reason`.
  static func text(of reason: Int32) -> String { unsafe String(cString: strerror(reason)).lowercased() }
}
