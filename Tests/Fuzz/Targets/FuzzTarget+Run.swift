internal import Glibc
internal import Synchronization

extension FuzzTarget {
  /// libFuzzer calls C functions, which hold no values.
  fileprivate static let chosen = Mutex<FuzzTarget?>(nil)
}

/// Chooses the target that the program was called as; called by another name it prints all, with the longest input of each.
@_cdecl("LLVMFuzzerInitialize")
public func chooseTarget(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeRawPointer?) -> CInt {
  let name = CommandLine.arguments.first?.split(separator: "/").last
  guard let target = FuzzTarget.all.first(where: { $0.name == name ?? "" }) else {
    for target in FuzzTarget.all { print(target.name, target.mostBytes) }
    exit(0)
  }
  FuzzTarget.chosen.withLock { $0 = target }
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  FuzzTarget.chosen.withLock { $0 }?.test(input)
  return 0
}
