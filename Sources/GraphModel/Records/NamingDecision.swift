internal import Bytes

/// What somebody decided on who is who, beside what the texts tell. It is kept when they are read anew.
public struct NamingDecision: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// ``NamingDecision/entity`` is ``NamingDecision/other``.
    case merge = 1
    /// Some names of ``NamingDecision/other`` are those of ``NamingDecision/entity``.
    case split = 2
  }

  /// An entity by name and type.
  public struct Entity: Sendable, Hashable {
    public var name: String
    public var type: String

    public init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// Counted from 1 in the order of the decisions.
  public var serial: Int
  public var kind: Kind
  public var entity: Entity
  public var other: Entity
  /// The names of ``entity``, its own first.
  public var names: [String]
  /// What was before and after it, for the way back: packed as the store keeps it, and unpacked only when it is taken
  /// back; none when it concerned nothing.
  package var records: [[UInt8]] = []

  public init(serial: Int, kind: Kind, entity: Entity, other: Entity, names: [String]) {
    self.serial = serial
    self.kind = kind
    self.entity = entity
    self.other = other
    self.names = names
  }

  /// The rule of the names that an entity has from another one by a decision.
  public static let rule = "merged"
}

extension NamingDecision {
  /// The merge of the same names that this split takes back: the last of `decisions`, unless another split has taken
  /// it back; nil for what is no such split.
  ///
  /// - Complexity: O(*n*) for *n* decisions.
  package func mergeTakenBack(among decisions: [NamingDecision]) -> NamingDecision? {
    guard kind == .split else { return nil }
    let last = decisions.last { $0.entity == entity && $0.other == other && $0.names == names }
    return last?.kind == .merge ? last : nil
  }

  /// Decisions in order, each once with all its records.
  ///
  /// - Complexity: O(*n* log *n*) for *n* decisions and records.
  package static func sorted(_ decisions: [NamingDecision]) -> [NamingDecision] {
    var result: [NamingDecision] = []
    for decision in decisions.sorted(by: { $0.order($1) < 0 }) {
      if let last = result.last, last.order(decision) == 0 {
        result[result.count - 1].records += decision.records
      } else {
        result.append(decision)
      }
    }
    for index in result.indices {
      result[index].records = Set(result[index].records).sorted { $0.lexicographicallyPrecedes($1) }
    }
    return result
  }

  private func order(_ other: NamingDecision) -> Int {
    if serial != other.serial { return serial < other.serial ? -1 : 1 }
    if kind != other.kind { return kind.rawValue < other.kind.rawValue ? -1 : 1 }
    for (a, b) in zip(strings, other.strings) {
      let order = byteOrder(a, b)
      if order != 0 { return order }
    }
    return strings.count - other.strings.count
  }

  private var strings: [String] { [entity.name, entity.type, self.other.name, self.other.type] + names }
}
