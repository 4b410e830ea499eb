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

  /// Reads `inputs` and calls `emit` with the result of each document, or with what was wrong with it, in order.
  func run<Output: Sendable>(
    _ reader: DocumentReader, _ inputs: [FilePath], work: @escaping @Sendable (InputDocument) -> Output,
    emit: (Result<Output, InputError>) throws -> Void
  ) throws {
    var round: [Result<InputDocument, InputError>] = []
    var bytes = 0
    var most = threads
    try reader.forEachDocument(in: inputs) { result in
      round.append(result)
      if case .success(let input) = result { bytes += input.document.source.count }
      guard bytes >= threads * Self.bytesPerThread || round.count >= most else { return }
      try finish(&round, work, emit)
      bytes = 0
      most = min(2 * most, threads * Self.documentsPerThread)
    }
    try finish(&round, work, emit)
  }

  private func finish<Output: Sendable>(
    _ round: inout [Result<InputDocument, InputError>], _ work: @escaping @Sendable (InputDocument) -> Output,
    _ emit: (Result<Output, InputError>) throws -> Void
  ) throws {
    for result in map(round, work) { try emit(result) }
    round.removeAll(keepingCapacity: true)
  }

  private func map<Output: Sendable>(
    _ round: [Result<InputDocument, InputError>], _ work: @escaping @Sendable (InputDocument) -> Output
  ) -> [Result<Output, InputError>] {
    map(round) { $0.map(work) }
  }

  /// The results of `work` in the order of `inputs`.
  func map<Input: Sendable, Output: Sendable>(
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
