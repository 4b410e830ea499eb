internal import GraphModel
internal import Synchronization

/// For each document of a store with changes the first one of its story, found when it is first asked for: the texts of
/// a change are compared with one another and with those of the store that may be copies.
final class ChangedStories: Sendable {
  private let found = Mutex<[UInt32]?>(nil)

  /// The first document of the story of `document`.
  func story(of document: Int, in graph: ChangedGraph) -> Int {
    found.withLock { found in
      let firsts = found ?? Self.firsts(graph)
      found = firsts
      return Int(firsts[document])
    }
  }

  private static func firsts(_ graph: ChangedGraph) -> [UInt32] {
    let count = graph.documentCount
    var search = StorySearch(graph)
    return (try? search.firsts()) ?? (0..<UInt32(count)).map { $0 }
  }
}

/// Finds the stories of a store with changes.
private struct StorySearch {
  private let graph: ChangedGraph
  private let stories: StoryTable?
  /// By number, whether a document was added, or is of a story of the store that has lost one.
  private var isNew: [Bool]

  init(_ graph: ChangedGraph) {
    self.graph = graph
    stories = graph.base.stories
    isNew = Array(repeating: false, count: graph.documentCount)
    for row in graph.addedDocuments.indices { isNew[graph.documents.number(ofAdded: row)] = true }
  }

  mutating func firsts() throws -> [UInt32] {
    let kept = keptPrints()
    var finder = StoryFinder(count: graph.documentCount, isNew: { [isNew] in isNew[$0] }) { [graph] number in
      let id = DocumentID(UInt32(number))
      return StoryText(graph.text(of: id), date: graph.document(id).date)
    }
    for (document, first) in kept { finder.join(document, first) }
    for (hash, document) in sharedHashes() { try finder.take(hash, of: Int(document)) }
    return try finder.finished()
  }

  /// Prints of the store of whose stories nothing was taken away; those of other stories are new.
  private mutating func keptPrints() -> [(document: Int, first: Int)] {
    guard let stories else { return [] }
    let numbered = stories.all.map { row in
      (
        row: row, document: graph.documents.number(ofBase: row.document),
        first: graph.documents.number(ofBase: row.first)
      )
    }
    let broken = Set(numbered.filter { $0.document == nil || $0.first == nil }.map(\.row.first))
    var kept: [(document: Int, first: Int)] = []
    for print in numbered {
      if broken.contains(print.row.first) {
        for number in [print.document, print.first] { if let number { isNew[number] = true } }
      } else if let document = print.document, let first = print.first {
        kept.append((document, first))
      }
    }
    return kept
  }

  /// The numbers of the sketches of new documents, ascending, each with every document that has it.
  private func sharedHashes() -> [(hash: UInt32, document: UInt32)] {
    var keys: [(hash: UInt32, document: UInt32)] = []
    for (row, document) in graph.addedDocuments.enumerated() {
      let number = UInt32(graph.documents.number(ofAdded: row))
      keys += WordShingles(document.text).sketch.map { (hash: $0, document: number) }
    }
    if let stories {
      for (number, _) in isNew.enumerated().filter(\.element) {
        guard case .base(let row) = graph.documents.source(of: number) else { continue }
        keys += stories.sketch(of: row).map { (hash: $0, document: UInt32(number)) }
      }
      var wanted = HashSet()
      for key in keys { wanted.insert(key.hash) }
      stories.forEachHash { row, hash in
        guard wanted.contains(hash), let number = graph.documents.number(ofBase: row), !isNew[number] else { return }
        keys.append((hash, UInt32(number)))
      }
    }
    return keys.sorted { $0 < $1 }
  }
}

/// Numbers, most of which are told by one bit not to be among them: very many are asked for.
private struct HashSet {
  private static let places = 1 << 18

  private var bits = [UInt64](repeating: 0, count: places / 64)
  private var members: Set<UInt32> = []

  mutating func insert(_ hash: UInt32) {
    bits[Int(hash) % Self.places / 64] |= 1 << UInt64(hash % 64)
    members.insert(hash)
  }

  func contains(_ hash: UInt32) -> Bool {
    bits[Int(hash) % Self.places / 64] & 1 << UInt64(hash % 64) != 0 && members.contains(hash)
  }
}
