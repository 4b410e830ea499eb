internal import Bytes
internal import Succinct

/// The edges, by subject and by object.
///
/// Edges of one subject and one ``SymbolTable`` symbol are a run; edges are numbered run by run. For each object the
/// numbers of its runs are kept, all in one ascending sequence: object · runs + run.
struct EdgeLists: Sendable {
  /// First run of each subject, and the number of runs.
  private let firstRun: MonotoneArray
  /// The symbol of each run.
  private let symbols: PackedArray
  /// First edge of each run less the number of the run, and at the end edges less runs: no run is empty.
  private let surplus: MonotoneArray
  /// The object of each edge, ascending in a run.
  private let objects: PackedArray
  private let incoming: MonotoneArray
  let runCount: Int
  /// How many edges name a source: no more can repeat the object of another one in their run.
  private let attributedCount: Int
  private let section: PagedView
  private let directory: SubjectDirectory

  init(forward: PagedView, reverse: PagedView, counts: StoreCounts, attributed: Int) throws(BytesError) {
    var offset = 0
    firstRun = try MonotoneArray(forward, at: &offset)
    symbols = try PackedArray(forward, at: &offset)
    surplus = try MonotoneArray(forward, at: &offset)
    objects = try PackedArray(forward, at: &offset)
    offset = 0
    incoming = try MonotoneArray(reverse, at: &offset)
    runCount = symbols.count
    directory = SubjectDirectory(runs: runCount)
    guard firstRun.count == counts.entities + 1, firstRun.largest == runCount, surplus.count == runCount + 1,
      runCount <= counts.edges, surplus.largest == counts.edges - runCount, objects.count == counts.edges
    else { throw forward.damage("the edges") }
    let (pairs, overflow) = counts.entities.multipliedReportingOverflow(by: runCount)
    guard incoming.count == counts.edges, !overflow, incoming.largest < max(pairs, 1) else {
      throw reverse.damage("the incoming edges")
    }
    section = forward
    attributedCount = attributed
    // Of the edges of a run each has its own object, or its own source.
    guard attributed <= counts.edges, counts.edges - attributed <= pairs else { throw forward.damage("the edges") }
  }

  /// Shorter lists are not worth a look: they take little memory whatever they say.
  private static let shortList = 1 << 12

  /// The runs of `subject`, their symbols ascending; none, with the damage remembered, where they cannot ascend.
  @inline(__always)
  func runs(of subject: Int) -> Range<Int> {
    let runs = firstRun.range(subject)
    return runs.count <= Self.shortList ? runs : ascending(runs)
  }

  @inline(never)
  private func ascending(_ runs: Range<Int>) -> Range<Int> {
    symbols.mayAscend(at: runs) ? runs : runs.lowerBound..<runs.lowerBound
  }

  /// `edges`, those of a run; none, with the damage remembered, where their objects cannot ascend.
  @inline(__always)
  private func intact(_ edges: Range<Int>) -> Range<Int> {
    edges.count <= Self.shortList ? edges : ascending(edges: edges)
  }

  @inline(never)
  private func ascending(edges: Range<Int>) -> Range<Int> {
    objects.mayAscend(at: edges, repetitions: attributedCount) ? edges : edges.lowerBound..<edges.lowerBound
  }

  /// The symbol of `run`.
  func symbol(ofRun run: Int) -> Int { Int(symbols[run]) }

  /// The edges of `run`, at least one in an intact file.
  func edges(ofRun run: Int) -> Range<Int> {
    let range = surplus.range(run)
    return intact(range.lowerBound + run..<range.upperBound + run + 1)
  }

  /// The edges of `runs`; none, with the damage remembered, where they are more than there can be.
  func edges(ofRuns runs: Range<Int>) -> Range<Int> {
    let surplus = surplus.range(runs.lowerBound, count: runs.count)
    let edges = surplus.lowerBound + runs.lowerBound..<surplus.upperBound + runs.upperBound
    if edges.count - attributedCount <= runs.count * (firstRun.count - 1) { return edges }
    section.recordDamage("\(edges.count) edges of \(runs.count) runs")
    return edges.lowerBound..<edges.lowerBound
  }

  /// The subject of `run`.
  func subject(ofRun run: Int) -> Int { max(firstRun.count(atMost: run) - 1, 0) }

  func object(ofEdge edge: Int) -> Int { Int(objects[edge]) }

  /// The run of `edge`.
  ///
  /// - Complexity: O(log runs).
  func run(ofEdge edge: Int) -> Int {
    // Runs are not longer than all edges that are no run's first one, which bounds where to look.
    let low = max(edge - surplus.largest, 0)
    return (low + 1..<max(low, min(edge, runCount - 1)) + 1).first(behind: { surplus[$0] + $0 <= edge }) - 1
  }

  /// How many edges have `object`.
  func incomingCount(of object: Int) -> Int {
    let count = incoming.count(in: object * runCount..<(object + 1) * runCount)
    // A run leads to an object once, or once for each source.
    if count - attributedCount <= runCount { return count }
    section.recordDamage("\(count) edges of \(runCount) runs to entity \(object)")
    return 0
  }

  /// Calls `body` with each edge that has `object`: its run and its number, ascending.
  @inline(__always)
  func forEachIncoming(_ object: Int, _ body: (_ run: Int, _ edge: Int) -> Void) {
    forFirstIncoming(object) { run, edge in
      body(run, edge)
      return true
    }
  }

  /// The same until `body` returns false.
  @inline(__always)
  func forFirstIncoming(_ object: Int, _ body: (_ run: Int, _ edge: Int) -> Bool) {
    var walk = incomingWalk(object)
    var previous = (run: -1, edge: -1)
    while next(&walk) {
      let edge = walk.run == previous.run ? previous.edge + 1 : firstEdge(ofRun: walk.run, object: object)
      previous = (walk.run, edge)
      guard body(walk.run, edge) else { return }
    }
  }

  /// A walk over the runs that have an edge to `object`.
  @inline(__always)
  func incomingWalk(_ object: Int) -> IncomingWalk { incomingWalk(object, in: 0..<runCount) }

  /// A walk over those of `runs` that have an edge to `object`.
  @inline(__always)
  func incomingWalk(_ object: Int, in runs: Range<Int>) -> IncomingWalk {
    let base = object * runCount
    return IncomingWalk(cursor: incoming.cursor(from: base + runs.lowerBound), base: base, end: runs.upperBound)
  }

  /// Takes `walk` to the next run; false at the end, and with the damage remembered where the sequence does not ascend.
  @inline(__always)
  func next(_ walk: inout IncomingWalk) -> Bool {
    guard let value = incoming.next(&walk.cursor) else { return false }
    let run = value &- walk.base
    guard UInt(bitPattern: run) < UInt(bitPattern: walk.end) else {
      if run < 0 { incoming.recordDisorder() }
      return false
    }
    // The same run again: the same statement with another source.
    if run <= walk.run {
      guard run == walk.run, walk.repetitions < attributedCount else {
        incoming.recordDisorder()
        return false
      }
      walk.repetitions += 1
    }
    walk.run = run
    return true
  }

  /// A walk over `runs`, which follow one another.
  @inline(__always)
  func runWalk(_ runs: Range<Int>) -> RunWalk {
    var cursor = surplus.cursor(at: runs.lowerBound)
    let first = runs.isEmpty ? 0 : surplus.next(&cursor) ?? 0
    return RunWalk(cursor: cursor, run: runs.lowerBound - 1, end: runs.upperBound, edge: first + runs.lowerBound)
  }

  /// Takes `walk` to the next run and returns its edges; nil at the end.
  @inline(__always)
  func next(_ walk: inout RunWalk) -> Range<Int>? {
    walk.run += 1
    guard walk.run < walk.end, let surplus = surplus.next(&walk.cursor) else { return nil }
    let first = walk.edge
    walk.edge = max(first, surplus + walk.run + 1)
    return intact(first..<walk.edge)
  }

  /// The edges of `run`, which is behind the run that `search` was asked for last.
  @inline(__always)
  func edges(ofRun run: Int, _ search: inout RunSearch) -> Range<Int> {
    let steps = run - search.cursor.index
    // Far ahead, a search is shorter than a walk.
    if steps < 0 || steps > RunSearch.farAhead {
      search.cursor = surplus.cursor(at: run)
    } else {
      surplus.skip(steps, &search.cursor)
    }
    let start = surplus.next(&search.cursor) ?? 0
    var next = search.cursor
    return intact(start + run..<max(start, surplus.next(&next) ?? start) + run + 1)
  }

  /// A search for the subjects of runs, which ``finish(_:searches:)`` ends.
  func subjectSearch() -> SubjectSearch { SubjectSearch(table: directory.table) }

  /// Ends a search that was asked for about `count` subjects.
  func finish(_ search: SubjectSearch, searches count: Int) {
    if search.table == nil { directory.note(searches: count, subjects: subjectTable) }
  }

  private func subjectTable() -> SubjectTable {
    var table = SubjectTable(runs: runCount, subjects: firstRun.count - 1)
    var cursor = firstRun.cursor(at: 1)
    var subject: UInt32 = 0
    var end = firstRun.next(&cursor) ?? runCount
    for run in 0..<runCount {
      while end <= run, let next = firstRun.next(&cursor) {
        end = next
        subject += 1
      }
      table.append(subject)
    }
    return table
  }

  /// The subject of `run`, not before the run that `search` was asked for last.
  @inline(__always)
  func subject(ofRun run: Int, _ search: inout SubjectSearch) -> Int {
    if let subject = search.table?[run] { return subject }
    var steps = search.nextStart < 0 ? 6 : 0
    while search.nextStart <= run {
      // Far ahead, a search is shorter than a walk.
      if steps == 6 {
        search.cursor = firstRun.cursor(from: run + 1)
        search.current = max(search.cursor.index - 1, 0)
        search.nextStart = firstRun.next(&search.cursor) ?? .max
        return search.current
      }
      search.current += 1
      search.nextStart = firstRun.next(&search.cursor) ?? .max
      steps += 1
    }
    return search.current
  }

  /// Calls `body` with the objects of `edges`, those of one run, ascending.
  @inline(__always)
  func forEachObject(of edges: Range<Int>, _ body: (Int) -> Void) {
    for edge in edges { body(Int(objects[edge])) }
  }

  /// The runs with `symbol`, ascending, of which there are `count` in an intact file.
  func runs(ofSymbol symbol: Int, count: Int) -> [UInt32] {
    var runs: [UInt32] = []
    runs.reserveCapacity(count)
    symbols.forEach(in: UInt64(symbol)..<UInt64(symbol) + 1) { runs.append(UInt32(truncatingIfNeeded: $0)) }
    return runs
  }

  /// Calls `body` with each run whose symbol is one of `wanted`, and with its subject, ascending.
  func forEachRun(of wanted: Range<Int>, _ body: (_ run: Int, _ subject: Int) -> Void) {
    var search = subjectSearch()
    var count = 0
    symbols.forEach(in: UInt64(wanted.lowerBound)..<UInt64(wanted.upperBound)) { run in
      body(run, subject(ofRun: run, &search))
      count += 1
    }
    finish(search, searches: count)
  }

  /// The part of `runs`, those of one subject, whose symbols are among `wanted`.
  ///
  /// - Complexity: O(log runs).
  func runs(_ runs: Range<Int>, of wanted: Range<Int>) -> Range<Int> {
    let start = runs.first(behind: { Int(symbols[$0]) < wanted.lowerBound })
    var end = start
    while end < runs.upperBound, Int(symbols[end]) < wanted.upperBound { end += 1 }
    return start..<end
  }

  /// Whether `run` has an edge to `object`.
  func run(_ run: Int, hasObject object: Int) -> Bool {
    let edges = edges(ofRun: run)
    let edge = firstEdge(edges, object: object)
    return edge < edges.upperBound && Int(objects[edge]) == object
  }

  /// The first edge of `run` with `object`, in an intact file.
  private func firstEdge(ofRun run: Int, object: Int) -> Int {
    let edges = edges(ofRun: run)
    return min(firstEdge(edges, object: object), edges.upperBound - 1)
  }

  /// The first of `edges`, those of one run, whose object is not before `object`.
  private func firstEdge(_ edges: Range<Int>, object: Int) -> Int {
    edges.first(behind: { Int(objects[$0]) < object })
  }
}

/// A walk over runs that follow one another, each with its edges; ``EdgeLists/next(_:)`` takes it on.
struct RunWalk {
  fileprivate var cursor: MonotoneCursor
  /// The run that the walk came to.
  fileprivate(set) var run: Int
  fileprivate let end: Int
  fileprivate var edge: Int
}

/// A walk over the runs that have an edge to one object, ascending, and twice over a run that has two.
struct IncomingWalk {
  fileprivate var cursor: MonotoneCursor
  /// What the sequence has where the runs of the object begin, and the run before which the walk ends.
  fileprivate let base: Int
  fileprivate let end: Int
  /// The run that the walk came to.
  fileprivate(set) var run = -1
  fileprivate var repetitions = 0
}

/// Where the edges of ascending runs are looked for.
struct RunSearch {
  fileprivate static let farAhead = 256

  fileprivate var cursor = MonotoneCursor(index: -1 - farAhead, word: 0, bits: 0)
}

/// Where the subjects of ascending runs are looked for.
struct SubjectSearch {
  /// Nil where every subject is searched for.
  fileprivate let table: SubjectTable?
  fileprivate var cursor = MonotoneCursor(index: 0, word: 0, bits: 0)
  fileprivate var current = 0
  /// The first run of the subject behind ``current``; before the first call so far back that it is searched for.
  fileprivate var nextStart = -1
}
