import Testing

@Suite struct GraphQueryPlaceholderTests {
  @Test func placeholder() { #expect(Bool(true)) }
}
