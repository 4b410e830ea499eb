/// The edges of a store to be written, as columns.
struct EdgeColumns: Sendable {
  var subjects: [UInt32] = []
  var symbols: [UInt32] = []
  var objects: [UInt32] = []
  /// The number of who says so + 1, 0 for nobody; empty when nobody says any.
  private(set) var sources: [UInt32] = []

  var count: Int { subjects.count }

  /// Adds an edge.
  @inline(__always)
  mutating func append(subject: UInt32, symbol: UInt32, object: UInt32, source: UInt32? = nil) {
    if let source {
      while sources.count < count { sources.append(0) }
      sources.append(source + 1)
    } else if !sources.isEmpty {
      sources.append(0)
    }
    subjects.append(subject)
    symbols.append(symbol)
    objects.append(object)
  }

  /// Who says so, where somebody does.
  var attributions: [(edge: Int, source: Int)] {
    sources.enumerated().compactMap { $1 == 0 ? nil : ($0, Int($1) - 1) }
  }

  /// Whether a run begins at `edge`; the edges are sorted.
  func beginsRun(_ edge: Int) -> Bool {
    edge == 0 || subjects[edge] != subjects[edge - 1] || symbols[edge] != symbols[edge - 1]
  }

  /// Gives every entity and symbol its new number.
  mutating func renumber(entities: [UInt32], symbols numbers: [UInt32]) {
    for edge in 0..<count {
      subjects[edge] = entities[Int(subjects[edge])]
      symbols[edge] = numbers[Int(symbols[edge])]
      objects[edge] = entities[Int(objects[edge])]
    }
    for edge in sources.indices where sources[edge] > 0 { sources[edge] = entities[Int(sources[edge]) - 1] + 1 }
  }

  /// Sorts by (subject, symbol, object, source) and keeps one of edges that are the same.
  ///
  /// - Complexity: O(edges + entities + symbols): a counting sort for each column, the last one first.
  mutating func sort(entities: Int, symbols symbolCount: Int) {
    if !sources.isEmpty { reorder(Self.order(by: sources, below: entities + 1)) }
    reorder(Self.order(by: objects, below: entities))
    reorder(Self.order(by: symbols, below: symbolCount))
    reorder(Self.order(by: subjects, below: entities))
    var kept = 0
    for edge in 0..<count where edge == 0 || !isRepetition(edge) {
      subjects[kept] = subjects[edge]
      symbols[kept] = symbols[edge]
      objects[kept] = objects[edge]
      if !sources.isEmpty { sources[kept] = sources[edge] }
      kept += 1
    }
    if !sources.isEmpty { sources.removeLast(count - kept) }
    subjects.removeLast(count - kept)
    symbols.removeLast(symbols.count - kept)
    objects.removeLast(objects.count - kept)
  }

  private func isRepetition(_ edge: Int) -> Bool {
    !beginsRun(edge) && objects[edge] == objects[edge - 1] && (sources.isEmpty || sources[edge] == sources[edge - 1])
  }

  private static func order(by keys: [UInt32], below bound: Int) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: bound + 1)
    for key in keys { next[Int(key) + 1] += 1 }
    for key in 0..<bound { next[key + 1] += next[key] }
    var order = [UInt32](repeating: 0, count: keys.count)
    for (place, key) in keys.enumerated() {
      order[Int(next[Int(key)])] = UInt32(place)
      next[Int(key)] += 1
    }
    return order
  }

  private mutating func reorder(_ order: [UInt32]) {
    subjects = order.map { subjects[Int($0)] }
    symbols = order.map { symbols[Int($0)] }
    objects = order.map { objects[Int($0)] }
    if !sources.isEmpty { sources = order.map { sources[Int($0)] } }
  }
}
