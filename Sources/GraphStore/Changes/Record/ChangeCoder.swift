internal import GraphModel

/// Takes the parts of a change in order: writes them, or reads them. What a change looks like is said once for both
/// (``code(_:)``), so that what is read is what was written.
protocol ChangeCoder {
  /// Whether values come out of the coder.
  static var isReading: Bool { get }
  /// Whether what was read means nothing; from then on everything is empty or 0.
  var isDamaged: Bool { get }

  /// Whether the change tells of roles and events, as all do that are written; those of version 2 do not.
  var hasEvents: Bool { get }

  /// Passes a number below `bound`.
  mutating func number(_ value: inout Int, below bound: Int)
  /// Passes how many rows follow, each of which takes a byte at least and counts as `weight` rows.
  mutating func count(_ value: inout Int, weight: Int)
  mutating func string(_ value: inout String)
  mutating func optional(_ value: inout String?)
  /// Passes bytes with their number.
  mutating func text(_ value: inout [UInt8])
  /// Passes the decisions, which stand at the end.
  mutating func decisions(_ value: inout [NamingDecision])
  /// Says that what was read contradicts itself.
  mutating func noteDamage()
}

extension ChangeCoder {
  /// Numbers are below 2^40.
  static var largest: Int { 1 << 40 }

  /// A document or a piece of evidence takes several times the memory of other rows, and more bytes before packing.
  static var heavyRow: Int { 4 }

  /// Passes rows with their number.
  ///
  /// - Parameters:
  ///   - empty: a row to be read into.
  ///   - weight: as how many rows each counts.
  mutating func rows<Row>(
    _ rows: inout [Row], _ empty: Row, weight: Int = 1, _ code: (inout Self, inout Row) -> Void
  ) {
    var count = rows.count
    self.count(&count, weight: weight)
    for index in 0..<count {
      if Self.isReading { rows.append(empty) }
      code(&self, &rows[index])
      if isDamaged { return }
    }
  }

  /// Passes what is done with a row: 0, 1, or 2 and then the row.
  mutating func state<Value>(
    _ state: inout GraphChange.State<Value>, _ empty: Value, _ code: (inout Self, inout Value) -> Void
  ) {
    var value = empty
    var kind = 0
    switch state {
    case .kept: kind = 0
    case .gone: kind = 1
    case .present(let present): (kind, value) = (2, present)
    }
    number(&kind, below: 3)
    if kind == 2 { code(&self, &value) }
    state = kind == 0 ? .kept : kind == 1 ? .gone : .present(value)
  }
}

/// What a change begins with that tells of roles and events.
enum ChangeMark {
  /// Three entities and no string: no change of version 2 begins so, for entities have names.
  static let bytes: [UInt8] = [0, 3]
}
