/// Confidences in hundredths.
public enum Hundredths {
  /// 93 as `0.93`, 90 as `0.9`, 100 as `1`.
  ///
  /// - Complexity: O(1).
  public static func text(_ value: UInt8) -> String {
    let whole = value / 100
    let rest = value % 100
    if rest == 0 { return "\(whole)" }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
