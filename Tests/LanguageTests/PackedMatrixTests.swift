import TestSupport
import Testing

@testable import Language

@Suite struct PackedMatrixTests {
  /// Against the plain sum in the same order: equal bit for bit, on any processor and for any number of inputs.
  @Test(arguments: [(1, 1, 1), (5, 16, 3), (33, 17, 13), (48, 7, 26), (100, 49, 31)])
  func equalsThePlainSum(rows: Int, columns: Int, count: Int) {
    var random = SeededGenerator(seed: 8)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(random.below(2001) - 1000) / 777 } }
    let (matrix, bias, input) = (numbers(rows * columns), numbers(rows), numbers(count * columns))
    for kernels in Kernels.available {
      let packed = PackedMatrix(matrix, rows: rows, columns: columns, kernels: kernels)
      let result = FloatBuffer(count: count * packed.stride)
      unsafe packed.multiply(input, apart: columns, count: count, bias: bias, into: result.start)
      for i in 0..<count {
        let found = result.array(i * packed.stride..<i * packed.stride + rows)
        let expected = (0..<rows).map { row in
          (0..<columns).reduce(bias[row]) { $0 + input[i * columns + $1] * matrix[row * columns + $1] }
        }
        #expect(found == expected)
      }
    }
  }
}
