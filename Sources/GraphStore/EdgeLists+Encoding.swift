internal import Bytes

extension EdgeLists {
  /// The sections of both directions.
  static func encode(_ edges: EdgeColumns, entities: Int) -> (forward: [UInt8], reverse: [UInt8]) {
    var runCount = 0
    var largestSymbol: UInt32 = 0
    for edge in 0..<edges.count where edges.beginsRun(edge) {
      runCount += 1
      largestSymbol = max(largestSymbol, edges.symbols[edge])
    }
    var firstRun = MonotoneArray.Builder(count: entities + 1, largest: runCount)
    var surplus = MonotoneArray.Builder(count: runCount + 1, largest: edges.count - runCount)
    var symbols = PackedArray.Builder(count: runCount, largest: UInt64(largestSymbol))
    var objects = PackedArray.Builder(count: edges.count, largest: UInt64(edges.objects.max() ?? 0))
    var run = 0
    var entity = 0
    for edge in 0..<edges.count {
      if edges.beginsRun(edge) {
        while entity <= edges.subjects[edge] {
          firstRun.append(run)
          entity += 1
        }
        surplus.append(edge - run)
        symbols.append(UInt64(edges.symbols[edge]))
        run += 1
      }
      objects.append(UInt64(edges.objects[edge]))
    }
    for _ in entity...entities { firstRun.append(run) }
    surplus.append(edges.count - run)
    var forward = ByteWriter()
    firstRun.finish(into: &forward)
    symbols.finish(into: &forward)
    surplus.finish(into: &forward)
    objects.finish(into: &forward)
    return (forward.bytes, encodeReverse(edges, entities: entities, runCount: runCount))
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
}
