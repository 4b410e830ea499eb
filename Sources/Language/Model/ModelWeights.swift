public import Bytes
internal import EnglishModel

/// The weights of a language model, read from a container in the format of Training/FORMAT.md.
///
/// Tables and matrices stay where they are; only biases and norms are copied.
public struct ModelWeights: Sendable {
  static let magic = "TERCETLM"
  static let version: UInt32 = 4
  /// Bytes of a weights file: ten times the model linked into the program. All of it is read for its checksums.
  static let largestFile = 128 << 20

  let kernels: Kernels
  let shape: NetworkShape
  let labels: LabelInventories
  let forms: FeatureTable
  let affixes: FeatureTable
  let input: WeightMatrix
  let layers: [LayerWeights]
  let tagging: WeightMatrix
  let attach: WeightMatrix
  /// Gives for a dependent's vector what its scores with all heads are made of.
  let arcs: WeightMatrix
  /// Rows ordered by dependent's number, then label.
  let relation: WeightMatrix
  let vectors: VectorSection
  /// Where sentences end.
  public let boundaries: BoundaryModel
  /// The head of the file, whose checksums no other weights have.
  public let fingerprint: [UInt8]

  /// The weights linked into the program.
  ///
  /// - Throws: only when the program was built with damaged weights.
  /// - Complexity: O(labels).
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
    guard file.count <= Self.largestFile else {
      throw .container(.tooLarge(path: path, found: file.count, limit: Self.largestFile))
    }
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
    fingerprint = bytes.slice(0..<min(bytes.count, 1 << 10))?.array() ?? []
    let container: Container
    do {
      container = try Container(bytes, magic: Self.magic, newestVersion: Self.version, place: place)
      guard container.version == Self.version else {
        throw ModelError.shape(place: place, detail: "version \(container.version) of the format is no longer read")
      }
      shape = try NetworkShape(container.checkedSection("shape"), place: place)
      labels = try LabelInventories(container.checkedSection("labels"), place: place)
    } catch let error as BytesError {
      throw .container(error)
    } catch let error as ModelError {
      throw error
    } catch {
      throw .shape(place: place, detail: "\(error)")
    }
    guard shape.affixRows > WordFeatures.nameRows(labels.nameKinds.count) else {
      throw .shape(place: place, detail: "\(shape.affixRows) affix rows hold no kinds of names")
    }
    let file = ModelFile(container: container, kernels: kernels, isTrusted: isLinked)
    forms = try FeatureTable(file, "forms", rows: shape.formRows, columns: shape.formWidth, bits: 4)
    affixes = try FeatureTable(file, "affixes", rows: shape.affixRows, columns: shape.affixWidth)
    input = try WeightMatrix(file, "input", rows: shape.width, columns: shape.featureWidth)
    var reader = try VectorSection.Reader(file, shape: shape, labels: labels)
    let inputVectors = reader.input()
    var layers: [LayerWeights] = []
    for (index, window) in shape.windows.enumerated() {
      layers.append(
        LayerWeights(
          window: window,
          gates: try WeightMatrix(
            file, "gates\(index + 1)", rows: 6 * shape.hidden * window, columns: shape.width),
          out: try WeightMatrix(file, "out\(index + 1)", rows: shape.width, columns: 2 * shape.hidden),
          vectors: reader.layer()))
    }
    self.layers = layers
    vectors = reader.heads(after: inputVectors)
    tagging = try WeightMatrix(file, "tagging", rows: labels.taggingCount, columns: shape.width)
    attach = try WeightMatrix(file, "attach", rows: shape.attachWidth, columns: shape.width)
    arcs = try WeightMatrix(file, "arcs", rows: shape.arcWidth, columns: shape.arcWidth)
    relation = try WeightMatrix(
      file, "relation", rows: labels.relations.count * (shape.relationWidth + 1), columns: shape.relationWidth + 1)
    boundaries = try BoundaryModel(file)
  }
}
