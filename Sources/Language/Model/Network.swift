internal import CKernels

/// The forward pass: from words to scores. Training/FORMAT.md says what it computes.
///
/// The scores of a sentence do not depend on the other sentences of a pass, bit for bit: each number is a sum in a fixed order.
struct Network: Sendable {
  let weights: ModelWeights
  private var kernels: TercetKernels { weights.kernels.table }

  /// Computes the encoded words, the tagging scores and the attachment vectors of some sentences.
  ///
  /// - Parameters:
  ///   - words: the bytes of each word, at most ``NetworkScratch/capacity``.
  ///   - sentences: ranges of `words` that cover them.
  func encode(_ words: [ArraySlice<UInt8>], sentences: [Range<Int>], _ scratch: NetworkScratch) {
    precondition(words.count <= NetworkScratch.capacity)
    let shape = weights.shape
    let count = words.count
    for (index, word) in words.enumerated() {
      scratch.words.read(word)
      let row = unsafe scratch.features.start + index * shape.featureWidth
      unsafe weights.forms.sumRows(scratch.words.forms, weights.kernels, into: row)
      unsafe weights.affixes.sumRows(scratch.words.affixes, weights.kernels, into: row + shape.formWidth)
    }
    normalize(scratch.features, shape.featureWidth, count, weights.vectors.inputNorm, into: scratch.features)
    unsafe weights.input.multiply(
      scratch.features.start, apart: shape.featureWidth, count: count, bias: weights.vectors.inputBias,
      into: scratch.encoded.start)
    for layer in weights.layers { apply(layer, count: count, sentences: sentences, scratch) }
    normalize(scratch.encoded, shape.width, count, weights.vectors.norm, into: scratch.normed)
    unsafe weights.tagging.multiply(
      scratch.normed.start, apart: shape.width, count: count, bias: weights.vectors.taggingBias,
      into: scratch.tagging.start)
    unsafe weights.attach.multiply(
      scratch.normed.start, apart: shape.width, count: count, bias: weights.vectors.attachBias,
      into: scratch.attach.start)
    unsafe kernels.leaky(scratch.attach.start, count * weights.attach.stride)
  }

  private func apply(_ layer: LayerWeights, count: Int, sentences: [Range<Int>], _ scratch: NetworkScratch) {
    let (width, hidden) = (weights.shape.width, weights.shape.hidden)
    normalize(scratch.encoded, width, count, layer.vectors.norm, into: scratch.normed)
    var input = scratch.normed
    if layer.window == 3 {
      input = scratch.window
      for sentence in sentences { unsafe spread(sentence, width, scratch.normed.start, into: input.start) }
    }
    unsafe layer.gates.multiply(
      input.start, apart: width * layer.window, count: count, bias: layer.vectors.gateBias,
      into: scratch.gates.start)
    for sentence in sentences {
      unsafe kernels.scan(
        scratch.gates.start + sentence.lowerBound * 6 * hidden, 6 * hidden, sentence.count, hidden,
        scratch.states.start + sentence.lowerBound * 2 * hidden)
    }
    unsafe layer.out.multiply(
      scratch.states.start, apart: 2 * hidden, count: count, bias: layer.vectors.outBias, into: scratch.added.start)
    unsafe kernels.add(scratch.added.start, count * width, scratch.encoded.start)
  }

  private func normalize(
    _ input: FloatBuffer, _ width: Int, _ count: Int, _ norm: NormVectors, into result: FloatBuffer
  ) {
    unsafe kernels.normalize(input.start, count, width, norm.scale, norm.shift, result.start)
  }

  /// For each word of a sentence the word before, the word and the word after; zeros outside the sentence.
  private func spread(
    _ sentence: Range<Int>, _ width: Int, _ input: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>
  ) {
    for word in sentence {
      for place in 0..<3 {
        let source = word + place - 1
        let target = unsafe result + (3 * word + place) * width
        if sentence.contains(source) {
          unsafe target.update(from: input + source * width, count: width)
        } else {
          unsafe target.update(repeating: 0, count: width)
        }
      }
    }
  }

  /// The heads of a sentence's words: 0 the root, *j* its *j*-th word.
  ///
  /// - Complexity: O(words²).
  func heads(of sentence: Range<Int>, _ scratch: NetworkScratch) -> [Int] {
    let width = weights.shape.arcWidth
    let (apart, count) = (weights.attach.stride, sentence.count)
    let first = unsafe scratch.attach.start + sentence.lowerBound * apart
    unsafe weights.arcs.multiply(
      first, apart: apart, count: count, bias: weights.vectors.arcBias, into: scratch.arcQueries.start)
    for index in 0..<width { unsafe scratch.arcHeads.start[index] = weights.vectors.arcRoot[index] }
    for word in 0..<count {
      unsafe (scratch.arcHeads.start + (word + 1) * width).update(from: first + word * apart + width, count: width)
    }
    unsafe tercet_pack_floats(scratch.arcHeads.start, width, count + 1, width, scratch.packedHeads.start)
    let stride = (count + 16) / 16 * 16
    unsafe kernels.multiply(
      scratch.arcQueries.start, width, count, width, scratch.packedHeads.start, nil, count + 1,
      scratch.arcScores.start, stride)
    return SpanningTree.heads(count: count) { word, head in unsafe scratch.arcScores.start[word * stride + head] }
  }

  /// The relation of each word of a sentence to its head: `root` for the root and for no other word.
  func relations(of sentence: Range<Int>, heads: [Int], _ scratch: NetworkScratch) -> [DependencyRelation] {
    let labels = weights.labels
    var result: [DependencyRelation] = []
    result.reserveCapacity(sentence.count)
    for start in stride(from: 0, to: sentence.count, by: NetworkScratch.relationBlock) {
      let block = start..<min(start + NetworkScratch.relationBlock, sentence.count)
      gatherRelationVectors(sentence, block, heads, scratch)
      let ranks = weights.relation.columns
      unsafe weights.relation.multiply(
        scratch.relationHeads.start, apart: ranks, count: block.count, bias: nil,
        into: scratch.relationProducts.start)
      for index in 0..<block.count {
        guard heads[start + index] > 0 else {
          result.append(.root)
          continue
        }
        unsafe kernels.combine(
          scratch.relationDependents.start + index * ranks,
          scratch.relationProducts.start + index * weights.relation.stride, ranks, labels.relations.count,
          scratch.relationScores.start)
        unsafe scratch.relationScores.start[labels.root] = -.infinity
        result.append(labels.relations[unsafe Self.best(scratch.relationScores.start, labels.relations.count)])
      }
    }
    return result
  }

  /// Copies the relation vectors of a block of words and of their heads, each followed by a 1.
  private func gatherRelationVectors(
    _ sentence: Range<Int>, _ block: Range<Int>, _ heads: [Int], _ scratch: NetworkScratch
  ) {
    let (width, apart) = (weights.shape.relationWidth, weights.attach.stride)
    let dependents = 2 * weights.shape.arcWidth
    for (index, word) in block.enumerated() {
      let left = unsafe scratch.relationDependents.start + index * (width + 1)
      let right = unsafe scratch.relationHeads.start + index * (width + 1)
      let own = unsafe scratch.attach.start + (sentence.lowerBound + word) * apart + dependents
      unsafe left.update(from: own, count: width)
      unsafe left[width] = 1
      if heads[word] == 0 {
        for place in 0..<width { unsafe right[place] = weights.vectors.relationRoot[place] }
      } else {
        let head = sentence.lowerBound + heads[word] - 1
        unsafe right.update(from: scratch.attach.start + head * apart + dependents + width, count: width)
      }
      unsafe right[width] = 1
    }
  }

  /// The index of the greatest of `count` numbers, the first of equals.
  static func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(count, 1) where unsafe scores[index] > scores[best] { best = index }
    return best
  }
}
