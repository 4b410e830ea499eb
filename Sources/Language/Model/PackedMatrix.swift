internal import CKernels

/// A matrix in the order in which the kernels read it.
// Sendable: written only in `init`.
@safe
final class PackedMatrix: @unchecked Sendable {
  let rows: Int
  let columns: Int
  private let values: FloatBuffer
  private let kernels: Kernels

  /// Distance of result rows: ``rows`` rounded up to the kernels' width.
  var stride: Int { (rows + 15) / 16 * 16 }

  init(_ matrix: CodeMatrix, kernels: Kernels) {
    self.kernels = kernels
    rows = matrix.rows
    columns = matrix.columns
    values = FloatBuffer(count: tercet_packed_size(matrix.rows, matrix.columns))
    unsafe matrix.withPointers { scales, codes in
      unsafe tercet_pack_codes(codes, scales, matrix.rows, matrix.columns, values.start)
    }
  }

  /// - Parameter floats: row after row.
  init(_ floats: [Float], rows: Int, columns: Int, kernels: Kernels) {
    precondition(floats.count == rows * columns)
    self.kernels = kernels
    self.rows = rows
    self.columns = columns
    values = FloatBuffer(count: tercet_packed_size(rows, columns))
    unsafe floats.withUnsafeBufferPointer { floats in
      guard let first = floats.baseAddress else { return }
      unsafe tercet_pack_floats(first, columns, rows, columns, values.start)
    }
  }

  /// `result` = `input` times this matrix's rows, plus `bias`; result rows are ``stride`` apart.
  ///
  /// - Parameter apart: distance of the inputs in floats, at least ``columns``.
  func multiply(
    _ input: UnsafePointer<Float>, apart: Int, count: Int, bias: UnsafePointer<Float>?,
    into result: UnsafeMutablePointer<Float>
  ) {
    unsafe kernels.table.multiply(input, apart, count, columns, values.start, bias, rows, result, stride)
  }
}
