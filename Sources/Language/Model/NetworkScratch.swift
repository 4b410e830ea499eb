/// The buffers of a pass of the network, made once and used again, and the words that it remembers.
@safe
final class NetworkScratch {
  /// Words in one pass; longer sentences are analyzed in windows of so many words.
  static let capacity = 256
  /// Words whose relations are scored at once.
  static let relationBlock = 32
  /// Unknown words that are computed at once.
  static let wordBlock = 64

  let memory: WordMemory
  /// The slot of each word of the pass.
  var slots = [Int](repeating: 0, count: capacity)
  /// Words of the pass that the memory did not know.
  var unknown: [(index: Int, slot: Int)] = []
  /// For each word of the pass its products with the gates of a layer.
  let productRows: UnsafeMutablePointer<UnsafePointer<Float>>
  let rounded: RoundedRows
  var words: WordFeatures
  let features: FloatBuffer
  let encoded: FloatBuffer
  let normed: FloatBuffer
  let products: FloatBuffer
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
    let kinds = weights.labels.nameKinds.count
    words = WordFeatures(
      formRows: shape.formRows, affixRows: shape.affixRows - WordFeatures.nameRows(kinds), nameKinds: kinds)
    memory = WordMemory(width: Network.keptWidth(weights))
    unsafe productRows = .allocate(capacity: count)
    rounded = RoundedRows(capacity: count, columns: max(shape.featureWidth, shape.width, 2 * shape.hidden))
    features = FloatBuffer(count: Self.wordBlock * shape.featureWidth)
    encoded = FloatBuffer(count: count * shape.width)
    normed = FloatBuffer(count: count * shape.width)
    products = FloatBuffer(count: count * 18 * shape.hidden)
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

  deinit { unsafe productRows.deallocate() }
}
