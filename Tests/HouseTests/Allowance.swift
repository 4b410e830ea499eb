import Foundation

/// Findings that were there when a wall was built, a line each; the list may only shrink.
struct Allowance {
  let path: String
  /// Whether the list is a file of the tree.
  private let isCommitted: Bool
  /// How often a key may be found.
  private let counts: [String: Int]
  private let lines: [String: Int]

  /// - Parameter name: the file's name in Tests/HouseTests/Allowed; missing is as good as empty.
  init(_ name: String) {
    let path = "Tests/HouseTests/Allowed/\(name)"
    self.init(path: path, text: SourceTree.text(of: path), isCommitted: true)
  }

  /// A key a line, and behind ` × ` how often; `#` begins a comment.
  init(path: String, text: String, isCommitted: Bool = false) {
    var counts: [String: Int] = [:]
    var lines: [String: Int] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "×").map { String($0).trimming() }
      counts[parts[0], default: 0] += parts.count > 1 ? Int(parts[1]) ?? 1 : 1
      lines[parts[0]] = index + 1
    }
    (self.path, self.isCommitted, self.counts, self.lines) = (path, isCommitted, counts, lines)
  }

  /// The findings beyond the allowed ones, and lines of the list that nothing needs any more.
  ///
  /// With `TERCET_SHRINK=1` in the environment, those lines are taken out of the file; none is ever added.
  func remaining(_ findings: [Finding]) -> [Finding] {
    let groups = Dictionary(grouping: findings, by: \.key)
    var rest = groups.sorted { $0.key < $1.key }.flatMap { key, found in found.count > counts[key] ?? 0 ? found : [] }
    var isLess = false
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      let now = groups[key]?.count ?? 0
      guard now < count else { continue }
      isLess = true
      let remedy = now == 0 ? "remove the line" : "write \(now) behind it"
      rest.append(
        Finding(
          path: path, line: lines[key] ?? 0,
          message: "\"\(key)\" × \(count) is allowed, but found \(now) times; \(remedy) (the list may only shrink)"))
    }
    if isLess, isCommitted, ProcessInfo.processInfo.environment["TERCET_SHRINK"] != nil {
      shrink(to: groups.mapValues(\.count))
    }
    return rest
  }

  private func shrink(to found: [String: Int]) {
    let comments = SourceTree.text(of: path).split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
    let kept = counts.sorted { $0.key < $1.key }.compactMap { key, count -> String? in
      let least = min(count, found[key] ?? 0)
      return least == 0 ? nil : least == 1 ? key : "\(key) × \(least)"
    }
    let text = (comments + kept).map { $0 + "\n" }.joined()
    try? text.write(toFile: "\(SourceTree.root)/\(path)", atomically: true, encoding: .utf8)
  }
}
