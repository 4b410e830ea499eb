package import CSerd

/// What is wrong with a text in Turtle or one of its kin, and where.
package struct TurtleMistake {
  /// From 1.
  package let line: Int
  package let column: Int
  package let detail: String

  package init(line: Int, column: Int, detail: String) {
    self.line = max(1, line)
    self.column = max(1, column)
    self.detail = detail
  }

  /// What serd tells, in its words.
  @unsafe
  package init(_ error: UnsafePointer<SerdError>) {
    let detail = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
      // The capacity is not zero, so there is an address.
      unsafe tercet_serd_describe(error, buffer.baseAddress!, buffer.count)
      return unsafe String(cString: buffer.baseAddress!)
    }
    unsafe self.init(
      line: Int(error.pointee.line), column: Int(error.pointee.col),
      detail: detail.utf8.last == UInt8(ascii: "\n") ? String(detail.dropLast()) : detail)
  }
}
