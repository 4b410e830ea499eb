import Bytes
import TestSupport
import Testing

/// Prints of an agency's text count as one story, wherever support is shown, and however the graph was made.
@Suite struct StoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let wire = """
    Mark Rutte leads NATO. The alliance will meet in The Hague in June, and its members want to speak about what they \
    spend on defense. Sweden joined NATO in March 2024. The former Dutch prime minister said that the talks had been \
    hard. He thanked the hosts for their patience. Diplomats from nine countries came to the city on Monday, and most \
    of them left on the evening of the next day without a word to those who had waited in the rain for them.
    """
  private static let own = "Mark Rutte leads NATO. Our reporter met him in Brussels, where he spoke of the winter."

  private func run(_ arguments: String...) throws -> String {
    let run = try ProcessRun(TercetBinary.path, arguments)
    #expect(run.status == 0, "\(arguments): \(run.errors)")
    return run.output
  }

  private func write(_ name: String, _ documents: [(id: String, source: String, date: String, text: String)]) throws
    -> String
  {
    let lines = documents.map {
      "{\"id\":\"\($0.id)\",\"source\":\"\($0.source)\",\"date\":\"\($0.date)\",\"text\":\"\($0.text)\"}\n"
    }
    try AtomicFile.replace(folder.file(name), with: Array(lines.joined().utf8))
    return folder.file(name)
  }

  @Test func copiesCountOnce() throws {
    let first = try write(
      "first.jsonl", [("wire", "Agency", "2025-03-03", Self.wire), ("own", "Courier", "2025-03-05", Self.own)])
    let more = try write(
      "more.jsonl",
      [
        ("print", "Herald", "2025-03-04", "What he said. \(Self.wire)"),
        ("cut", "Gazette", "2025-03-04", Self.wire.dropLast(60) + "."),
      ])
    let (grown, whole) = (folder.file("grown.tercet"), folder.file("whole.tercet"))
    _ = try run("build", first, "-o", grown)
    #expect(try run("query", grown, "--format", "table", "-c", "facts Rutte via leads").contains("×2"))
    _ = try run("add", grown, more)
    _ = try run("build", first, more, "-o", whole)
    for graph in [grown, whole] {
      let facts = try run("query", graph, "--format", "table", "-c", "facts Rutte via leads")
      #expect(facts.contains("2 stories, 4 copies"), "\(facts)")
      let records = try run("query", graph, "--format", "jsonl", "-c", "facts Rutte via leads")
      #expect(records.contains("\"support\":2") && records.contains("\"outlets\":4,\"copies\":4,\"sentences\":4"))
      let three = try ProcessRun(TercetBinary.path, ["query", graph, "-c", "neighbors Rutte via leads min 3"])
      #expect(three.status == 1 && three.output.split(separator: "\n").count <= 1, "\(three)")
      let stories = try run("query", graph, "--format", "jsonl", "-c", "documents stories")
      #expect(
        stories.contains("\"document\":\"wire\"") && stories.contains("\"copies\":[\"cut\",\"print\"]"), "\(stories)")
      #expect(stories.split(separator: "\n").count == 2)
    }
    let edge = try run("query", whole, "--format", "jsonl", "-c", "facts Rutte via leads").prefix { $0 != "," }.drop {
      $0 != ":"
    }
    .filter { $0 != "\"" && $0 != ":" }
    let why = try run("query", whole, "--format", "table", "-c", "why \(edge)")
    #expect(why.contains("2 stories, 4 copies") && why.contains("also in 2 copies: cut, print"), "\(why)")
    #expect(!why.contains("print · "))
    let all = try run("query", whole, "--format", "table", "-c", "why \(edge) copies")
    #expect(all.contains("print · ") && !all.contains("also in"), "\(all)")
    _ = try run("compact", grown)
    let bytes = try [grown, whole].map { try MappedFile(path: $0).bytes.array() }
    #expect(bytes[0] == bytes[1])
    _ = try run("remove", grown, "wire")
    #expect(try run("query", grown, "--format", "table", "-c", "facts Rutte via leads").contains("2 stories, 3 copies"))
    _ = try run("compact", grown)
    #expect(try run("query", grown, "--format", "table", "-c", "facts Rutte via leads").contains("2 stories, 3 copies"))
    _ = try run("check", grown)
  }

  @Test func anEqualTextIsACopyWhereAnotherSourcePrintsIt() throws {
    let dates = ["2025-03-03", "2025-03-04", "2025-03-05"]
    let prints = zip(["Agency", "Courier", "Herald"], dates).map {
      (id: $0.lowercased() + "/1", source: $0, date: $1, text: Self.wire)
    }
    let first = try write("first.jsonl", Array(prints[..<2]))
    let more = try write(
      "more.jsonl", [prints[2], (id: "herald/2", source: "Herald", date: "2025-03-06", text: Self.wire)])
    let (grown, whole) = (folder.file("grown.tercet"), folder.file("whole.tercet"))
    _ = try run("build", first, "-o", grown)
    let added = try ProcessRun(TercetBinary.path, ["add", grown, more])
    #expect(added.errors.contains("already in the graph as herald/1"), "\(added)")
    _ = try run("build", more, first, "-o", whole)
    #expect(try MappedFile(path: grown).bytes.array() == MappedFile(path: whole).bytes.array())
    let records = try run("query", whole, "--format", "jsonl", "-c", "facts Rutte via leads")
    #expect(records.contains("\"support\":1") && records.contains("\"outlets\":3,\"copies\":3"), "\(records)")
  }
}
