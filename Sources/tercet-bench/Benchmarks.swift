import Bytes
import Commands

/// The project's own measurements, one a sub-command.
enum Benchmarks {
  private struct Entry {
    var name: String
    var usage: String
    var needsInput = true
    var run: ([String], TextStream) throws -> ExitStatus
  }

  private static var all: [Entry] {
    [
      Entry(name: "extract", usage: "extract FILE...   sentences and words a second from text to graph, on one core") {
        try ExtractBenchmark(inputs: $0).run($1)
      },
      Entry(name: "parse", usage: "parse FILE...     words a second from text to trees, on one core") {
        try ParseBenchmark(inputs: $0).run($1)
      },
      Entry(
        name: "kernels", usage: "kernels           the matrix products of the model beside OpenBLAS", needsInput: false
      ) { _, output in try KernelBenchmark().run(output) },
      Entry(
        name: "facts", usage: "facts FILE        statements and open facts of sentences with their signs, for Training/"
      ) {
        try LabelledFacts(path: $0[0]).run($1)
      },
      Entry(
        name: "signs", usage: "signs FILE...     statements of texts with the signs of their confidence, for Training/"
      ) {
        try StatementSigns(paths: $0).run($1)
      },
      Entry(
        name: "load",
        usage: "load DATA.tsv [DATA.nt] STORE   a store of bare triples, for the benchmark beside other stores"
      ) {
        guard let tsv = $0.first, let store = $0.last, $0.count > 1 else { return .usage }
        return try TripleLoad(tsv: tsv, store: store).run($1)
      },
      Entry(name: "corpus", usage: "corpus N TEXT...   N articles of 600 words made of others, as JSON Lines") {
        guard let count = $0.first.flatMap({ Int($0) }), $0.count > 1 else { return .usage }
        return try CorpusMaker(inputs: Array($0.dropFirst())).run(count, $1)
      },
      Entry(name: "serve", usage: "serve STORE       answers that benchmark's queries, a line each") {
        try TripleServe(store: $0[0]).run($1)
      },
      Entry(
        name: "speeds",
        usage: "speeds FIGURES TEXT...   speeds as ratios to fixed work, beside those committed in FIGURES"
      ) {
        try SpeedGate(figures: $0[0], inputs: Array($0.dropFirst())).run($1)
      },
      Entry(
        name: "write",
        usage: "write COUNT|STORE [MIB [FOLDER]]   time and memory of writing made documents or a store anew"
      ) { try WriteBenchmark($0).run($1) },
      Entry(name: "words", usage: "words FILE        byte ranges of words and ends of sentences by rule, for Training/")
      {
        try RuledWords(path: $0[0]).run($1)
      },
    ]
  }

  static func run(_ arguments: [String], _ output: TextStream, _ messages: TextStream) -> ExitStatus {
    do {
      guard let name = arguments.first, let entry = all.first(where: { $0.name == name }),
        arguments.count > 1 || !entry.needsInput
      else {
        for entry in all { try messages.writeLine("tercet-bench \(entry.usage)") }
        try messages.flush()
        return .usage
      }
      do {
        let status = try entry.run(Array(arguments.dropFirst()), output)
        try output.flush()
        return status
      } catch let error as any DiagnosticError {
        try messages.writeLine("\(error.place ?? "tercet-bench"): error: \(error.message)")
        try messages.flush()
        return error.exitStatus
      }
    } catch {
      return .inputOutput
    }
  }
}
