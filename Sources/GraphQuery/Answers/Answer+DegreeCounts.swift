internal import GraphModel

extension Answer {
  /// Numbers of edges by their degree.
  public struct DegreeCounts: Sendable, Equatable {
    public private(set) var facts = 0
    public private(set) var reported = 0
    public private(set) var claims = 0

    var all: Int { facts + reported + claims }

    mutating func add(_ counts: DegreeCounts) {
      facts += counts.facts
      reported += counts.reported
      claims += counts.claims
    }

    mutating func add(_ degree: StatementDegree) {
      switch degree {
      case .fact: facts += 1
      case .reported: reported += 1
      case .claim: claims += 1
      }
    }
  }
}
