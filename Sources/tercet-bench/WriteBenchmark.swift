import Bytes
import Commands
import Glibc
import GraphModel
import GraphStore

/// How long a store of made documents, or another one taken whole, takes to be written in bounded memory, and how much
/// memory the process had at most.
struct WriteBenchmark {
  private static let batch = 64
  private static let sentences = 20
  /// Statements of each sentence.
  private static let statements = 2

  /// Nil for made documents.
  private let store: String?
  private let documents: Int
  /// Bytes that names and sorting may take.
  private let memory: Int
  private let folder: String

  /// - Parameter arguments: a store or a number of made documents; then megabytes of memory and the folder, which may
  ///   be left out.
  init(_ arguments: [String]) {
    let first = arguments.first ?? ""
    documents = Int(first) ?? 0
    store = Int(first) == nil ? first : nil
    memory = (arguments.dropFirst().first.flatMap { Int($0) } ?? 64) << 20
    folder = arguments.dropFirst(2).first ?? "."
  }

  func run(_ output: TextStream) throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let before = Self.peak()
    let content = try SpilledContent(folder: folder, memory: memory)
    if let store { try content.take(StoredGraph(path: store)) } else { try takeNews(content) }
    let taken = clock.now
    let peakOfTaking = Self.peak()
    let path = "\(folder)/written.tercet"
    try GraphWriter.encode(content).write(to: path)
    let written = clock.now
    let peak = Self.peak()
    let graph = try StoredGraph(path: path)
    try output.writeLine(
      """
      documents\t\(graph.documentCount)
      evidence\t\(graph.evidenceCount)
      memory option MiB\t\(memory >> 20)
      peak MiB before, taking, writing\t\(before >> 10)\t\(peakOfTaking >> 10)\t\(peak >> 10)
      seconds taking, writing\t\((taken - start).seconds)\t\((written - taken).seconds)
      """)
    return .answered
  }

  private func takeNews(_ content: SpilledContent) throws {
    var news = SyntheticNews(documents: documents)
    for first in stride(from: 0, to: documents, by: Self.batch) {
      try content.take(
        news.content(
          first..<min(first + Self.batch, documents), sentences: Self.sentences, statements: Self.statements))
    }
  }

  /// The most memory that the process ever had, in KiB.
  private static func peak() -> Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}

/// Made documents like those of news: few entities have most of the statements. The same on every machine.
private struct SyntheticNews {
  private var numbers = MadeNumbers()
  private let entities: Int

  init(documents: Int) { entities = documents * 10 }

  private mutating func next(_ bound: Int) -> Int { numbers.below(bound) }

  /// Documents of these numbers.
  mutating func content(_ documents: Range<Int>, sentences: Int, statements: Int) -> GraphContent {
    let syllables = ["ba", "dor", "el", "fin", "gar", "hol", "kis", "lum", "mer", "nor", "pas", "rud", "sel", "tov"]
    var content = GraphContent()
    content.predicates = (0..<200).map { .init(name: "verb \($0)") }
    var places: [Int: Int] = [:]
    for number in documents {
      var document = GraphContent.Document(
        id: "news-\(number)", title: "Title of \(number)", date: "2026-0\(1 + number % 9)-1\(number % 10)",
        source: "source \(number % 50)", text: [], sentences: [])
      for sentence in 0..<sentences {
        let start = UInt32(document.text.count)
        var ends: [(place: Int, range: Range<UInt32>)] = []
        for _ in 0..<2 * statements {
          // The product of two even numbers falls like a power law.
          let entity = next(1 + next(entities))
          let name = "\(syllables[entity % 14])\(syllables[entity / 14 % 14]) \(entity)"
          let first = UInt32(document.text.count)
          document.text += Array(name.utf8)
          let range = first..<UInt32(document.text.count)
          document.text += Array(" \(syllables[next(14)])\(syllables[next(14)]) in \(syllables[next(14)]) ".utf8)
          let place = places[entity] ?? content.entities.count
          if places[entity] == nil {
            content.entities.append(
              .init(name: name, type: "Person", aliases: [.init(name: "\(entity)", rule: "short")]))
            places[entity] = place
          }
          ends.append((place, range))
        }
        document.text += Array(". ".utf8)
        document.sentences.append(start..<UInt32(document.text.count - 1))
        for pair in 0..<statements {
          let (subject, object) = (ends[2 * pair], ends[2 * pair + 1])
          content.statements.append(
            .init(
              subject: subject.place, predicate: next(1 + next(200)), object: object.place,
              evidence: .init(
                document: content.documents.count, sentence: sentence, subject: subject.range,
                predicate: subject.range.upperBound + 1..<object.range.lowerBound - 1, object: object.range,
                rules: ["subject-verb-object"], confidence: UInt8(50 + next(50)),
                time: next(4) == 0 ? "2026-\(1 + next(12))" : nil, event: pair)))
        }
      }
      content.documents.append(document)
    }
    return content
  }
}
