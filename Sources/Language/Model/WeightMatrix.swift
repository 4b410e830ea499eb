internal import Bytes
internal import CKernels

/// A matrix of int8 weights in the order in which the kernels read it: it is multiplied where the file has it.
struct WeightMatrix: Sendable {
  let rows: Int
  let columns: Int
  private let section: ByteView
  private let kernels: Kernels

  /// Distance of result rows: ``rows`` rounded up to the 16 rows of a panel.
  var stride: Int { (rows + 15) / 16 * 16 }

  /// - Throws: when the section `name` is missing or of another size.
  init(_ file: ModelFile, _ name: String, rows: Int, columns: Int) throws(ModelError) {
    let padded = (rows + 15) / 16 * 16
    section = try file.section(name, bytes: padded * 4 + padded * tercet_rounded_columns(columns))
    self.rows = rows
    self.columns = columns
    kernels = file.kernels
  }

  /// `result` = the first `count` of the rounded rows times this matrix's rows, plus `bias`; result rows are ``stride``
  /// apart.
  ///
  /// - Parameter bias: ``stride`` numbers, or nil.
  func multiply(
    _ input: RoundedRows, count: Int, bias: UnsafePointer<Float>?, into result: UnsafeMutablePointer<Float>
  ) {
    precondition(count <= input.capacity && columns <= input.columns)
    unsafe section.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe kernels.table.multiply(
        input.numbers, tercet_rounded_columns(columns), input.scales.start, count, columns,
        (base + stride * 4).assumingMemoryBound(to: Int8.self), base.assumingMemoryBound(to: Float.self), bias, rows,
        result, stride)
    }
  }
}
