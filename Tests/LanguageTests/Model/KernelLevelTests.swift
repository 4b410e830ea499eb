import CKernels
import TestSupport
import Testing

@testable import Language

/// The guarantee of CKernels: every level of processors gives the same bits.
@Suite struct KernelLevelTests {
  /// What each level makes of one and the same numbers.
  private static func results(_ body: (Kernels) -> [Float]) -> [[Float]] { Kernels.available.map(body) }

  private static func expectEqual(_ results: [[Float]], _ name: String) {
    for (level, result) in results.enumerated() {
      #expect(result.map(\.bitPattern) == results[0].map(\.bitPattern), "\(name), level \(level), seed 11")
    }
  }

  @Test func elementWiseKernels() {
    var random = SeededGenerator(seed: 11)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(random.below(200_001) - 100_000) / 7919 } }
    let (values, scale, shift) = (numbers(7 * 48), numbers(48), numbers(48))
    let (gates, left, products) = (numbers(9 * 96), numbers(5), numbers(5 * 51))
    let codes = (0..<6 * 48).map { _ in Int8(truncatingIfNeeded: random.below(255) - 127) }
    let halves = (0..<6 * 24).map { _ in UInt8(random.below(256)) }
    let chosen: [UInt32] = [5, 0, 5, 2]
    func filled(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
      let buffer = FloatBuffer(count: count)
      unsafe body(buffer.start)
      return buffer.array(0..<count)
    }
    Self.expectEqual(
      Self.results { k in unsafe filled(7 * 48) { unsafe k.table.normalize(values, 7, 48, scale, shift, $0) } },
      "normalize")
    Self.expectEqual(Self.results { k in unsafe filled(9 * 32) { unsafe k.table.scan(gates, 96, 9, 16, $0) } }, "scan")
    // Three words of 32 products for each place of a window; the layer's width is 32.
    Self.expectEqual(
      Self.results { k in
        unsafe filled(3 * 32) { sums in
          unsafe values.withUnsafeBufferPointer { values in
            let rows = unsafe [0, 96, 192].map { unsafe values.baseAddress! + $0 }
            unsafe k.table.add_window(rows, 3, 32, 3, shift, sums)
          }
        }
      }, "add_window")
    Self.expectEqual(
      Self.results { k in unsafe filled(51) { unsafe k.table.combine(left, products, 5, 51, $0) } }, "combine")
    Self.expectEqual(
      Self.results { k in unsafe filled(48) { unsafe k.table.sum_rows(codes, scale, 48, chosen, 4, $0) } }, "sum_rows")
    Self.expectEqual(
      Self.results { k in unsafe filled(48) { unsafe k.table.sum_half_rows(halves, scale, 48, chosen, 4, $0) } },
      "sum_half_rows")
    Self.expectEqual(
      Self.results { k in
        unsafe filled(7 * 48) { sums in
          unsafe sums.update(from: values, count: 7 * 48)
          unsafe k.table.leaky(sums, 7 * 48)
          unsafe k.table.add(values, 7 * 48, sums)
        }
      }, "leaky and add")
  }

  /// Of the four-bit rows, against the plain sum.
  @Test func halfRowsAreSummedAsTheFormatSays() {
    var random = SeededGenerator(seed: 12)
    let bytes = (0..<3 * 16).map { _ in UInt8(random.below(256)) }
    let scales: [Float] = [0.5, 0.25, 2]
    for kernels in Kernels.available {
      let sum = FloatBuffer(count: 32)
      unsafe kernels.table.sum_half_rows(bytes, scales, 32, [2, 1], 2, sum.start)
      let expected = (0..<32).map { column in
        [2, 1].reduce(Float(0)) { total, row in
          let byte = bytes[row * 16 + column % 16]
          return total + scales[row] * Float(Int(column < 16 ? byte & 15 : byte >> 4) - 8)
        }
      }
      #expect(sum.array(0..<32) == expected)
    }
  }

  /// The shipped model's whole analysis of a text.
  @Test func analysisIsTheSameOnEveryLevel() throws {
    let text = """
      Norway's Prime Minister said on Tuesday that NATO allies, worried about U.S. commitment, would spend $5 billion.
      WHO CHIEF WARNS OF NEW WAVE
      "We can't wait," she told the BBC in Oslo 😀 — while 3.5% of GDP … was „not enough“ für alle.
      """
    var analyzed: [Document] = []
    for kernels in Kernels.available {
      let weights = try ModelWeights(kernels: kernels)
      var document = Document(metadata: .init(id: "levels"), source: Array(text.utf8))
      Tokenizer(lexicon: .fixture, boundaries: weights.boundaries).tokenize(&document)
      EnglishAnalyzer(weights: weights).analyze(&document)
      analyzed.append(document)
    }
    for document in analyzed {
      #expect(document.tokens == analyzed[0].tokens)
      #expect(document.sentences.map(\.tokens) == analyzed[0].sentences.map(\.tokens))
      #expect(document.strings == analyzed[0].strings)
    }
  }
}
