internal import Bytes
internal import ExternalSort
internal import GraphModel
internal import Succinct

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

  /// What ``encode(_:entities:symbols:sortingBy:)`` makes of edges.
  struct Encoded {
    var forward: [UInt8] = []
    var reverse: [UInt8] = []
    var sources: [UInt8] = []
    /// Of each symbol.
    var sizes: [PredicateSize]
    var edges = 0
  }

  /// The key of an edge to be sorted, by which edges stand as in the store.
  ///
  /// - Parameter source: the number of who says so + 1, 0 for nobody.
  static func key(subject: UInt32, symbol: UInt32, object: UInt32, source: UInt32) -> KeySorter.Key {
    KeySorter.Key(high: UInt64(subject) << 32 | UInt64(symbol), low: UInt64(object) << 32 | UInt64(source))
  }

  /// The sections of both directions and of the sources.
  ///
  /// - Parameters:
  ///   - edges: by ``key(subject:symbol:object:source:)``.
  ///   - pairs: an empty sorter.
  static func encode(
    _ edges: KeySorter, entities: Int, symbols: Int, sortingBy pairs: KeySorter
  ) throws -> Encoded {
    var shape = Shape(entities: entities)
    var encoded = Encoded(sizes: [PredicateSize](repeating: PredicateSize(edges: 0, runs: 0), count: symbols))
    var attributed = (count: 0, lastEdge: 0, largest: UInt32(0))
    var last: UInt64?
    try edges.forEach { key in
      let symbol = UInt32(truncatingIfNeeded: key.high)
      let source = UInt32(truncatingIfNeeded: key.low)
      if source > 0 { attributed = (attributed.count + 1, shape.edges, max(attributed.largest, source - 1)) }
      shape.edges += 1
      encoded.sizes[Int(symbol)].edges += 1
      shape.largestObject = max(shape.largestObject, UInt32(key.low >> 32))
      if key.high == last { return }
      last = key.high
      shape.runs += 1
      encoded.sizes[Int(symbol)].runs += 1
      shape.largestSymbol = max(shape.largestSymbol, symbol)
    }
    var builder = ForwardBuilder(shape)
    var sources = SourceTable.Builder(
      count: attributed.count, lastEdge: attributed.lastEdge, largest: attributed.largest)
    var largest: UInt64 = 0
    var edge = 0
    try edges.forEach { key in
      let object = key.low >> 32
      let source = UInt32(truncatingIfNeeded: key.low)
      let run = builder.append(
        subject: UInt32(truncatingIfNeeded: key.high >> 32), symbol: UInt32(truncatingIfNeeded: key.high),
        object: UInt32(object))
      if source > 0 { sources.append(edge: edge, source: source - 1) }
      largest = max(largest, object << 32 | UInt64(run))
      // Two edges may differ in who says so alone.
      try pairs.append(KeySorter.Key(high: object << 32 | UInt64(run), low: UInt64(edge)))
      edge += 1
    }
    encoded.forward = builder.finished()
    encoded.sources = sources.finished()
    func position(_ pair: UInt64) -> Int { Int(pair >> 32) * shape.runs + Int(UInt32(truncatingIfNeeded: pair)) }
    var incoming = MonotoneArray.Builder(count: shape.edges, largest: position(largest))
    try pairs.forEach { incoming.append(position($0.high)) }
    var writer = ByteWriter()
    incoming.finish(into: &writer)
    encoded.reverse = writer.bytes
    encoded.edges = shape.edges
    return encoded
  }
}
