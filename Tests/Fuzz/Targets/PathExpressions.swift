internal import GraphQuery

extension FuzzTarget {
  /// Paths by an expression are those by the same expression in brackets.
  static let pathExpressions = FuzzTarget("path-expressions", mostBytes: 256) { input in
    let expression = String(decoding: input, as: UTF8.self)
    guard let bare = paths(by: expression), let bracketed = paths(by: "(\(expression))") else { return }
    expect(bare == bracketed, "brackets around an expression change nothing")
  }

  private static func paths(by expression: String) -> [Record]? {
    let text = "path #0 to #1 max 5 via \(expression)"
    return answer(ScannedStatement(text: text), of: text).map { Array($0.content.records) }
  }
}
