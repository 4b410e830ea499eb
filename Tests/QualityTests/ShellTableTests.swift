import Testing

/// Each row of Benchmarks/shell.md names a test that there is.
@Suite struct ShellTableTests {
  @Test func rowsNameTests() throws {
    let lines = try ProjectFile.text("Benchmarks/shell.md").split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.count == 27)
    var functions: Set<Substring> = []
    let folders = ["EndToEndTests", "CommandsTests", "GraphQueryTests"]
    for file in folders.flatMap({ ProjectFile.swiftFiles(in: "Tests/\($0)") }) {
      for part in try ProjectFile.text(file).split(separator: "@Test") {
        if let name = part.firstRange(of: "func ") { functions.insert(part[name.upperBound...].prefix { $0 != "(" }) }
      }
    }
    for row in rows {
      let cell = row.split(separator: "|", omittingEmptySubsequences: false).dropLast().last ?? ""
      let name = cell.split(separator: "`").dropFirst().first
      #expect(name.map(functions.contains) ?? row.contains("libedit cannot"), "\(row)")
    }
  }
}
