import Testing

@Suite struct LanguagePlaceholderTests {
  @Test func placeholder() { #expect(Bool(true)) }
}
