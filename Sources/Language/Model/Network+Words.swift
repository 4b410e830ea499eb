internal import CKernels

/// The part of the pass that depends on single words: their features, the input layer and the products of the first
/// layer.
extension Network {
  /// Numbers kept for a word: its encoding, then its products with the gates of the first layer.
  static func keptWidth(_ weights: ModelWeights) -> Int { weights.shape.width + weights.layers[0].gates.stride }

  /// Sets the encodings and the rows of products of the words, of which only unknown ones are computed.
  func recall(_ words: [ArraySlice<UInt8>], _ names: [KnownName], _ scratch: NetworkScratch) {
    scratch.memory.beginPass()
    scratch.unknown.removeAll(keepingCapacity: true)
    for (index, word) in words.enumerated() {
      let (slot, isNew) = scratch.memory.slot(of: word, names[index])
      scratch.slots[index] = slot
      if isNew { scratch.unknown.append((index, slot)) }
    }
    for start in stride(from: 0, to: scratch.unknown.count, by: NetworkScratch.wordBlock) {
      compute(start..<min(start + NetworkScratch.wordBlock, scratch.unknown.count), words, names, scratch)
    }
    let width = weights.shape.width
    for index in 0..<words.count {
      let row = unsafe scratch.memory.row(scratch.slots[index])
      unsafe (scratch.encoded.start + index * width).update(from: row, count: width)
      unsafe scratch.productRows[index] = UnsafePointer(row + width)
    }
  }

  /// Computes some of the unknown words.
  private func compute(
    _ block: Range<Int>, _ words: [ArraySlice<UInt8>], _ names: [KnownName], _ scratch: NetworkScratch
  ) {
    let (shape, layer) = (weights.shape, weights.layers[0])
    for (place, unknown) in scratch.unknown[block].enumerated() {
      scratch.words.read(words[unknown.index], names[unknown.index])
      let row = unsafe scratch.features.start + place * shape.featureWidth
      unsafe scratch.words.forms.withUnsafeBufferPointer {
        unsafe weights.forms.sumRows($0, weights.kernels, into: row)
      }
      unsafe scratch.words.affixes.withUnsafeBufferPointer {
        unsafe weights.affixes.sumRows($0, weights.kernels, into: row + shape.formWidth)
      }
    }
    normalizeAndRound(
      scratch.features, shape.featureWidth, block.count, weights.vectors.inputNorm, scratch.features, scratch)
    unsafe weights.input.multiply(
      scratch.rounded, count: block.count, bias: weights.vectors.inputBias, into: scratch.encoded.start)
    normalizeAndRound(scratch.encoded, shape.width, block.count, layer.vectors.norm, scratch.normed, scratch)
    unsafe layer.gates.multiply(scratch.rounded, count: block.count, bias: nil, into: scratch.products.start)
    let (width, stride) = (shape.width, layer.gates.stride)
    for (place, unknown) in scratch.unknown[block].enumerated() {
      let row = unsafe scratch.memory.row(unknown.slot)
      unsafe row.update(from: scratch.encoded.start + place * width, count: width)
      unsafe (row + width).update(from: scratch.products.start + place * stride, count: stride)
    }
  }
}
