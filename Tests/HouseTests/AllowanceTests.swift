import Testing

struct AllowanceTests {
  private static func remaining(_ text: String, _ keys: [String]) -> [String] {
    Allowance(path: "list.txt", text: text).remaining(keys.map { Finding(path: "a", line: 1, key: $0, message: "new") })
      .map(\.description)
  }

  @Test func allowedFindingsPass() { #expect(Self.remaining("# why\nA b × 2\nC\n", ["A b", "C", "A b"]) == []) }

  @Test func furtherFindingFails() {
    #expect(Self.remaining("A", ["A", "B"]) == ["a:1: new"])
    #expect(Self.remaining("A", ["A", "A"]) == ["a:1: new", "a:1: new"])
  }

  @Test func lineThatNothingNeedsFails() {
    #expect(Self.remaining("# why\nA\n", []).first?.hasPrefix("list.txt:2: \"A\" × 1 is allowed") == true)
    #expect(Self.remaining("A × 3", ["A"]).first?.contains("write 1 behind it") == true)
  }
}
