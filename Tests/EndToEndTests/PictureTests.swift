import Bytes
import Foundation
import GraphStore
import TestSupport
import Testing

/// Pictures by Graphviz, and by programs that only look like it.
@Suite struct PictureTests {
  private let folder: TemporaryFolder
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
  }

  private func export(_ arguments: [String], path: String = "/usr/bin:/bin") throws -> ProcessRun {
    try ProcessRun(TercetBinary.path, ["export", store] + arguments, environment: ["PATH": path])
  }

  /// A folder with a program `dot` that does what `script` says.
  private func program(_ script: String) throws -> String {
    let bin = folder.file("bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try AtomicFile.replace("\(bin)/dot", with: Array("#!/bin/sh\n\(script)\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(bin)/dot")
    return "\(bin):/usr/bin:/bin"
  }

  private static let hasGraphviz = FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")

  @Test(.enabled(if: hasGraphviz), arguments: ["svg": "<svg", "png": "PNG", "pdf": "%PDF"])
  func pictures(format: String, mark: String) throws {
    let file = folder.file("rutte.\(format)")
    let run = try export(["--around", "Rutte", "-o", file])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let bytes = try MappedFile(path: file).bytes.array()
    #expect(String(decoding: bytes.prefix(1_000), as: UTF8.self).contains(mark))
    #expect(try export(["--around", "Rutte", "-o", file]).status == 64)
    #expect(try export(["--around", "Rutte", "-o", file, "--force"]).status == 0)
    #expect(folder.names() == ["news.tercet", "rutte.\(format)"])
  }

  @Test(.enabled(if: hasGraphviz)) func aPictureGoesToStandardOutput() throws {
    let run = try export(["--format", "svg", "--path", "Rutte", "Russia", "--cluster", "type"])
    #expect(run.status == 0 && run.output.hasSuffix("</svg>\n"), "\(run.errors)")
    #expect(run.output.contains(">Mark Rutte<") && run.output.contains("cluster"))
  }

  @Test func namesOfFilesTellTheFormat() throws {
    for name in ["a.foo", "nato", ".svg", "a.svg/b", "html"] {
      let run = try export(["-o", folder.file(name)])
      #expect(run.status == 64 && run.errors.contains("the name ends in no format; there are .dot"), "\(name)")
    }
    #expect(try export(["-o", folder.file("a.foo"), "--format", "tsv"]).status == 0)
    #expect(try export(["-o", folder.file("page.HTML")]).status == 0)
    #expect(folder.names() == ["a.foo", "news.tercet", "page.HTML"])
  }

  @Test func whatDrawsIsMissing() throws {
    let empty = folder.file("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let run = try export(["-o", folder.file("a.svg")], path: empty)
    #expect(run.status == 2 && run.errors.contains("apt-get install graphviz"), "\(run.errors)")
    #expect(folder.names() == ["empty", "news.tercet"])
  }

  @Test func whatDrawsFails() throws {
    let path = try program("echo 'Error: no memory' >&2; exit 3")
    let run = try export(["-o", folder.file("a.svg")], path: path)
    #expect(run.status == 2 && run.errors.contains("dot did not draw it: Error: no memory"), "\(run.errors)")
    // It may end before it has read everything, and write what is too much to keep.
    let flood = try export(["-o", folder.file("a.svg")], path: try program("exec head -c 300000000 /dev/zero"))
    #expect(flood.status == 2 && flood.errors.contains("over 256 MiB"), "\(flood.errors)")
    #expect(folder.names() == ["bin", "news.tercet"])
  }

  @Test func whatDrawsTakesTooLong() throws {
    let number = folder.file("number")
    let path = try program("echo $$ > \(number); exec sleep 60")
    let run = try export(["-o", folder.file("a.svg"), "--timeout", "1"], path: path)
    #expect(run.status == 2 && run.errors.contains("--timeout"), "\(run.errors)")
    try expectEnded(number)
    #expect(folder.names() == ["bin", "news.tercet", "number"])
  }

  @Test func interruptingEndsWhatDraws() throws {
    let number = folder.file("number")
    let path = try program("echo $$ > \(number); exec sleep 60")
    let script =
      "\(TercetBinary.path) export \(store) -o \(folder.file("a.svg")) & "
      + "while [ ! -s \(number) ]; do sleep 0.05; done; kill -INT $!; wait $!; echo $?"
    let run = try ProcessRun("/bin/sh", ["-c", script], environment: ["PATH": path])
    #expect(run.output == "130\n", "\(run.output)\(run.errors)")
    try expectEnded(number)
    #expect(folder.names() == ["bin", "news.tercet", "number"])
  }

  private func expectEnded(_ file: String) throws {
    let number = String(decoding: try MappedFile(path: file).bytes.array(), as: UTF8.self).filter(\.isNumber)
    // One that nobody has waited for has ended, too.
    let lives = "kill -0 \(number) && ! grep -q 'State:.Z' /proc/\(number)/status"
    #expect(try ProcessRun("/bin/sh", ["-c", lives]).status != 0)
  }

  @Test func severalCentersAndChoicesThatExclude() throws {
    let both = try export(["--around", "Rutte", "--around", "Russia"])
    let one = try export(["--around", "Rutte"])
    #expect(both.status == 0 && both.output.components(separatedBy: "penwidth=3").count == 3, "\(both.output)")
    #expect(one.output.components(separatedBy: "penwidth=3").count == 2)
    #expect(try export(["--around", "Rutte", "--query", "types"]).status == 64)
    #expect(try export(["--path", "Rutte"]).errors.contains("--path needs a value A B"))
    #expect(try export(["--path", "Rutte", "Nobody"]).status == 2)
  }

  /// `--path` and `--query` have the edges that `query` answers, no more and no fewer.
  @Test func answersAreExportedAsTheyAre() throws {
    func edges(_ arguments: [String]) throws -> Set<String> {
      let rows = try export(arguments + ["--format", "tsv"]).output.split(separator: "\n").dropFirst()
      return Set(rows.map { String($0.split(separator: "\t", omittingEmptySubsequences: false)[13]) })
    }
    func answered(_ statement: String, _ options: [String] = []) throws -> Set<String> {
      let run = try ProcessRun(
        TercetBinary.path, ["query", store, "-c", statement, "--format", "jsonl"] + options)
      return Set(run.output.matches(of: /"edge":"(e[0-9]+)"/).map { String($0.output.1) })
    }
    for statement in ["path Rutte to Russia", "facts Rutte", "facts Rutte limit 1", "facts NATO"] {
      let found = try answered(statement)
      #expect(!found.isEmpty, "\(statement)")
      #expect(try edges(["--query", statement]) == found, "\(statement)")
      #expect(try edges(["--query", statement, "--claims"]) == answered(statement, ["--claims"]), "\(statement)")
    }
    #expect(try edges(["--path", "Rutte", "Russia"]) == answered("path Rutte to Russia"))
  }

  @Test func thePromptDrawsTheLastAnswer() throws {
    let path = try program("cat > \(folder.file("drawn")); printf '<svg/>'")
    let file = folder.file("a.svg")
    let run = try ProcessRun(
      TercetBinary.path, ["query", store, "-c", "facts Rutte", "-c", "export svg \(file)"], environment: ["PATH": path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try MappedFile(path: file).bytes.array() == Array("<svg/>".utf8))
    let safe = try ProcessRun(
      TercetBinary.path, ["query", store, "--safe", "-c", "facts Rutte", "-c", "export svg"],
      environment: ["PATH": path])
    #expect(safe.status == 2 && safe.errors.contains("not allowed in safe mode"), "\(safe.errors)")
  }
}
