import Bytes
import TestSupport
import Testing

/// Small stores that say that they hold gigabytes, under a limit of memory: every command refuses them or answers.
@Suite struct StoreBombTests {
  /// Of address space, in KiB: a run of the program takes a third of it.
  private static let memory = 600_000

  @Test func noCommandRunsOutOfMemory() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.tercet")
    let questions = ["stats", "find a limit 3", "facts #0 limit 1", "why e0", "why #0", "path #0 to #1", "undo"]
    for bomb in try StoreBomb.all(scale: 4) {
      let commands = [
        "query \(path) -k " + questions.map { "-c '\($0)'" }.joined(separator: " "), "check \(path)",
        "export \(path) --format dot", "compact \(path)",
      ]
      for command in commands {
        try AtomicFile.replace(path, with: bomb.bytes)
        let start = ContinuousClock.now
        let run = try ProcessRun("/bin/sh", ["-c", "ulimit -v \(Self.memory); exec \(TercetBinary.path) \(command)"])
        #expect(run.status < 128, "\(bomb.name), \(command): \(run.errors.suffix(300))")
        #expect(ContinuousClock.now - start < .seconds(20), "\(bomb.name), \(command)")
      }
    }
  }
}
