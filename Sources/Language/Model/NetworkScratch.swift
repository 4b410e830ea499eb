/// The buffers of one pass of the network, made once and used again.
final class NetworkScratch {
  /// Words in one pass; longer sentences are analyzed in windows of so many words.
  static let capacity = 256
  /// Words whose relations are scored at once.
  static let relationBlock = 32

  var words: WordFeatures
  let features: FloatBuffer
  let encoded: FloatBuffer
  let normed: FloatBuffer
  let window: FloatBuffer
  let gates: FloatBuffer
  let states: FloatBuffer
  let added: FloatBuffer
  let tagging: FloatBuffer
  let attach: FloatBuffer
  let arcQueries: FloatBuffer
  /// Root first, then the words of one sentence.
  let arcHeads: FloatBuffer
  let packedHeads: FloatBuffer
  let arcScores: FloatBuffer
  let relationHeads: FloatBuffer
  let relationDependents: FloatBuffer
  let relationProducts: FloatBuffer
  let relationScores: FloatBuffer

  init(_ weights: ModelWeights) {
    let shape = weights.shape
    let count = Self.capacity
    words = WordFeatures(formRows: shape.formRows, affixRows: shape.affixRows)
    features = FloatBuffer(count: count * shape.featureWidth)
    encoded = FloatBuffer(count: count * shape.width)
    normed = FloatBuffer(count: count * shape.width)
    window = FloatBuffer(count: count * shape.width * 3)
    gates = FloatBuffer(count: count * 6 * shape.hidden)
    states = FloatBuffer(count: count * 2 * shape.hidden)
    added = FloatBuffer(count: count * shape.width)
    tagging = FloatBuffer(count: count * weights.tagging.stride)
    attach = FloatBuffer(count: count * weights.attach.stride)
    arcQueries = FloatBuffer(count: count * shape.arcWidth)
    arcHeads = FloatBuffer(count: (count + 1) * shape.arcWidth)
    packedHeads = FloatBuffer(count: (count + 16) * shape.arcWidth)
    arcScores = FloatBuffer(count: count * (count + 16))
    let ranks = shape.relationWidth + 1
    relationHeads = FloatBuffer(count: Self.relationBlock * ranks)
    relationDependents = FloatBuffer(count: Self.relationBlock * ranks)
    relationProducts = FloatBuffer(count: Self.relationBlock * weights.relation.stride)
    relationScores = FloatBuffer(count: weights.labels.relations.count)
  }
}
