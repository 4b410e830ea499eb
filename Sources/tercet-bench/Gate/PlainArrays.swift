/// A graph as two sorted arrays in memory with its names beside them: what a look-up costs where nothing is decoded.
struct PlainArrays {
  private struct Side {
    var starts: [Int32] = []
    var ends: [Int32] = []

    /// - Parameter pairs: sorted.
    init(_ pairs: [(from: Int32, to: Int32)], count: Int) {
      starts = [Int32](repeating: 0, count: count + 1)
      for pair in pairs { starts[Int(pair.from) + 1] += 1 }
      for index in 0..<count { starts[index + 1] += starts[index] }
      ends = pairs.map(\.to)
    }

    func neighbors(of entity: Int32) -> ArraySlice<Int32> {
      ends[Int(starts[Int(entity)])..<Int(starts[Int(entity) + 1])]
    }
  }

  private let names: [[UInt8]]
  private let numbers: [String: Int32]
  private let outgoing: Side
  private let incoming: Side
  private var reached: [Int32]
  private var round: Int32 = 0
  private var text: [UInt8] = []
  /// What keeps the compiler from leaving the work out.
  private(set) var bytesRead = 0

  init(_ graph: SyntheticGraph) {
    names = graph.names.map { Array($0.utf8) }
    numbers = Dictionary(uniqueKeysWithValues: graph.names.enumerated().map { ($1, Int32($0)) })
    let edges = graph.triples.map { (from: $0.subject, to: $0.object) }
    outgoing = Side(edges.sorted { ($0.from, $0.to) < ($1.from, $1.to) }, count: names.count)
    incoming = Side(
      edges.map { (from: $0.to, to: $0.from) }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }, count: names.count)
    reached = [Int32](repeating: 0, count: names.count)
  }

  /// The triples of an entity, whose neighbors' names are read.
  mutating func triples(of name: String) -> Int {
    guard let entity = numbers[name] else { return 0 }
    text.removeAll(keepingCapacity: true)
    let sides = [outgoing.neighbors(of: entity), incoming.neighbors(of: entity)]
    for side in sides { for neighbor in side { text += names[Int(neighbor)] } }
    bytesRead += text.count
    return sides[0].count + sides[1].count
  }

  /// Entities within two hops in either direction, the first left out.
  mutating func withinTwoHops(of name: String) -> Int {
    guard let entity = numbers[name] else { return 0 }
    return search(from: entity, to: -1, hops: 2).reached
  }

  /// Hops of the shortest path in either direction; -1 when there is none.
  mutating func hops(from start: String, to end: String) -> Int {
    guard let first = numbers[start], let last = numbers[end] else { return -1 }
    return first == last ? 0 : search(from: first, to: last, hops: names.count).distance
  }

  private mutating func search(from start: Int32, to end: Int32, hops: Int) -> (reached: Int, distance: Int) {
    round += 1
    reached[Int(start)] = round
    var (level, count, distance) = ([start], 0, 0)
    while !level.isEmpty, distance < hops {
      distance += 1
      var next: [Int32] = []
      for entity in level {
        for side in [outgoing.neighbors(of: entity), incoming.neighbors(of: entity)] {
          for neighbor in side where reached[Int(neighbor)] != round {
            if neighbor == end { return (count, distance) }
            reached[Int(neighbor)] = round
            next.append(neighbor)
          }
        }
      }
      count += next.count
      level = next
    }
    return (count, -1)
  }
}
