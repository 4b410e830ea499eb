internal import CKernels

/// The kernels of one level of processors. Every level gives the same bits.
// Sendable: a table of pointers to functions without state.
struct Kernels: @unchecked Sendable {
  let table: TercetKernels

  /// Those of the highest level that this processor has.
  static let best = unsafe Kernels(table: tercet_best_kernels().pointee)

  /// Those of every level that this processor has, the lowest first.
  static var available: [Kernels] {
    [TercetLevelPlain, TercetLevelAVX2, TercetLevelAVX512, TercetLevelVNNI].compactMap { level in
      guard let table = unsafe tercet_kernels(level) else { return nil }
      return unsafe Kernels(table: table.pointee)
    }
  }
}
