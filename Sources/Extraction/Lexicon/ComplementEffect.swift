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
}
