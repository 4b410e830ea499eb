import TestSupport
import Testing

@testable import Commands

@Suite struct HistoryFileTests {
  @Test func entriesComeBackInOrderAndOnce() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/state/tercet/history")
    #expect(history.load() == [])
    for entry in ["neighbors NATO", "facts (\n\"a\\b\")", "neighbors NATO", " secret", "stats", "   ", "facts Łódź"] {
      history.append(entry)
    }
    #expect(history.load() == ["facts (\n\"a\\b\")", "neighbors NATO", "stats", "facts Łódź"])
  }

  @Test func escapingIsReversible() {
    for entry in ["", "a", "\\", "\\n", "a\nb", "\\\\n\n\\", "“x”; y"] {
      #expect(HistoryFile.unescaped(HistoryFile.escaped(entry)) == entry)
      #expect(!HistoryFile.escaped(entry).contains("\n"))
    }
  }

  @Test func longFilesAreShortened() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/history")
    for number in 0..<(HistoryFile.limit + HistoryFile.limit / 5 + 1) { history.append("facts #\(number)") }
    #expect(history.load().count == HistoryFile.limit)
    #expect(history.load().last == "facts #\(HistoryFile.limit + HistoryFile.limit / 5)")
    history.append("one more")
    #expect(history.load().last == "one more")
  }

  @Test func place() {
    func path(_ variables: [String: String]) -> String? { HistoryFile(ProcessEnvironment(variables: variables))?.path }
    #expect(path(["HOME": "/h"]) == "/h/.local/state/tercet/history")
    #expect(path(["HOME": "/h", "XDG_STATE_HOME": "/s"]) == "/s/tercet/history")
    #expect(path(["HOME": "/h", "TERCET_HISTORY": "/x"]) == "/x")
    #expect(path(["HOME": "/h", "TERCET_HISTORY": ""]) == nil)
    #expect(path([:]) == nil)
  }

  @Test func troubleIsQuiet() {
    let history = HistoryFile(path: "/dev/null/history")
    history.append("stats")
    #expect(history.load() == [])
    HistoryFile(path: "/dev/null").append("stats")
  }
}
