public import Bytes

/// The graph of a store file: the store with the changes that stand behind it.
///
/// It is as it was when it was opened, whatever is done to the file after that: changes are put behind what a reader
/// knows, and a store is replaced by renaming.
///
///     let graph = try StoredGraph(path: "news.tercet")
///     for entity in graph.entities(named: "NATO") {
///       print(graph.name(of: entity), graph.degree(of: entity, .both))
///     }
///     if let damage = graph.damage { throw damage }
public struct StoredGraph: Sendable {
  /// The store without the changes behind it.
  public let base: GraphFile
  /// The same with them; nil when there are none.
  let changed: ChangedGraph?
  let journal: Journal
  /// Bytes of the file as far as it was committed.
  public let byteCount: Int
  /// Bytes behind them: of a change that was not written to its end, or whose end is lost.
  public let uncommittedBytes: Int
  /// The file as it was when it was opened; nil when the graph came from bytes.
  private(set) var file: FileState?

  /// Opens the file at `path`.
  ///
  /// - Throws: when the file cannot be read, is no store, of a newer version, cut short or visibly damaged, or a change
  ///   behind it is.
  /// - Complexity: that of ``GraphFile/init(path:)``, and O(*c* log *n*) for changes of size *c* and a store of *n*
  ///   rows.
  public init(path: String) throws(StoreError) {
    let mapped: MappedFile
    do {
      mapped = try MappedFile(path: path)
    } catch {
      throw StoreError(error)
    }
    try self.init(reading: mapped.bytes, place: path)
    file = mapped.state
  }

  /// Opens the file that `bytes` are.
  ///
  /// - Parameter place: where they came from, for messages; nil when from nowhere a person knows.
  /// - Throws: as ``init(path:)``, but for reading the file.
  /// - Complexity: that of ``init(path:)``, and O(length of `bytes`), which are copied.
  public init(bytes: [UInt8], place: String? = nil) throws(StoreError) {
    try self.init(reading: ByteView(copying: bytes), place: place)
  }

  private init(reading bytes: ByteView, place: String?) throws(StoreError) {
    let announced = Container.announcedLength(bytes, magic: StoreFormat.magic) ?? bytes.count
    let length = min(announced, bytes.count)
    do {
      base = try GraphFile(reading: bytes.slice(0..<length) ?? bytes, place: place)
    } catch {
      throw StoreError(error)
    }
    journal = try Journal(bytes, from: length, place: place)
    byteCount = journal.end
    uncommittedBytes = max(bytes.count - journal.end, 0)
    let all = GraphChange(all: journal.changes[...])
    changed = all.isEmpty ? nil : try ChangedGraph(base, all)
  }

  /// The graph of the file at `path`, and the right to change the file.
  ///
  /// - Throws: as ``init(path:)``, and ``StoreError/file(_:)`` when another process has the right.
  /// - Complexity: that of ``init(path:)``.
  public static func opened(toChange path: String) throws(StoreError) -> (lock: FileLock, graph: StoredGraph) {
    while true {
      let lock: FileLock
      do {
        lock = try FileLock(path: path)
      } catch {
        throw StoreError(error)
      }
      let graph = try StoredGraph(path: path)
      // Another program may have put a new file there after the lock was taken.
      if let file = graph.file, lock.isOf(file) { return (lock, graph) }
    }
  }

  /// What whoever has the right to change the file may put a new one into the place of: the file as it was opened.
  public var replaced: ReplacedFile { file.map { .opened($0) } ?? .anything }

  /// How many changes stand behind the store.
  public var changeCount: Int { journal.changes.count }

  /// Bytes of the changes.
  public var changeBytes: Int { byteCount - base.byteCount }

  /// The first damage that an answer met since the store was opened; nil when every byte read so far was intact.
  public var damage: StoreError? { base.damage }

  /// Reads everything: each checksum, and that the tables obey the rules of FORMAT.md and fit one another. The changes
  /// were checked when the file was opened.
  ///
  /// - Parameter folder: as ``GraphFile/check(in:)`` takes it.
  /// - Throws: the first damage found.
  /// - Complexity: that of ``GraphFile/check(in:)``.
  public func check(in folder: String? = nil) throws(StoreError) { try base.check(in: folder) }
}
