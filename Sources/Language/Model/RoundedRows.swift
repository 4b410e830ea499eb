internal import CKernels

/// Inputs of products, rounded to 16-bit numbers with a scale for each row; used again for every product.
@safe
final class RoundedRows {
  let capacity: Int
  /// The most columns that a row may have.
  let columns: Int
  let scales: FloatBuffer
  private let memory: FloatBuffer

  /// The rounded rows, without room between them.
  let numbers: UnsafeMutablePointer<Int16>

  init(capacity: Int, columns: Int) {
    precondition(columns <= Int(TERCET_GREATEST_COLUMNS))
    self.capacity = capacity
    self.columns = columns
    scales = FloatBuffer(count: capacity)
    let count = capacity * tercet_rounded_columns(columns)
    memory = FloatBuffer(count: (count + 1) / 2)
    unsafe numbers = UnsafeMutableRawPointer(memory.start).bindMemory(to: Int16.self, capacity: count)
  }

  /// Rounds `count` rows of `columns` floats that lie `apart` floats from each other.
  func round(_ input: UnsafePointer<Float>, apart: Int, count: Int, columns: Int, _ kernels: Kernels) {
    precondition(count <= capacity && columns <= self.columns)
    unsafe kernels.table.round(input, apart, count, columns, numbers, scales.start)
  }
}
