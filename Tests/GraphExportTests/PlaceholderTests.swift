import Testing

@Suite struct GraphExportPlaceholderTests {
  @Test func placeholder() { #expect(Bool(true)) }
}
