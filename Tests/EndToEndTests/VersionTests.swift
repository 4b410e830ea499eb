import Bytes
import TestSupport
import Testing

/// The version of the program and that of its file stand in one place each, and pages say the same.
@Suite struct VersionTests {
  private let root: String

  init(testFile: String = #filePath) {
    root = "/" + testFile.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  private func page(_ path: String) throws -> String {
    String(decoding: try MappedFile(path: "\(root)/\(path)").bytes.array(), as: UTF8.self)
  }

  @Test func pagesSayWhatTheProgramSays() throws {
    let output = try ProcessRun(TercetBinary.path, ["--version"]).output
    let words = output.split(whereSeparator: { " ,\n".contains($0) })
    try #require(words.count == 5 && words[2] == "store" && words[3] == "format", "\(output)")
    let (version, format) = (words[1], words[4])
    let numbers = version.split(separator: ".")
    try #require(numbers.count == 3 && numbers.allSatisfy { Int($0) != nil })
    #expect(try page("CITATION.cff").contains("\nversion: \(version)\n"))
    #expect(try page("README.md").contains("from: \"\(version)\")"))
    #expect(try page("README.md").contains("\n| \(numbers[0]).\(numbers[1]) | 1 to \(format) | \(format) |\n"))
    #expect(try page("Sources/GraphStore/FORMAT.md").contains("\nVersion \(format). "))
  }

  /// Packages ask the program for its version.
  @Test func packagesFindTheVersion() throws {
    let script = ". packaging/common; version_of \"$0\""
    let run = try ProcessRun("/bin/bash", ["-c", "cd '\(root)'; \(script)", TercetBinary.path])
    #expect(try page("CITATION.cff").contains("\nversion: \(run.output)"), "\(run.output)\(run.errors)")
    #expect(run.output.count > 5)
  }
}
