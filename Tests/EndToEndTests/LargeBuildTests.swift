import Bytes
import TestSupport
import Testing

/// Graphs of texts that are made in little memory, in parts, or by several runs: always the same bytes.
@Suite struct LargeBuildTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let names = ["Mark Rutte", "Ana Botín", "Marco Rubio", "Keir Starmer", "Nora Holm", "Pedro Sánchez"]
    let bodies = ["NATO", "Santander", "the European Union", "Volvo", "the World Bank"]
    var generator = SeededGenerator(seed: 4)
    func any(_ list: [String]) -> String { list[generator.below(list.count)] }
    let lines = (0..<60).map { number in
      let text =
        "\(any(names)) leads \(any(bodies)). \(any(names)) met \(any(names)) in Paris on Monday. "
        + "\(any(bodies)) may buy \(any(bodies)) for $\(1 + generator.below(900)) million, an official of \(any(bodies)) said."
      return #"{"id": "d\#(number)", "date": "2025-03-\#(10 + number % 19)", "text": "\#(text)"}"#
    }
    try AtomicFile.replace(folder.file("all.jsonl"), with: Array(lines.joined(separator: "\n").utf8))
    let made = try shell("$tercet build all.jsonl -o all.tercet --quiet")
    #expect(made.status == 0, "\(made.errors)")
  }

  private func shell(_ line: String) throws -> ProcessRun {
    try ProcessRun("/bin/bash", ["-c", "cd '\(folder.path)'; tercet='\(TercetBinary.path)'; " + line])
  }

  @Test func memoryAndOrderDoNotMatter() throws {
    let run = try shell(
      """
      $tercet build all.jsonl -o x.tercet --memory 1M --threads 1 --quiet && cmp x.tercet all.tercet || exit 1
      shuf --random-source=all.jsonl all.jsonl > mixed.jsonl
      $tercet build mixed.jsonl -o x.tercet --force --threads 3 --quiet && cmp x.tercet all.tercet
      """)
    #expect(run.status == 0, "\(run)")
  }

  @Test func aPartWhoseDocumentDiffersIsNamed() throws {
    let run = try shell(
      """
      head -1 all.jsonl > 1.jsonl; sed 's/leads/likes/' 1.jsonl > 2.jsonl
      for n in 1 2; do $tercet build -q --part $n.jsonl -o $n.part; done
      $tercet merge -q 1.part 2.part -o x.tercet
      """)
    #expect(run.status == 65 && run.errors.hasPrefix("2.part: error: a part before it has another document"), "\(run)")
  }

  @Test func partsAreJoinedToTheGraphOfAll() throws {
    for parts in [1, 2, 7] {
      let run = try shell(
        """
        split -n l/\(parts) --additional-suffix=.jsonl all.jsonl \(parts)-
        for f in \(parts)-*.jsonl; do $tercet build $f --part -o $f.part --quiet || exit 1; done
        $tercet merge \(parts)-*.part -o \(parts).tercet --quiet && cmp \(parts).tercet all.tercet
        """)
      #expect(run.status == 0, "\(parts) parts: \(run)")
    }
    let mixed = try shell(
      "$tercet build all.jsonl --part -o x.part --quiet; $tercet merge x.part all.tercet -o y.tercet; echo $?; ls y.tercet"
    )
    #expect(mixed.output == "64\n" && mixed.errors.contains("“x.part” is a part"), "\(mixed)")
    let others = try shell(
      "$tercet build all.jsonl --part --without copula -o z.part --quiet; $tercet merge z.part -o y.tercet; echo $?")
    #expect(others.output.hasSuffix("\n") && !others.output.hasPrefix("0"), "\(others)")
    let damaged = try shell("head -c 9000 x.part > w.part; $tercet merge w.part -o y.tercet; echo $?; ls y.tercet")
    #expect(damaged.output == "65\n" && damaged.errors.contains("w.part: error: "), "\(damaged)")
  }

  @Test func aBuildGoesOnWhereAnotherWasEnded() throws {
    let program = try PipedProgram(
      "/bin/bash",
      [
        "-c",
        "cd '\(folder.path)'; exec '\(TercetBinary.path)' build - --input-format jsonl -o r.tercet --resume 2> log",
      ])
    let lines = try MappedFile(path: folder.file("all.jsonl")).bytes.array().split(separator: 10)
    for line in lines.prefix(30) { program.send(Array(line) + [10]) }
    let begun = try shell(
      "for i in $(seq 400); do [ -e r.tercet.journal ] && break; sleep .05; done; ls r.tercet.journal")
    #expect(begun.status == 0, "\(begun)")
    program.end()
    let run = try shell(
      "ls r.tercet*; $tercet build all.jsonl -o r.tercet --resume && cmp r.tercet all.tercet && ls r.tercet*")
    #expect(run.output == "r.tercet.journal\nr.tercet\n", "\(run)")
  }

  @Test func whatIsInterruptedSaysWhatItHadRead() throws {
    let run = try shell(
      """
      mkfifo p; $tercet build p --input-format jsonl -o i.tercet --resume & exec 3> p
      head -20 all.jsonl >&3; sleep 2; kill -INT $!; tail -n +21 all.jsonl >&3; exec 3>&-; wait $!; echo $?; ls i.tercet
      $tercet build all.jsonl -o i.tercet --resume; cmp i.tercet all.tercet && echo same
      """)
    #expect(run.output == "130\nsame\n", "\(run)")
    #expect(run.errors.contains("of the documents were read; i.tercet was not written"), "\(run)")
    #expect(run.errors.contains("i.tercet.journal has what "), "\(run)")
    // Only what is among the inputs counts, as it is now.
    let changed = try shell(
      """
      mkfifo r; $tercet build r --input-format jsonl -o k.tercet --resume & exec 3> r
      head -20 all.jsonl >&3; sleep 2; kill -TERM $!; tail -n +21 all.jsonl >&3; exec 3>&-; wait $!; echo $?
      head -5 all.jsonl | sed 's/Paris/Oslo/; s/2025/2024/' > few.jsonl
      $tercet build few.jsonl -o k.tercet --resume; $tercet build few.jsonl -o few.tercet; cmp k.tercet few.tercet && echo same
      """)
    #expect(changed.output == "130\nsame\n", "\(changed)")
    let foreign = try shell(
      """
      $tercet build all.jsonl --part -o l.tercet.journal -q; $tercet build all.jsonl -o l.tercet --resume; echo $?
      $tercet build all.jsonl -o m.tercet --resume --without copula; ls l.tercet.journal
      """)
    #expect(foreign.output == "65\nl.tercet.journal\n", "\(foreign)")
    let other = try shell(
      """
      mkfifo q; $tercet build q --input-format jsonl -o j.tercet & exec 3> q
      head -20 all.jsonl >&3; sleep 2; kill -INT $!; tail -n +21 all.jsonl >&3; exec 3>&-; wait $!; echo $?; ls -A | grep -c '^j\\|^[.]tercet'
      """)
    #expect(other.output == "130\n0\n", "\(other)")
  }
}
