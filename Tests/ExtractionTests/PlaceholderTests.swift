import Testing

@Suite struct ExtractionPlaceholderTests {
  @Test func placeholder() { #expect(Bool(true)) }
}
