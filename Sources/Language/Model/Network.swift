internal import CKernels

/// The forward pass: from words to scores. Training/FORMAT.md says what it computes.
///
/// The scores of a sentence do not depend on the other sentences of a pass, bit for bit: each number is a sum in a
/// fixed order.
struct Network: Sendable {
  let weights: ModelWeights
  var kernels: TercetKernels { weights.kernels.table }

  /// Computes the encoded words, the tagging scores and the attachment vectors of some sentences.
  ///
  /// - Parameters:
  ///   - words: the bytes of each word, at most ``NetworkScratch/capacity``.
  ///   - names: of each word what is known of the name that it belongs to.
  ///   - sentences: ranges of `words` that cover them.
  func encode(
    _ words: [ArraySlice<UInt8>], names: [KnownName], sentences: [Range<Int>], _ scratch: NetworkScratch
  ) {
    precondition(words.count <= NetworkScratch.capacity && names.count == words.count)
    let (shape, count) = (weights.shape, words.count)
    recall(words, names, scratch)
    for (index, layer) in weights.layers.enumerated() {
      if index > 0 { multiplyGates(layer, count: count, scratch) }
      apply(layer, addsWindow: index == 0 || layer.window == 3, count: count, sentences: sentences, scratch)
    }
    normalizeAndRound(scratch.encoded, shape.width, count, weights.vectors.norm, scratch.normed, scratch)
    unsafe weights.tagging.multiply(
      scratch.rounded, count: count, bias: weights.vectors.taggingBias, into: scratch.tagging.start)
    unsafe weights.attach.multiply(
      scratch.rounded, count: count, bias: weights.vectors.attachBias, into: scratch.attach.start)
    unsafe kernels.leaky(scratch.attach.start, count * weights.attach.stride)
  }

  /// The products of a layer but the first: its gates, or where it sees a window the parts that are added up to its
  /// gates.
  private func multiplyGates(_ layer: LayerWeights, count: Int, _ scratch: NetworkScratch) {
    normalizeAndRound(scratch.encoded, weights.shape.width, count, layer.vectors.norm, scratch.normed, scratch)
    guard layer.window == 3 else {
      return unsafe layer.gates.multiply(
        scratch.rounded, count: count, bias: layer.vectors.gateBias, into: scratch.gates.start)
    }
    unsafe layer.gates.multiply(scratch.rounded, count: count, bias: nil, into: scratch.products.start)
    for word in 0..<count {
      unsafe scratch.productRows[word] = UnsafePointer(scratch.products.start + word * layer.gates.stride)
    }
  }

  private func apply(
    _ layer: LayerWeights, addsWindow: Bool, count: Int, sentences: [Range<Int>], _ scratch: NetworkScratch
  ) {
    let (width, hidden) = (weights.shape.width, weights.shape.hidden)
    for sentence in sentences {
      let gates = unsafe scratch.gates.start + sentence.lowerBound * 6 * hidden
      if addsWindow {
        unsafe kernels.add_window(
          scratch.productRows + sentence.lowerBound, sentence.count, 6 * hidden, layer.window, layer.vectors.gateBias,
          gates)
      }
      unsafe kernels.scan(
        gates, 6 * hidden, sentence.count, hidden, scratch.states.start + sentence.lowerBound * 2 * hidden)
    }
    unsafe scratch.rounded.round(
      scratch.states.start, apart: 2 * hidden, count: count, columns: 2 * hidden, weights.kernels)
    unsafe layer.out.multiply(
      scratch.rounded, count: count, bias: layer.vectors.outBias, into: scratch.added.start)
    unsafe kernels.add(scratch.added.start, count * width, scratch.encoded.start)
  }

  /// The layer norm of `count` rows, written to `result` and rounded for products.
  func normalizeAndRound(
    _ input: FloatBuffer, _ width: Int, _ count: Int, _ norm: NormVectors, _ result: FloatBuffer,
    _ scratch: NetworkScratch
  ) {
    unsafe kernels.normalize(input.start, count, width, norm.scale, norm.shift, result.start)
    unsafe scratch.rounded.round(result.start, apart: width, count: count, columns: width, weights.kernels)
  }

  /// The index of the greatest of `count` numbers, the first of equals.
  static func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(count, 1) where unsafe scores[index] > scores[best] { best = index }
    return best
  }
}
