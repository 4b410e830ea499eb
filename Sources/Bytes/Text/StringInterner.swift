/// Numbers strings in the order of their first appearance, each once.
///
/// Strings are told apart by their bytes: `é` composed and decomposed are two strings here, though Swift calls them
/// equal.
public struct StringInterner: Sendable {
  private var numbers: [[UInt8]: Int] = [:]
  /// The strings by number.
  public private(set) var strings: [String] = []

  public init() {}

  public var count: Int { strings.count }

  /// The number of `string`, a new one if it was never seen.
  public mutating func intern(_ string: String) -> Int {
    let key = Array(string.utf8)
    if let number = numbers[key] { return number }
    numbers[key] = strings.count
    strings.append(string)
    return strings.count - 1
  }

  /// The number of `string`; nil when it was never interned.
  public func number(of string: String) -> Int? { numbers[Array(string.utf8)] }
}
