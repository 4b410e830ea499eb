internal import Bytes
internal import Dispatch
internal import Language
internal import Synchronization

/// Works on many documents at once and hands the results on in the order of the documents.
struct OrderedWorkers: Sendable {
  var threads: Int
  /// Whether what is ready is handed on before more input is waited for, and soon after it was read.
  var isPrompt = false

  /// How much text is taken before the results of a round are handed on.
  private static let bytesPerThread = 1 << 20
  /// How many documents are; the first rounds have fewer, so that the first results come at once.
  private static let documentsPerThread = 256
  /// Bytes of short documents that are worked on together: their sentences share the passes of the network.
  private static let bytesTogether = 1 << 14
  /// The same where somebody waits for each of them: some hundredths of a second of work.
  private static let bytesTogetherPromptly = 1 << 12

  /// What came of an input.
  enum Outcome<Output: Sendable> {
    case done(Output, InputDocument)
    /// A document on which no work was done.
    case passed(InputDocument)
    case failed(BadDocument)
  }

  /// Reads `inputs` and calls `emit` with what came of each, in order.
  ///
  /// - Parameters:
  ///   - isPassed: whether a document is handed on as it is.
  ///   - work: of several documents, which stand behind one another in the input, what came of each.
  ///   - waiting: called ten times a second on the caller's thread while others work, with how much was read; nil for
  ///     no such calls.
  /// - Returns: what folders have beside documents.
  func run<Output: Sendable>(
    _ reader: DocumentReader, _ inputs: [FilePath], isPassed: (InputDocument) -> Bool,
    work: @escaping @Sendable ([InputDocument]) -> [Output], waiting: ((InputPosition) throws -> Void)?,
    emit: (Outcome<Output>) throws -> Void
  ) throws -> SkippedFiles {
    var round: [Result<InputDocument, BadDocument>] = []
    var bytes = 0
    var most = threads
    func finish() throws {
      let texts = round.compactMap { try? $0.get() }.filter { !isPassed($0) }
      let position = texts.last?.position ?? InputPosition()
      var rest = round.makeIterator()
      /// Hands on what stands before the next result, and that.
      func emitNext(_ output: Output?) throws {
        while let result = rest.next() {
          switch result {
          case .failure(let bad): try emit(.failed(bad))
          case .success(let input) where isPassed(input): try emit(.passed(input))
          case .success(let input):
            if let output { try emit(.done(output, input)) }
            return
          }
        }
      }
      try forEachResult(
        of: together(texts), waiting: waiting.map { waiting in { try waiting(position) } }, work
      ) { outputs in
        for output in outputs { try emitNext(output) }
      }
      try emitNext(nil)
      round.removeAll(keepingCapacity: true)
      bytes = 0
    }
    let skipped = try reader.forEachDocument(in: inputs, waiting: { if isPrompt { try finish() } }) { result in
      round.append(result)
      if case .success(let input) = result { bytes += input.document.source.count }
      guard bytes >= threads * Self.bytesPerThread || round.count >= most else { return }
      try finish()
      most = min(2 * most, threads * Self.documentsPerThread)
    }
    try finish()
    return skipped
  }

  /// `texts` in groups that are worked on together, at least as many as there are threads.
  private func together(_ texts: [InputDocument]) -> [[InputDocument]] {
    let all = texts.reduce(0) { $0 + $1.document.source.count }
    let most = min(isPrompt ? Self.bytesTogetherPromptly : Self.bytesTogether, all / threads)
    var groups: [[InputDocument]] = []
    var bytes = 0
    for text in texts {
      if groups.isEmpty || bytes + text.document.source.count > most {
        groups.append([])
        bytes = 0
      }
      groups[groups.count - 1].append(text)
      bytes += text.document.source.count
    }
    return groups
  }

  /// The results of `work` in the order of `inputs`.
  ///
  /// - Parameter waiting: called ten times a second on the caller's thread while others work; nil for no such calls.
  func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], waiting: (() throws -> Void)? = nil, _ work: @escaping @Sendable (Input) -> Output
  ) throws -> [Output] {
    var outputs: [Output] = []
    try forEachResult(of: inputs, waiting: waiting, work) { outputs.append($0) }
    return outputs
  }

  /// Calls `emit` with the results of `work` in the order of `inputs`, each as soon as those before it are there.
  ///
  /// - Parameter waiting: as for ``map(_:waiting:_:)``.
  private func forEachResult<Input: Sendable, Output: Sendable>(
    of inputs: [Input], waiting: (() throws -> Void)?, _ work: @escaping @Sendable (Input) -> Output,
    emit: (Output) throws -> Void
  ) throws {
    let count = min(threads, inputs.count)
    guard count > 1 || waiting != nil else {
      for input in inputs { try emit(work(input)) }
      return
    }
    let next = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)
    let results = Mutex<[Int: Output]>([:])
    let finished = DispatchSemaphore(value: 0)
    let group = DispatchGroup()
    for _ in 0..<count {
      DispatchQueue.global().async(group: group) {
        while !isStopped.load(ordering: .relaxed) {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < inputs.count else { return }
          let result = work(inputs[index])
          results.withLock { $0[index] = result }
          finished.signal()
        }
      }
    }
    // What cannot be said is thrown when no thread works any more: they hold on to it all.
    defer {
      isStopped.store(true, ordering: .relaxed)
      group.wait()
    }
    var emitted = 0
    while emitted < inputs.count {
      if let result = results.withLock({ $0.removeValue(forKey: emitted) }) {
        emitted += 1
        try emit(result)
      } else if let waiting {
        if finished.wait(timeout: .now() + .milliseconds(100)) == .timedOut { try waiting() }
      } else {
        finished.wait()
      }
    }
  }
}
