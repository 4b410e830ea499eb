import Bytes
import CKernels
import Commands
import Glibc

/// The matrix products of the model at its real shapes: the project's kernels at each level of processors, and OpenBLAS
/// (`libopenblas.so.0`, loaded where it is installed) in the same run, on one thread. Thousand million additions and
/// multiplications a second, the best of several rounds.
struct KernelBenchmark {
  private struct Shape {
    var name: String
    var count: Int
    var columns: Int
    var rows: Int
  }

  /// The products of one pass of 256 words; Training/FORMAT.md names them.
  private static let shapes = [
    Shape(name: "gates1", count: 64, columns: 320, rows: 5760),
    Shape(name: "gates2", count: 256, columns: 320, rows: 1920),
    Shape(name: "out", count: 256, columns: 640, rows: 320),
    Shape(name: "tagging", count: 256, columns: 320, rows: 576),
    Shape(name: "attach", count: 256, columns: 320, rows: 352),
    Shape(name: "arcs", count: 24, columns: 128, rows: 128),
    Shape(name: "relation", count: 32, columns: 49, rows: 2448),
  ]

  private typealias Product =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>, Int32, UnsafePointer<Float>, Int32, Float,
      UnsafeMutablePointer<Float>, Int32
    ) -> Void

  func run(_ output: TextStream) throws -> ExitStatus {
    let blas = unsafe Self.openBLAS()
    try output.writeLine("product\tinputs\tcolumns\trows\tplain\tavx2\tavx512\tvnni\topenblas")
    for shape in Self.shapes {
      var cells = ["\(shape.name)\t\(shape.count)\t\(shape.columns)\t\(shape.rows)"]
      for level in [TercetLevelPlain, TercetLevelAVX2, TercetLevelAVX512, TercetLevelVNNI] {
        cells.append(unsafe tercet_kernels(level).map { unsafe ours(shape, $0.pointee) } ?? "-")
      }
      cells.append(unsafe blas.map { unsafe theirs(shape, $0) } ?? "-")
      try output.writeLine(cells.joined(separator: "\t"))
    }
    return .answered
  }

  private func ours(_ shape: Shape, _ kernels: TercetKernels) -> String {
    let stride = (shape.rows + 15) / 16 * 16
    let columns = tercet_rounded_columns(shape.columns)
    let input = numbers(shape.count * shape.columns)
    let panels = [Int8](repeating: 1, count: stride * columns)
    let scales = [Float](repeating: 0.01, count: stride)
    var (rounded, inputScales) = (
      [Int16](repeating: 0, count: shape.count * columns), [Float](repeating: 0, count: shape.count)
    )
    var result = [Float](repeating: 0, count: shape.count * stride)
    // Rounding the inputs belongs to the product.
    return speed(shape) {
      unsafe kernels.round(input, shape.columns, shape.count, shape.columns, &rounded, &inputScales)
      unsafe kernels.multiply(
        rounded, columns, inputScales, shape.count, shape.columns, panels, scales, nil, shape.rows, &result, stride)
    }
  }

  private func theirs(_ shape: Shape, _ product: Product) -> String {
    let input = numbers(shape.count * shape.columns)
    let matrix = numbers(shape.rows * shape.columns)
    var result = [Float](repeating: 0, count: shape.count * shape.rows)
    let (m, n, k) = (Int32(shape.count), Int32(shape.rows), Int32(shape.columns))
    // Row-major, the second matrix transposed, as the weights lie in their file.
    return speed(shape) { unsafe product(101, 111, 112, m, n, k, 1, input, k, matrix, k, 0, &result, n) }
  }

  private func numbers(_ count: Int) -> [Float] { (0..<count).map { Float($0 % 97) / 97 - 0.5 } }

  /// GFLOP/s of `body`, the best of rounds of about 50 ms.
  private func speed(_ shape: Shape, _ body: () -> Void) -> String {
    let operations = 2 * shape.count * shape.columns * shape.rows
    let repeats = max(1, 2_000_000_000 / operations)
    let clock = ContinuousClock()
    var best = 0.0
    for _ in 0..<6 {
      let time = clock.measure { for _ in 0..<repeats { body() } }
      best = max(best, Double(operations * repeats) / time.seconds / 1e9)
    }
    return String(Int(best.rounded()))
  }

  private static func openBLAS() -> Product? {
    guard let library = unsafe dlopen("libopenblas.so.0", RTLD_NOW),
      let product = unsafe dlsym(library, "cblas_sgemm"),
      let threads = unsafe dlsym(library, "openblas_set_num_threads")
    else { return nil }
    unsafe unsafeBitCast(threads, to: (@convention(c) (Int32) -> Void).self)(1)
    return unsafe unsafeBitCast(product, to: Product.self)
  }
}
