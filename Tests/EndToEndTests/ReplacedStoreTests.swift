import Bytes
import GraphStore
import TestSupport
import Testing

/// Who changes a store and who puts another one into its place meanwhile: neither loses anything without a word.
///
/// A text that comes by a pipe holds a command where the test wants it.
@Suite struct ReplacedStoreTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("a.txt"), with: Array("Mark Rutte leads NATO.".utf8))
    try AtomicFile.replace(folder.file("b.txt"), with: Array("Marco Rubio visited Spain.".utf8))
    let made = try shell(
      "$tercet build a.txt -o a.tercet && $tercet build b.txt -o b.tercet && cp a.tercet s.tercet; mkfifo p.txt q.txt")
    #expect(made.status == 0, "\(made.errors)")
  }

  private func shell(_ line: String) throws -> ProcessRun {
    try ProcessRun("/bin/bash", ["-c", "cd '\(folder.path)'; tercet='\(TercetBinary.path)'; " + line])
  }

  private func isSame(_ name: String, _ other: String) throws -> Bool {
    try MappedFile(path: folder.file(name)).bytes.array() == MappedFile(path: folder.file(other)).bytes.array()
  }

  @Test func aStoreThatIsMovedIntoPlaceStays() throws {
    // What is written into a store can also show as damage.
    let cases: [(String, [Int32])] = [("cp b.tercet n; mv n s.tercet", [74]), ("cat b.tercet > s.tercet", [65, 74])]
    for (line, statuses) in cases {
      let run = try shell(
        """
        cp a.tercet s.tercet; $tercet add s.tercet p.txt & exec 3> p.txt; sleep .05; \(line)
        echo Putin met Modi. >&3; exec 3>&-; wait $!
        """)
      #expect(statuses.contains(run.status) && run.errors.contains("s.tercet: error: "), "\(line): \(run)")
      #expect(try isSame("s.tercet", "b.tercet"), "\(line)")
    }
  }

  @Test func aStoreIsNotReplacedWhileItIsChanged() throws {
    for command in ["build b.txt", "merge b.tercet", "import --input-format tsv t.tsv"] {
      let run = try shell(
        """
        printf 'a\\tp\\tb\\n' > t.tsv; cp a.tercet s.tercet; $tercet add s.tercet p.txt 2> e & exec 3> p.txt
        $tercet \(command) -o s.tercet --force; status=$?
        echo Putin met Modi. >&3; exec 3>&-; wait $!; [ $? = 0 ] || status=added; echo $status
        """)
      #expect(run.output == "74\n" && run.errors.contains("another process is changing the file"), "\(command): \(run)")
    }
  }

  @Test func whoReplacesAStoreWaitsForWhoChangesIt() throws {
    let run = try shell(
      """
      $tercet build p.txt -o s.tercet --force & built=$!; exec 3> p.txt
      $tercet add s.tercet q.txt & added=$!; exec 4> q.txt
      cat b.txt >&3; exec 3>&-; sleep .2; cmp s.tercet a.tercet
      echo Putin met Modi. >&4; exec 4>&-; wait $added; echo $?; wait $built; echo $?
      """)
    #expect(run.output == "0\n0\n", "\(run)")
    let documents = try StoredGraph(path: folder.file("s.tercet"))
    #expect(documents.documentCount == 1 && documents.document(named: "p") != nil)
  }

  @Test func whatAppearsMeanwhileStays() throws {
    for (command, text) in [
      ("build p.txt -o", "cat b.txt"), ("import --input-format tsv p.txt -o", "printf 'a\\tp\\tb\\n'"),
    ] {
      let run = try shell(
        """
        rm -f n.tercet; $tercet \(command) n.tercet & exec 3> p.txt; sleep .05; cp a.tercet n.tercet
        \(text) >&3; exec 3>&-; wait $!
        """)
      #expect(run.status == 74 && run.errors.contains("found a file that another program made"), "\(run)")
      #expect(try isSame("n.tercet", "a.tercet"))
    }
    #expect(!folder.names().contains { $0.hasPrefix(".") }, "nothing is left beside")
  }
}
