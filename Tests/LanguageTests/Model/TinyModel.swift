import Bytes
import TestSupport

@testable import Language

/// A small weights file with random numbers, for tests that need no knowledge of English.
struct TinyModel {
  var shape: [UInt32] = [8, 14, 16, 16, 16, 16, 16, 4, 2, 3, 1]
  var labels = """
    tag\tNOUN\tVERB
    fine_tag\tNN\tVBD\tCD
    features\t_\tNumber=Sing
    lemma\tl0:\tk0:\tl1:
    name\tO\tB-PERSON\tI-PERSON
    date\tO\tB-DATE\tI-DATE
    relation\tnsubj\tobj\troot
    lemma_tags\t3\t1\t2
    kind\tcity\tteam

    """
  /// A section of this name is left out.
  var omitted: String?
  /// A section of this name is one byte short.
  var shortened: String?

  /// The bytes of the file.
  func bytes() -> [UInt8] {
    var random = SeededGenerator(seed: 5)
    var writer = ContainerWriter(magic: "TERCETLM", version: 4)
    func add(_ name: String, _ bytes: [UInt8]) {
      guard name != omitted else { return }
      writer.add(name, name == shortened ? bytes.dropLast() : bytes)
    }
    func scale() -> Float { Float(1 + random.below(9)) / 900 }
    func code() -> Int8 { Int8(random.below(255) - 127) }
    func table(_ rows: Int, _ columns: Int) -> [UInt8] {
      Self.floats((0..<rows).map { _ in scale() }) + (0..<rows * columns).map { _ in UInt8(bitPattern: code()) }
    }
    func matrix(_ rows: Int, _ columns: Int) -> [UInt8] {
      Self.panels(rows, columns, scale: { _ in scale() }, code: { _, _ in code() })
    }
    add("shape", shape.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) } })
    add("labels", Array(labels.utf8))
    add("forms", table(8, 8))
    add("affixes", table(14, 16))
    add("input", matrix(16, 32))
    add("gates1", matrix(288, 16))
    add("out1", matrix(16, 32))
    add("gates2", matrix(96, 16))
    add("out2", matrix(16, 32))
    add("tagging", matrix(16, 16))
    add("attach", matrix(40, 16))
    add("arcs", matrix(16, 16))
    add("relation", matrix(15, 5))
    let count = 2 * 32 + 16 + 2 * (3 * 16 + 96) + 2 * 16 + 16 + 40 + 16 + 4 + 16
    add("vectors", Self.floats((0..<count).map { _ in Float(random.below(200)) / 100 }))
    add("endforms", table(4096, 16))
    add("endshape", table(512, 8))
    add("endgaps", table(8, 4))
    add("endmix", matrix(32, 224))
    add("endvecs", Self.floats((0..<64 + 512 + 1).map { _ in Float(random.below(200)) / 100 - 1 }))
    return writer.finished()
  }

  static func floats(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32($0))) } }
  }

  /// The section of a matrix that is multiplied: Training/FORMAT.md describes it.
  static func panels(
    _ rows: Int, _ columns: Int, scale: (Int) -> Float, code: (Int, Int) -> Int8
  ) -> [UInt8] {
    let padded = (rows + 15) / 16 * 16
    var bytes = floats((0..<padded).map { $0 < rows ? scale($0) : 0 })
    for panel in stride(from: 0, to: padded, by: 16) {
      for pair in stride(from: 0, to: columns, by: 2) {
        for row in panel..<panel + 16 {
          for column in [pair, pair + 1] {
            bytes.append(row < rows && column < columns ? UInt8(bitPattern: code(row, column)) : 0)
          }
        }
      }
    }
    return bytes
  }

  /// The weights.
  func weights(_ kernels: Kernels = .best) throws(ModelError) -> ModelWeights {
    try ModelWeights(ByteView(copying: bytes()), place: "tiny", kernels: kernels)
  }
}
