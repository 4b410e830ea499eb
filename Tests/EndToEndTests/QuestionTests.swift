import Bytes
import TestSupport
import Testing

/// Every question of Benchmarks/questions.md is answered by one statement on the sample news.
@Suite struct QuestionTests {
  @Test func eachIsAnsweredByOneStatement() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = try TemporaryFolder()
    let store = folder.file("news.tercet")
    let build = try ProcessRun(TercetBinary.path, ["build", "\(root)/seeds", "-o", store])
    #expect(build.status == 0, "\(build.errors)")
    let text = String(decoding: try MappedFile(path: "\(root)/Benchmarks/questions.md").bytes.array(), as: UTF8.self)
    let statements = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.compactMap { line -> String? in
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      return parts.count == 3 ? String(parts[1]) : nil
    }
    #expect(statements.count == 25)
    for statement in statements {
      let run = try ProcessRun(TercetBinary.path, ["query", store, "-c", statement])
      // Nothing that the sample news say is both said and denied.
      let isAnswered = statement == "disputes" ? run.status == 1 : run.status == 0 && !run.output.isEmpty
      #expect(isAnswered, "\(statement): \(run.errors)")
    }
  }
}
