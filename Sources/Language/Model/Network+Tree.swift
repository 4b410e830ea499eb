internal import CKernels

/// The tree of a sentence, from its attachment vectors.
extension Network {
  /// The heads of a sentence's words (0 the root, *j* its *j*-th word), and the margin of each over the next best head,
  /// as ``Token/headMargin`` counts it.
  ///
  /// - Complexity: O(words²).
  func heads(of sentence: Range<Int>, _ scratch: NetworkScratch) -> (heads: [Int], margins: [UInt8]) {
    let width = weights.shape.arcWidth
    let (apart, count) = (weights.attach.stride, sentence.count)
    let first = unsafe scratch.attach.start + sentence.lowerBound * apart
    unsafe scratch.rounded.round(first, apart: apart, count: count, columns: width, weights.kernels)
    unsafe weights.arcs.multiply(
      scratch.rounded, count: count, bias: weights.vectors.arcBias, into: scratch.arcQueries.start)
    for index in 0..<width { unsafe scratch.arcHeads.start[index] = weights.vectors.arcRoot[index] }
    for word in 0..<count {
      unsafe (scratch.arcHeads.start + (word + 1) * width).update(from: first + word * apart + width, count: width)
    }
    unsafe tercet_pack_floats(scratch.arcHeads.start, width, count + 1, width, scratch.packedHeads.start)
    let stride = (count + 16) / 16 * 16
    unsafe kernels.multiply_floats(
      scratch.arcQueries.start, width, count, width, scratch.packedHeads.start, count + 1, scratch.arcScores.start,
      stride)
    let heads = SpanningTree.heads(count: count) { word, head in
      unsafe scratch.arcScores.start[word * stride + head]
    }
    return (heads, heads.indices.map { unsafe margin(of: $0, heads, scratch.arcScores.start + $0 * stride) })
  }

  private func margin(of word: Int, _ heads: [Int], _ scores: UnsafePointer<Float>) -> UInt8 {
    let own = unsafe scores[heads[word]]
    var margin = Float(16)
    for head in 0...heads.count where head != heads[word] && head != word + 1 {
      margin = min(margin, unsafe own - scores[head])
    }
    return UInt8(clamping: Int((max(margin, 0) * 16).rounded(.down)))
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
      unsafe scratch.rounded.round(
        scratch.relationHeads.start, apart: ranks, count: block.count, columns: ranks, weights.kernels)
      unsafe weights.relation.multiply(
        scratch.rounded, count: block.count, bias: nil, into: scratch.relationProducts.start)
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
        result.append(labels.relations[unsafe Network.best(scratch.relationScores.start, labels.relations.count)])
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
}
