import Testing

@Suite struct CommandsPlaceholderTests {
  @Test func placeholder() { #expect(Bool(true)) }
}
