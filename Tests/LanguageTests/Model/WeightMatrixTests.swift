import Bytes
import CKernels
import TestSupport
import Testing

@testable import Language

@Suite struct WeightMatrixTests {
  /// A matrix of the format's panels with a given code in each place.
  private static func matrix(
    rows: Int, columns: Int, kernels: Kernels, scale: (Int) -> Float, code: (Int, Int) -> Int8
  ) throws -> WeightMatrix {
    var writer = ContainerWriter(magic: "TERCETLM", version: 3)
    writer.add("m", TinyModel.panels(rows, columns, scale: scale, code: code))
    let container = try Container(ByteView(copying: writer.finished()), magic: "TERCETLM", newestVersion: 3, place: nil)
    return try WeightMatrix(
      ModelFile(container: container, kernels: kernels, isTrusted: false), "m", rows: rows, columns: columns)
  }

  /// Against the plain sum of whole numbers: equal bit for bit, on any processor and for any number of inputs.
  @Test(arguments: [(1, 1, 1), (5, 16, 3), (33, 17, 13), (48, 7, 26), (100, 49, 31), (16, 1024, 2)])
  func equalsThePlainSum(rows: Int, columns: Int, count: Int) throws {
    var random = SeededGenerator(seed: 8)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(random.below(2001) - 1000) / 777 } }
    let (scales, input) = (numbers(rows), numbers(count * columns))
    let bias = numbers(rows) + [Float](repeating: 0, count: 16)
    // Greatest codes and inputs: their sum must fit.
    let codes = (0..<rows * columns).map { _ in columns == 1024 ? 127 : Int8(random.below(255) - 127) }
    for kernels in Kernels.available {
      let matrix = try Self.matrix(
        rows: rows, columns: columns, kernels: kernels, scale: { scales[$0] }, code: { codes[$0 * columns + $1] })
      let rounded = RoundedRows(capacity: count, columns: columns)
      unsafe rounded.round(
        columns == 1024 ? input.map { _ in 1 } : input, apart: columns, count: count, columns: columns, kernels)
      let result = FloatBuffer(count: count * matrix.stride)
      unsafe matrix.multiply(rounded, count: count, bias: bias, into: result.start)
      let apart = tercet_rounded_columns(columns)
      for i in 0..<count {
        let found = result.array(i * matrix.stride..<i * matrix.stride + rows)
        let expected = (0..<rows).map { row in
          let sum = (0..<columns).reduce(0) {
            $0 + Int(unsafe rounded.numbers[i * apart + $1]) * Int(codes[row * columns + $1])
          }
          return Float(sum) * (unsafe rounded.scales.start[i] * scales[row]) + bias[row]
        }
        #expect(found == expected)
      }
    }
  }

  /// Rounding is to the nearest of 16,383 steps on either side, and the same on every level; a row of zeros stays one.
  @Test func rowsAreRoundedToTheNearestStep() {
    var random = SeededGenerator(seed: 9)
    let columns = 51
    var input = (0..<3 * columns).map { _ in Float(random.below(200_001) - 100_000) / 7919 }
    for column in 0..<columns { input[columns + column] = 0 }
    for kernels in Kernels.available {
      let rounded = RoundedRows(capacity: 3, columns: columns)
      unsafe rounded.round(input, apart: columns, count: 3, columns: columns, kernels)
      for row in 0..<3 {
        let greatest = input[row * columns..<(row + 1) * columns].reduce(0) { max($0, abs($1)) }
        #expect(unsafe rounded.scales.start[row] == greatest / 16383)
        for column in 0..<52 {
          let value = column < columns ? input[row * columns + column] : 0
          let step = greatest > 0 ? (value * (16383 / greatest)).rounded(.toNearestOrEven) : 0
          #expect(unsafe rounded.numbers[row * 52 + column] == Int16(step), "row \(row) column \(column), seed 9")
        }
      }
    }
  }
}
