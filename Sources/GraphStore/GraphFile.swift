internal import Bytes
public import GraphModel
internal import Synchronization

/// A store: a graph in one file, mapped and read where it lies.
///
/// Opening reads the header and the first bytes of each section. Every page is checked against its checksum when it is
/// first read. The functions of ``GraphView`` never fail: from a damaged file they return what is intact, and ``damage``
/// tells afterwards that something was not. FORMAT.md gives the file byte by byte.
public final class GraphFile: GraphView {
  public static let magic = "TERCETDB"
  /// The newest version of the format, the one that ``GraphWriter`` writes.
  public static let version: UInt32 = 2

  /// As it stands on disk; the same as ``container`` unless it is of an older version.
  private let file: Container
  let container: Container
  let pages: PageGuard
  let counts: StoreCounts
  let strings: StringList
  let names: StringList
  let types: TypeTable
  let aliasTable: AliasTable
  let predicateTable: PredicateTable
  let edges: EdgeLists
  let symbols: SymbolTable
  let sources: SourceTable
  let evidenceTable: EvidenceTable
  let documents: DocumentTable
  let texts: TextBlocks
  private let decisionSection: PagedView
  /// The decisions, from the first time that they are asked for.
  private let readDecisions = Mutex<[NamingDecision]?>(nil)

  /// Opens the store at `path`.
  ///
  /// - Throws: when the file cannot be read, is no store, of a newer version, cut short or visibly damaged.
  /// - Complexity: O(1), but for the checksum of the page table: 1 byte in 1024 of the file. A store of an older version is
  ///   read as a whole.
  public convenience init(path: String) throws(StoreError) {
    do {
      try self.init(reading: MappedFile(path: path).bytes, place: path)
    } catch {
      throw StoreError(error)
    }
  }

  /// Opens the store that `bytes` are.
  public convenience init(bytes: [UInt8], place: String? = nil) throws(StoreError) {
    do {
      try self.init(reading: ByteView(copying: bytes), place: place)
    } catch {
      throw StoreError(error)
    }
  }

  init(reading bytes: ByteView, place: String?) throws(BytesError) {
    let file = try Container(bytes, magic: Self.magic, newestVersion: Self.version, place: place)
    let container = file.version == Self.version ? file : try Self.translated(file)
    let sections = try StoreSections(container)
    self.file = file
    self.container = container
    pages = sections.pages
    counts = try StoreCounts(sections[.counts])
    strings = try sections.strings(.strings, count: counts.strings, order: .bytes)
    names = try sections.strings(.names, count: counts.entities, order: .folded)
    types = try TypeTable(sections[.types], counts: counts)
    aliasTable = try AliasTable(sections, counts: counts)
    predicateTable = try PredicateTable(sections[.predicates], counts: counts)
    symbols = try SymbolTable(sections[.symbols], predicateCount: counts.predicates)
    edges = try EdgeLists(forward: sections[.forward], reverse: sections[.reverse], counts: counts)
    var offset = 0
    sources = try SourceTable(sections[.sources], at: &offset)
    evidenceTable = try EvidenceTable(sections[.evidence], counts: counts)
    documents = try DocumentTable(sections, counts: counts)
    texts = try TextBlocks(sections[.text])
    decisionSection = sections[.decisions]
    guard documents.textLength == texts.length, counts.isPossible, symbols.count <= edges.runCount else {
      throw sections[.counts].damage("the numbers of rows")
    }
  }

  /// A store of version 1 as one of the newest, in memory.
  private static func translated(_ old: Container) throws(BytesError) -> Container {
    let content = try VersionOneReader.content(of: old)
    let bytes: [UInt8]
    do {
      bytes = try GraphWriter.bytes(of: content)
    } catch {
      throw .damaged(place: old.place, section: "the store", detail: error.message)
    }
    return try Container(ByteView(copying: bytes), magic: magic, newestVersion: version, place: old.place)
  }

  public var entityCount: Int { counts.entities }
  public var predicateCount: Int { counts.predicates }
  public var edgeCount: Int { counts.edges }
  public var documentCount: Int { counts.documents }
  public var evidenceCount: Int { counts.evidence }

  public var decisions: [NamingDecision] {
    readDecisions.withLock { read in
      if let read { return read }
      let decisions = decisionSection.bytes(0..<decisionSection.count).flatMap(DecisionList.decode)
      if decisions == nil { decisionSection.recordDamage("the decisions") }
      read = decisions ?? []
      return decisions ?? []
    }
  }

  /// The file as it stands on the disk.
  var fileBytes: [UInt8] { file.bytes.array() }

  /// Bytes of the file.
  public var byteCount: Int { file.bytes.count }
  /// Name and size in bytes of each section, in the order of the file.
  public var sections: [(name: String, bytes: Int)] { file.sections.map { ($0.name, $0.range.count) } }
  /// 16 bytes that depend on the content alone, whatever version of the compressor wrote it.
  public var id: [UInt8] { container.id }
  /// The version of the format that the file has.
  public var formatVersion: UInt32 { file.version }

  /// The first damage that an answer met since the store was opened; nil when every byte read so far was intact.
  public var damage: StoreError? { pages.damage.map { StoreError($0) } }
}
