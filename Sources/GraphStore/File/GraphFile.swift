internal import Bytes
public import GraphModel
internal import Synchronization

/// A store: a graph in one file, mapped and read where it lies. Changes behind it are not seen: ``StoredGraph`` has
/// them.
///
/// Opening reads the header and the first bytes of each section. Every page is checked against its checksum when it is
/// first read. The functions of ``GraphView`` never fail: from a damaged file they return what is intact, and
/// ``damage`` tells afterwards that something was not. FORMAT.md gives the file byte by byte.
///
///     let store = try GraphFile(path: "news.tercet")
///     print(store.entityCount, store.edgeCount, store.formatVersion)
///     try store.check()
public final class GraphFile: GraphView {
  /// As it stands on disk; the same as ``container`` unless it was translated.
  private let file: Container
  let container: Container
  let pages: PageGuard
  let counts: StoreCounts
  let strings: StringList
  /// The same, for answers.
  let sharedStrings: SharedStrings
  let names: StringList
  let types: EntityTypeTable
  let aliasTable: AliasTable
  let predicateTable: PredicateTable
  let edges: EdgeLists
  let symbols: SymbolTable
  let sources: SourceTable
  let evidenceTable: EvidenceTable
  let documents: DocumentTable
  let texts: TextBlocks
  /// Nil where no document has words, and in stores that were written before there were stories.
  let stories: StoryTable?
  let longSentences = LongSentences()
  let edgesByDocument = EdgesByDocument()
  private let decisionSection: PagedView
  /// The decisions, from the first time that they are asked for.
  private let readDecisions = Mutex<[NamingDecision]?>(nil)

  /// - Parameters:
  ///   - container: of a version that is read where it lies.
  ///   - file: what it was translated from; nil when it stands on the disk as it is.
  init(_ container: Container, translatedFrom file: Container? = nil) throws(BytesError) {
    let sections = try StoreSections(container)
    let hasEvents = container.version >= StoreFormat.firstWithEvents
    let hasSums = container.version >= StoreFormat.firstWithSums
    self.file = file ?? container
    self.container = container
    pages = sections.pages
    counts = try StoreCounts(sections[.counts])
    strings = try sections.strings(.strings, count: counts.strings, order: .bytes)
    sharedStrings = SharedStrings(strings)
    names = try sections.strings(.names, count: counts.entities, order: .folded)
    types = try EntityTypeTable(sections[.types], counts: counts)
    aliasTable = try AliasTable(sections, counts: counts)
    predicateTable = try PredicateTable(
      sections[.predicates], counts: counts, hasRoles: hasEvents, sharesMeanings: hasSums)
    symbols = try SymbolTable(sections[.symbols], predicateCount: counts.predicates, hasSums: hasSums)
    var offset = 0
    sources = try SourceTable(sections[.sources], at: &offset)
    edges = try EdgeLists(
      forward: sections[.forward], reverse: sections[.reverse], counts: counts, attributed: sources.count)
    evidenceTable = try EvidenceTable(
      sections[.evidence], counts: counts, hasEvents: hasEvents, tables: hasSums ? .columns : .rows)
    documents = try DocumentTable(sections, counts: counts, hasSums: hasSums)
    texts = try TextBlocks(sections[.text], form: hasSums ? .stored : .withPlainDictionary)
    if let section = sections[optional: .stories] {
      stories = try StoryTable(section, counts: counts, hasSums: hasSums)
    } else {
      stories = nil
    }
    decisionSection = sections[.decisions]
    guard documents.textLength == texts.length, counts.isPossible, symbols.count <= edges.runCount else {
      throw sections[.counts].damage("the numbers of rows")
    }
  }

  public var entityCount: Int { counts.entities }
  public var predicateCount: Int { counts.predicates }
  public var edgeCount: Int { counts.edges }
  public var documentCount: Int { counts.documents }
  public var evidenceCount: Int { counts.evidence }

  public var decisions: [NamingDecision] {
    readDecisions.withLock { read in
      if let read { return read }
      let decisions = decisionSection.bytes(0..<decisionSection.count).flatMap { DecisionList.decode($0) }
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
