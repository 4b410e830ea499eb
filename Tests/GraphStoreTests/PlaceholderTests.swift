import Testing

@Suite struct GraphStorePlaceholderTests {
  @Test func placeholder() { #expect(Bool(true)) }
}
