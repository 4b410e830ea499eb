/// `1 edge`, `2 edges`; `many` where the plural is not made by an s.
///
/// - Complexity: O(1).
public func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
