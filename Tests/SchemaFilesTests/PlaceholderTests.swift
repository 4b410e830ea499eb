import Testing

@Suite struct SchemaFilesPlaceholderTests {
  @Test func placeholder() { #expect(Bool(true)) }
}
