import TestSupport
import Testing

/// The scripts that come with the sample news, as `make demo` and the README run them.
@Suite struct SeedScriptTests {
  @Test func everyQuestionHasAnAnswer() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = try TemporaryFolder()
    let store = folder.file("news.tercet")
    let build = try ProcessRun(TercetBinary.path, ["build", "\(root)/seeds", "-o", store])
    #expect(build.status == 0, "\(build.errors)")
    for script in ["disputes", "people", "tour"] {
      let run = try ProcessRun(TercetBinary.path, ["query", store, "-f", "\(root)/seeds/queries/\(script).tq"])
      #expect(run.status == 0 && !run.output.contains("there is no"), "\(script): \(run.errors)")
    }
  }
}
