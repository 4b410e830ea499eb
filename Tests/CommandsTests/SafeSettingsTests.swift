import Bytes
import TestSupport
import Testing

@testable import Commands

/// In safe mode a statement makes what bounds it stricter, never looser.
@Suite struct SafeSettingsTests {
  private func harness(_ settings: Settings) throws -> SessionHarness {
    let harness = try SessionHarness(settings: settings)
    harness.session.isSafe = true
    return harness
  }

  @Test(arguments: [
    "set timeout off", "set timeout 2.5", "set timeout 1e300", "SET TIMEOUT off", "set limit off", "set limit 11",
    "set memory 2G", "set memory 65M", "\\set timeout off", ".set timeout 60",
  ])
  func looserSettingsAreRefused(statement: String) throws {
    var settings = Settings()
    (settings.timeout, settings.limit, settings.memory) = (2, 10, 64 << 20)
    let harness = try harness(settings)
    #expect(try harness.run(statement) == .failed)
    #expect(harness.session.settings == settings)
    #expect(harness.messages.contents.contains("in safe mode"), "\(harness.messages.contents)")
    #expect(harness.messages.contents.contains("leave out --safe if you trust the script"))
    let free = try SessionHarness(settings: settings)
    #expect(try free.run(statement) == .answered)
    #expect(free.session.settings != settings)
  }

  @Test func stricterSettingsAndLooksAreTaken() throws {
    let harness = try harness(Settings())
    let script = """
      set timeout 3
      set timeout 2.5
      set limit 9
      set memory 1M
      set format jsonl
      set width 40
      set color always
      """
    #expect(try harness.run(script) == .answered, "\(harness.messages.contents)")
    #expect(harness.session.settings.timeout == 2.5 && harness.session.settings.limit == 9)
    #expect(harness.session.settings.memory == 1 << 20 && harness.session.settings.format == .jsonl)
  }

  @Test func statementsAskForNoMoreRowsThanTheSetting() throws {
    var settings = Settings()
    settings.limit = 1
    let harness = try harness(settings)
    try harness.run("types\nfind a limit 100\nfacts NATO limit 100")
    let rows = harness.output.contents.split(separator: "\n").filter { $0.hasPrefix("e") || $0.hasPrefix("#") }
    #expect(rows.count == 3, "\(harness.output.contents)")
  }

  @Test(arguments: [
    (512 << 20, "512M"), (1 << 30, "1G"), (1_500_000, "1500000"), (3 << 30, "3G"), (1025 << 10, "1025K"),
  ])
  func sizesAreWrittenAsTheyAreRead(bytes: Int, text: String) {
    #expect(ByteSize.text(bytes) == text)
    #expect(ByteSize.bytes(text) == bytes)
    #expect(ByteSize.bytes(text.lowercased()) == bytes)
  }

  @Test func sizesAreReadAsPeopleWriteThem() {
    #expect(["256MB", "256MiB", "0.25g", "262144kb"].map(ByteSize.bytes) == Array(repeating: 256 << 20, count: 4))
    #expect(ByteSize.bytes("1.5G") == 3 << 29 && ByteSize.bytes("99999999999999999999M") == .max)
    for text in ["", "M", "1.5", "1..5G", ".5G", "5.G", "-1M", "1TB", "MB", "1MM", "0.0001M"] {
      #expect(ByteSize.bytes(text) == nil, "\(text)")
    }
  }
}
