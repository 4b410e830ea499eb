public import Bytes
internal import EnglishModel

/// The weights of a language model, read from a container in the format of Training/FORMAT.md.
///
/// The feature tables stay where they are; the matrices are expanded once.
public struct ModelWeights: Sendable {
  static let magic = "TERCETLM"
  static let version: UInt32 = 2

  let kernels: Kernels
  let shape: NetworkShape
  let labels: LabelInventories
  let forms: HalfCodeMatrix
  let affixes: CodeMatrix
  let input: PackedMatrix
  let layers: [LayerWeights]
  let tagging: PackedMatrix
  let attach: PackedMatrix
  /// Gives for a dependent's vector what its scores with all heads are made of.
  let arcs: PackedMatrix
  /// Rows ordered by dependent's number, then label.
  let relation: PackedMatrix
  let vectors: VectorSection
  /// Where sentences end.
  public let boundaries: BoundaryModel

  /// The weights linked into the program.
  ///
  /// - Throws: only when the program was built with damaged weights.
  /// - Complexity: O(size of the weights), some milliseconds.
  public init() throws(ModelError) { try self.init(kernels: .best) }

  init(kernels: Kernels) throws(ModelError) {
    let linked = unsafe UnsafeRawBufferPointer(start: tercet_english_model(), count: tercet_english_model_size())
    try unsafe self.init(ByteView(staticBytes: linked), place: nil, kernels: kernels, isLinked: true)
  }

  /// The weights in the file at `path`, which stays mapped.
  ///
  /// - Throws: when the file cannot be read, is no weights file, or is damaged.
  public init(path: String) throws(ModelError) {
    let file: MappedFile
    do { file = try MappedFile(path: path) } catch { throw .container(error) }
    try self.init(file.bytes, place: path)
  }

  /// The weights in `bytes`, which must start at a multiple of 4 in memory, as mapped and copied bytes do.
  ///
  /// - Parameter place: where they came from, for messages.
  public init(_ bytes: ByteView, place: String?) throws(ModelError) {
    try self.init(bytes, place: place, kernels: .best)
  }

  /// The same for the kernels of some level; tests compare the levels.
  init(_ bytes: ByteView, place: String?, kernels: Kernels, isLinked: Bool = false) throws(ModelError) {
    self.kernels = kernels
    let file: Container
    do {
      file = try Container(bytes, magic: Self.magic, newestVersion: Self.version, place: place)
      guard file.version == Self.version else {
        throw ModelError.shape(place: place, detail: "version \(file.version) of the format is no longer read")
      }
      shape = try NetworkShape(file.checkedSection("shape"), place: place)
      labels = try LabelInventories(file.checkedSection("labels"), place: place)
    } catch let error as BytesError {
      throw .container(error)
    } catch let error as ModelError {
      throw error
    } catch {
      throw .shape(place: place, detail: "\(error)")
    }
    forms = try HalfCodeMatrix(
      file, "forms", rows: shape.formRows, columns: shape.formWidth, isTrusted: isLinked)
    affixes = try CodeMatrix(file, "affixes", rows: shape.affixRows, columns: shape.affixWidth)
    input = PackedMatrix(
      try CodeMatrix(file, "input", rows: shape.width, columns: shape.featureWidth), kernels: kernels)
    var reader = try VectorSection.Reader(file, shape: shape, labels: labels)
    let inputVectors = reader.input()
    var layers: [LayerWeights] = []
    for (index, window) in shape.windows.enumerated() {
      let gates = try CodeMatrix(
        file, "gates\(index + 1)", rows: 6 * shape.hidden, columns: shape.width * window)
      let out = try CodeMatrix(file, "out\(index + 1)", rows: shape.width, columns: 2 * shape.hidden)
      layers.append(
        LayerWeights(
          window: window, gates: PackedMatrix(gates, kernels: kernels), out: PackedMatrix(out, kernels: kernels),
          vectors: reader.layer()))
    }
    self.layers = layers
    boundaries = try BoundaryModel(file, kernels)
    vectors = reader.heads(after: inputVectors)
    tagging = PackedMatrix(
      try CodeMatrix(file, "tagging", rows: labels.taggingCount, columns: shape.width), kernels: kernels)
    attach = PackedMatrix(
      try CodeMatrix(file, "attach", rows: shape.attachWidth, columns: shape.width), kernels: kernels)
    arcs = Self.transposed(try CodeMatrix(file, "arcs", rows: shape.arcWidth, columns: shape.arcWidth), kernels)
    relation = Self.byRank(
      try CodeMatrix(
        file, "relation", rows: labels.relations.count * (shape.relationWidth + 1),
        columns: shape.relationWidth + 1),
      labels: labels.relations.count, kernels)
  }

  private static func transposed(_ matrix: CodeMatrix, _ kernels: Kernels) -> PackedMatrix {
    let floats = matrix.floats()
    var turned = floats
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { turned[column * matrix.rows + row] = floats[row * matrix.columns + column] }
    }
    return PackedMatrix(turned, rows: matrix.columns, columns: matrix.rows, kernels: kernels)
  }

  /// Rows label · ranks + rank reordered as rank · labels + label, so that the labels' sums run side by side.
  private static func byRank(_ matrix: CodeMatrix, labels: Int, _ kernels: Kernels) -> PackedMatrix {
    let floats = matrix.floats()
    let ranks = matrix.columns
    var turned: [Float] = []
    turned.reserveCapacity(floats.count)
    for rank in 0..<ranks {
      for label in 0..<labels {
        let row = label * ranks + rank
        turned.append(contentsOf: floats[row * ranks..<(row + 1) * ranks])
      }
    }
    return PackedMatrix(turned, rows: matrix.rows, columns: matrix.columns, kernels: kernels)
  }
}
