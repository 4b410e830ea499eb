internal import Bytes

extension EdgeLists {
  /// How many rows the sections have, and their largest values: known before they are written.
  struct Shape {
    var entities: Int
    var edges = 0
    var runs = 0
    var largestSymbol: UInt32 = 0
    var largestObject: UInt32 = 0
  }

  /// Writes `FORWARD` from edges in their order.
  struct ForwardBuilder {
    private let shape: Shape
    private var firstRun: MonotoneArray.Builder
    private var surplus: MonotoneArray.Builder
    private var symbols: PackedArray.Builder
    private var objects: PackedArray.Builder
    private var entity = 0
    private var run = 0
    private var edge = 0
    private var last: (subject: UInt32, symbol: UInt32)?

    init(_ shape: Shape) {
      self.shape = shape
      firstRun = MonotoneArray.Builder(count: shape.entities + 1, largest: shape.runs)
      surplus = MonotoneArray.Builder(count: shape.runs + 1, largest: shape.edges - shape.runs)
      symbols = PackedArray.Builder(count: shape.runs, largest: UInt64(shape.largestSymbol))
      objects = PackedArray.Builder(count: shape.edges, largest: UInt64(shape.largestObject))
    }

    /// Adds the next edge.
    ///
    /// - Returns: its run.
    @inline(__always)
    mutating func append(subject: UInt32, symbol: UInt32, object: UInt32) -> Int {
      if last?.subject != subject || last?.symbol != symbol {
        while entity <= subject {
          firstRun.append(run)
          entity += 1
        }
        surplus.append(edge - run)
        symbols.append(UInt64(symbol))
        run += 1
        last = (subject, symbol)
      }
      objects.append(UInt64(object))
      edge += 1
      return run - 1
    }

    consuming func finished() -> [UInt8] {
      while entity <= shape.entities {
        firstRun.append(run)
        entity += 1
      }
      surplus.append(edge - run)
      var forward = ByteWriter()
      firstRun.finish(into: &forward)
      symbols.finish(into: &forward)
      surplus.finish(into: &forward)
      objects.finish(into: &forward)
      return forward.bytes
    }
  }

  /// The sections of both directions.
  static func encode(_ edges: EdgeColumns, entities: Int) -> (forward: [UInt8], reverse: [UInt8]) {
    var shape = Shape(entities: entities, edges: edges.count)
    for edge in 0..<edges.count where edges.beginsRun(edge) {
      shape.runs += 1
      shape.largestSymbol = max(shape.largestSymbol, edges.symbols[edge])
    }
    shape.largestObject = edges.objects.max() ?? 0
    var forward = ForwardBuilder(shape)
    for edge in 0..<edges.count {
      _ = forward.append(subject: edges.subjects[edge], symbol: edges.symbols[edge], object: edges.objects[edge])
    }
    return (forward.finished(), encodeReverse(edges, entities: entities, runCount: shape.runs))
  }

  private static func encodeReverse(_ edges: EdgeColumns, entities: Int, runCount: Int) -> [UInt8] {
    // A counting sort of the runs by object; within an object they stay ascending.
    var next = [UInt32](repeating: 0, count: entities + 1)
    for object in edges.objects { next[Int(object) + 1] += 1 }
    for entity in 0..<entities { next[entity + 1] += next[entity] }
    var runs = [UInt32](repeating: 0, count: edges.count)
    var run: UInt32 = 0
    for edge in 0..<edges.count {
      if edge > 0, edges.beginsRun(edge) { run += 1 }
      let object = Int(edges.objects[edge])
      runs[Int(next[object])] = run
      next[object] += 1
    }
    // `next` now tells where the list of each object ends.
    let last = edges.objects.max().map { Int($0) * runCount + Int(runs[edges.count - 1]) } ?? 0
    var incoming = MonotoneArray.Builder(count: edges.count, largest: last)
    var place = 0
    for object in 0..<entities {
      while place < next[object] {
        incoming.append(object * runCount + Int(runs[place]))
        place += 1
      }
    }
    var writer = ByteWriter()
    incoming.finish(into: &writer)
    return writer.bytes
  }

  /// The sections of both directions, and how many edges and runs each symbol has.
  ///
  /// - Parameters:
  ///   - edges: (subject · 2^32 + symbol, object).
  ///   - pairs: an empty sorter.
  static func encode(
    _ edges: KeySorter, entities: Int, symbols: Int, sortingBy pairs: KeySorter
  ) throws -> (forward: [UInt8], reverse: [UInt8], sizes: [PredicateSize], edges: Int) {
    var shape = Shape(entities: entities)
    var sizes = [PredicateSize](repeating: PredicateSize(edges: 0, runs: 0), count: symbols)
    var last: UInt64?
    try edges.forEach { key in
      let symbol = UInt32(truncatingIfNeeded: key.high)
      shape.edges += 1
      sizes[Int(symbol)].edges += 1
      shape.largestObject = max(shape.largestObject, key.low)
      if key.high == last { return }
      last = key.high
      shape.runs += 1
      sizes[Int(symbol)].runs += 1
      shape.largestSymbol = max(shape.largestSymbol, symbol)
    }
    var builder = ForwardBuilder(shape)
    var largest = KeySorter.Key(high: 0, low: 0)
    try edges.forEach { key in
      let run = builder.append(
        subject: UInt32(truncatingIfNeeded: key.high >> 32), symbol: UInt32(truncatingIfNeeded: key.high),
        object: key.low)
      let pair = KeySorter.Key(high: UInt64(key.low), low: UInt32(run))
      largest = max(largest, pair)
      try pairs.append(pair)
    }
    let forward = builder.finished()
    var incoming = MonotoneArray.Builder(
      count: shape.edges, largest: Int(largest.high) * shape.runs + Int(largest.low))
    try pairs.forEach { incoming.append(Int($0.high) * shape.runs + Int($0.low)) }
    var writer = ByteWriter()
    incoming.finish(into: &writer)
    return (forward, writer.bytes, sizes, shape.edges)
  }
}
