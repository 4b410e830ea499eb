internal import Bytes

/// Biases, norms and roots outside the layers: part of the section `vectors`.
struct VectorSection: Sendable {
  let inputNorm: NormVectors
  let inputBias: [Float]
  let norm: NormVectors
  /// As many numbers as a row of scores has: those behind the last label are 0.
  let taggingBias: [Float]
  /// Likewise.
  let attachBias: [Float]
  let arcRoot: [Float]
  let relationRoot: [Float]
  let arcBias: [Float]
}

/// Scale and shift of a layer norm.
struct NormVectors: Sendable {
  let scale: [Float]
  let shift: [Float]
}

/// The weights of one layer.
struct LayerWeights: Sendable {
  let window: Int
  let gates: WeightMatrix
  let out: WeightMatrix
  let vectors: LayerVectors
}

/// The vectors of one layer.
struct LayerVectors: Sendable {
  let norm: NormVectors
  let gateBias: [Float]
  let outBias: [Float]
}

extension VectorSection {
  /// Takes the vectors one after the other.
  struct Reader {
    private let section: ByteView
    private let shape: NetworkShape
    private let labels: LabelInventories
    private var offset = 0

    init(_ file: ModelFile, shape: NetworkShape, labels: LabelInventories) throws(ModelError) {
      let layer = 3 * shape.width + 6 * shape.hidden
      let count =
        2 * shape.featureWidth + shape.width + shape.windows.count * layer + 2 * shape.width
        + labels.taggingCount + shape.attachWidth + 2 * shape.arcWidth + shape.relationWidth
      section = try file.section("vectors", bytes: 4 * count)
      self.shape = shape
      self.labels = labels
    }

    private mutating func take(_ count: Int) -> [Float] {
      let start = offset
      offset += 4 * count
      // The size of the section was checked, so every load succeeds.
      return (0..<count).map { Float(bitPattern: section.load(start + 4 * $0, as: UInt32.self) ?? 0) }
    }

    /// `count` numbers, and zeros up to a multiple of 16.
    private mutating func padded(_ count: Int) -> [Float] {
      take(count) + [Float](repeating: 0, count: (16 - count % 16) % 16)
    }

    private mutating func norm(_ width: Int) -> NormVectors { NormVectors(scale: take(width), shift: take(width)) }

    /// What comes first: the input's norm and bias.
    mutating func input() -> (norm: NormVectors, bias: [Float]) { (norm(shape.featureWidth), take(shape.width)) }

    /// The next layer.
    mutating func layer() -> LayerVectors {
      LayerVectors(norm: norm(shape.width), gateBias: take(6 * shape.hidden), outBias: take(shape.width))
    }

    /// What comes after the layers, together with the input's vectors.
    mutating func heads(after input: (norm: NormVectors, bias: [Float])) -> VectorSection {
      VectorSection(
        inputNorm: input.norm, inputBias: input.bias, norm: norm(shape.width),
        taggingBias: padded(labels.taggingCount), attachBias: padded(shape.attachWidth), arcRoot: take(shape.arcWidth),
        relationRoot: take(shape.relationWidth), arcBias: take(shape.arcWidth))
    }
  }
}
