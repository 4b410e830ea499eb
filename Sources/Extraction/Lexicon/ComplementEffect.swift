package import GraphModel
import SchemaFiles

/// What a verb, noun or adjective says of the clause that it governs: `refuse to sign`, `expect that …`.
package enum ComplementEffect: Sendable, Equatable {
  /// The complement is as true as its governor: `begin`, `manage`.
  case implies
  /// Somebody says the complement.
  case reports
  /// Somebody says that the complement is not so.
  case denies
  /// The complement did not happen: `refuse`, `fail`.
  case negates
  /// Somebody holds the complement to be so.
  case believes
  case fears
  case expects
  case plans
  case desires
  case obliges
  /// The complement is a possibility: `able`, `possible`.
  case allows

  init(_ kind: FrameEffect.Kind) {
    switch kind {
    case .implies: self = .implies
    case .reports: self = .reports
    case .denies: self = .denies
    case .negates: self = .negates
    case .believes: self = .believes
    case .fears: self = .fears
    case .expects: self = .expects
    case .plans: self = .plans
    case .desires: self = .desires
    case .obliges: self = .obliges
    case .allows: self = .allows
    }
  }

  /// How certain the complement is by it at best; nil where the effect tells more or less than that.
  package var modality: Modality? {
    switch self {
    case .allows, .believes, .fears: .possible
    case .expects: .expected
    case .plans: .planned
    case .desires: .desired
    case .obliges: .obligation
    case .implies, .reports, .denies, .negates: nil
    }
  }
}
