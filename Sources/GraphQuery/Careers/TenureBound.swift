internal import GraphModel

/// A sentence that tells since or until when somebody has an office.
struct TenureBound: Sendable, Equatable {
  /// As the sentence says, or the date of its document: `2019`, `2021-03`, `2021-03-07`.
  var date: String
  /// The first day that the date can mean for a beginning, the last one for an end.
  var day: String
  var edge: EdgeID
  var evidence: Evidence
}

extension TenureBound {
  /// The order of sentences that tell of the same: by day, and of two of one day the one of the earlier document.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    if a.day != b.day { return a.day < b.day }
    return (a.evidence.document, a.evidence.sentence, a.edge) < (b.evidence.document, b.evidence.sentence, b.edge)
  }
}

/// What one piece of evidence says of an office.
struct TenureItem: Sendable {
  enum Kind: Int, Sendable {
    case begins, held
    /// Said of a time of its own, so that it tells nothing of later ones: `was mayor in 2008`.
    case heldThen
    case ends
  }

  var kind: Kind
  var bound: TenureBound
  /// The last day of ``Kind/heldThen``.
  var last: String
  /// Whether the sentence tells the date, and not its document alone.
  var isDated = false
  /// Who says so, where that is neither the text nor the holder.
  var source: EntityID?
}
