import Bytes
import CKernels
import Commands
import Extraction
import Glibc
import GraphStore
import Language
import SchemaFiles

/// The speeds that `make check` holds: processor time as a ratio to fixed work in the same process, beside the
/// committed ratio.
///
/// Work and reference take turns every few milliseconds, so that neighbors on the machine slow both down, and the
/// middle one of several rounds counts. A ratio may be half as high again as committed.
struct SpeedGate {
  /// Lines `NAME TAB RATIO`, `#` begins a comment.
  var figures: String
  /// Texts to read.
  var inputs: [String]

  private static let rounds = 7
  private static let room = 1.5

  func run(_ output: TextStream) throws -> ExitStatus {
    var committed: [String: Double] = [:]
    try LineFile(path: figures).forEach { _, line in
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if fields.count == 2, !fields[0].hasPrefix("#") { committed[fields[0]] = Double(fields[1]) }
    }
    var slow = 0
    try output.writeLine("measure\tcommitted\tnow")
    for (name, ratio) in try ofText() + ofStore() {
      let figure = committed[name]
      let isSlow = figure.map { ratio > $0 * Self.room } ?? false
      slow += isSlow ? 1 : 0
      let verdict = isSlow ? "\ttoo slow" : figure == nil ? "\tnot committed" : ""
      try output.writeLine("\(name)\t\(figure.map(Self.decimals) ?? "-")\t\(Self.decimals(ratio))\(verdict)")
      try output.flush()
    }
    return slow == 0 ? .answered : .failed
  }

  /// From text to statements, stage by stage, by the reference loop. What the network takes depends on the processor's
  /// kernels.
  private func ofText() throws -> [(String, Double)] {
    let documents = try TextStages.documents(inputs)
    let stages = try TextStages()
    let (tokenizer, analyzer, extractor) = (stages.tokenizer, stages.analyzer, stages.extractor)
    var loop = ReferenceLoop()
    let names = ["tokenizing", "analyzing (\(Self.kernels))", "extracting"]
    return Self.middle(names) {
      var times = [Double](repeating: 0, count: names.count)
      var reference = 0.0
      var extractions: [DocumentExtraction] = []
      for input in documents {
        reference += ProcessorTime.seconds { loop.run() }
        var document = input.document
        times[0] += ProcessorTime.seconds { tokenizer.tokenize(&document, layout: input.layout) }
        times[1] += ProcessorTime.seconds { analyzer.analyze(&document) }
        times[2] += ProcessorTime.seconds { extractions.append(extractor.extract(document)) }
      }
      times[2] += ProcessorTime.seconds { _ = extractor.assemble(extractions) }
      return times.map { $0 / reference }
    }
  }

  /// Loading a graph by the reference loop, and asking it, opened anew each round, by plain arrays.
  private func ofStore() throws -> [(String, Double)] {
    let graph = SyntheticGraph(entities: 20_000, triples: 200_000, predicates: 60)
    let folder = try Self.temporaryFolder()
    defer { for name in ["/x.tsv", "/x.tercet", ""] { _ = unsafe remove(folder + name) } }
    try AtomicFile.replace(folder + "/x.tsv", with: Array(graph.lines.utf8))
    let load = TripleLoad(tsv: folder + "/x.tsv", store: folder + "/x.tercet")
    var arrays = PlainArrays(graph)
    var loop = ReferenceLoop()
    let names = graph.askedNames(1000)
    func other(_ number: Int) -> String { names[(7 * number + 3) % names.count] }
    let classes: [(name: String, fields: (Int) -> [String], answer: (Int, inout PlainArrays) -> Int)] = [
      ("nbr", { ["nbr", names[$0]] }, { $1.triples(of: names[$0]) }),
      ("hop2", { ["hop2", names[$0]] }, { $1.withinTwoHops(of: names[$0]) }),
      ("sp", { ["sp", names[$0], other($0)] }, { $1.hops(from: names[$0], to: other($0)) }),
    ]
    return try Self.middle(["load"] + classes.map(\.name)) {
      var reference = 0.0
      for _ in 0..<20 { reference += ProcessorTime.seconds { loop.run() } }
      let loading = try ProcessorTime.seconds { try load.write() }
      for _ in 0..<20 { reference += ProcessorTime.seconds { loop.run() } }
      var ratios = [loading / reference]
      var answerer = try TripleAnswerer(graph: GraphFile(path: load.store))
      for asked in classes {
        var (store, plain) = (0.0, 0.0)
        for start in stride(from: 0, to: names.count, by: 20) {
          let numbers = start..<(start + 20)
          let queries = numbers.map(asked.fields)
          var (found, expected) = ([Int?](), [Int?]())
          store += ProcessorTime.seconds { found = queries.map { answerer.answer($0) } }
          plain += ProcessorTime.seconds { expected = numbers.map { asked.answer($0, &arrays) } }
          guard found == expected else { throw BenchmarkError.wrongAnswers(asked.name) }
        }
        ratios.append(store / plain)
      }
      return ratios
    }
  }

  /// The middle one of the ratios that rounds give, each by its name.
  private static func middle(_ names: [String], _ round: () throws -> [Double]) rethrows -> [(String, Double)] {
    _ = try round()
    let all = try (0..<rounds).map { _ in try round() }
    return names.enumerated().map { number, name in (name, all.map { $0[number] }.sorted()[rounds / 2]) }
  }

  /// The kernels that this processor takes.
  private static var kernels: String {
    let levels = [(TercetLevelVNNI, "vnni"), (TercetLevelAVX512, "avx512"), (TercetLevelAVX2, "avx2")]
    return levels.first { unsafe tercet_kernels($0.0) != nil }?.1 ?? "plain"
  }

  private static func temporaryFolder() throws -> String {
    var template = Array("/tmp/tercet-speeds-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw BytesError.io(path: "/tmp", action: "create a folder", errno: errno)
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Three decimals.
  private static func decimals(_ ratio: Double) -> String {
    let thousandths = Int((1000 * ratio).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
