internal import Bytes
internal import Dispatch
internal import Language
internal import Synchronization

/// Works on many documents at once and hands the results on in the order of the documents.
struct OrderedWorkers: Sendable {
  var threads: Int

  /// How much text is taken before the results of a round are handed on.
  private static let bytesPerThread = 1 << 20
  /// How many documents are; the first rounds have fewer, so that the first results come at once.
  private static let documentsPerThread = 256

  /// What came of an input.
  enum Outcome<Output: Sendable> {
    case done(Output, InputDocument)
    /// A document on which no work was done.
    case passed(InputDocument)
    case failed(InputError)
  }

  /// Reads `inputs` and calls `emit` with what came of each, in order.
  ///
  /// - Parameters:
  ///   - isPassed: whether a document is handed on as it is.
  ///   - waiting: called ten times a second on the caller's thread while others work, with how much was read; nil for
  ///     no such calls.
  /// - Returns: what folders have beside documents.
  func run<Output: Sendable>(
    _ reader: DocumentReader, _ inputs: [FilePath], isPassed: (InputDocument) -> Bool,
    work: @escaping @Sendable (InputDocument) -> Output, waiting: ((InputPosition) throws -> Void)?,
    emit: (Outcome<Output>) throws -> Void
  ) throws -> SkippedFiles {
    var round: [Result<InputDocument, InputError>] = []
    var bytes = 0
    var most = threads
    func finish() throws {
      let texts = round.compactMap { try? $0.get() }.filter { !isPassed($0) }
      let position = texts.last?.position ?? InputPosition()
      var results = try map(texts, waiting: waiting.map { waiting in { try waiting(position) } }, work).makeIterator()
      for result in round {
        switch result {
        case .failure(let error): try emit(.failed(error))
        case .success(let input):
          if !isPassed(input), let output = results.next() {
            try emit(.done(output, input))
          } else {
            try emit(.passed(input))
          }
        }
      }
      round.removeAll(keepingCapacity: true)
    }
    let skipped = try reader.forEachDocument(in: inputs) { result in
      round.append(result)
      if case .success(let input) = result { bytes += input.document.source.count }
      guard bytes >= threads * Self.bytesPerThread || round.count >= most else { return }
      try finish()
      bytes = 0
      most = min(2 * most, threads * Self.documentsPerThread)
    }
    try finish()
    return skipped
  }

  /// The results of `work` in the order of `inputs`.
  ///
  /// - Parameter waiting: called ten times a second on the caller's thread while others work; nil for no such calls.
  func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], waiting: (() throws -> Void)? = nil, _ work: @escaping @Sendable (Input) -> Output
  ) throws -> [Output] {
    guard let waiting, !inputs.isEmpty else { return map(inputs, work) }
    let results = Mutex<[Output]>([])
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let outputs = map(inputs, work)
      results.withLock { $0 = outputs }
    }
    // What cannot be said is thrown when the work is done: the threads hold on to it.
    var failure: (any Error)?
    while group.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      do { try waiting() } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    return results.withLock { $0 }
  }

  private func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ work: @escaping @Sendable (Input) -> Output
  ) -> [Output] {
    let count = min(threads, inputs.count)
    guard count > 1 else { return inputs.map(work) }
    let next = Atomic<Int>(0)
    let results = Mutex<[Int: Output]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < inputs.count else { return }
        let result = work(inputs[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { finished in inputs.indices.compactMap { finished[$0] } }
  }
}
