internal import GraphExport
internal import GraphImport
internal import GraphStore
internal import GraphModel

extension FuzzTarget {
  static let nTriples = FuzzTarget("n-triples") { input in stores(input, .nt) }
  static let nQuads = FuzzTarget("n-quads") { input in stores(input, .nq) }
  static let turtle = FuzzTarget("turtle") { input in stores(input, .ttl) }
  static let table = FuzzTarget("table") { input in roundTrip(stores(input, .tsv)) }
  static let statementLines = FuzzTarget("statement-lines") { input in
    let store = stores(input, .jsonl)
    // A table has no evidence, which statements with their documents have.
    if let store, let graph = try? StoredGraph(bytes: store), graph.documentCount > 0 {
      expect(encoded(lines(of: graph), .jsonl, memory: .max) == store, "lines are read as the store that was written")
    } else {
      roundTrip(store)
    }
  }

  /// The store of the triples in `input`, which is sound, and the same whether it was made in memory or on the disk.
  @discardableResult
  private static func stores(_ input: [UInt8], _ format: ImportFormat) -> [UInt8]? {
    let store = encoded(input, format, memory: .max)
    // The disk takes ten times as long: not for every input.
    if input.reduce(0, &+) % 8 == 0 {
      expect(encoded(input, format, memory: 4_096) == store, "the store does not depend on the memory")
    }
    guard let store else { return nil }
    do {
      try StoredGraph(bytes: store).check()
    } catch {
      fatalError("a store that was written is refused: \(error)")
    }
    return store
  }

  private static func encoded(_ input: [UInt8], _ format: ImportFormat, memory: Int) -> [UInt8]? {
    let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
    let path = FuzzFile.path(of: input)
    var importer = GraphImporter(memory: memory, folder: "/tmp")
    do {
      _ = try importer.read(path, format, blankPrefix: "f") { error in
        if case .line(_, let line, let detail) = error {
          expect(line > 0 && line <= lines && !detail.isEmpty, "line \(line) is one of \(lines)")
        }
      } progress: { _ in
      }
    } catch let error as ImportError {
      if case .syntax(_, let line, _, _) = error { expect(line <= lines + 1, "line \(line) is one of \(lines)") }
      return nil
    } catch {
      fatalError("an input is no reason for \(error)")
    }
    return try? importer.encode()?.bytes
  }

  /// A store written as a table is read as the same store, unless something in it is called by no name, for which
  /// lines have words and a table none.
  private static func roundTrip(_ store: [UInt8]?) {
    guard let store, let graph = try? StoredGraph(bytes: store) else { return }
    let isNameless = (0..<UInt32(graph.edgeCount)).contains { number in
      let edge = graph.edge(EdgeID(number))
      let others = [edge.object, edge.attribution].compactMap(\.self).filter { $0 != graph.nothing }
      return ([edge.subject] + others).contains { graph.name(of: $0).isEmpty }
    }
    if isNameless { return }
    let table = table(of: store)
    let again = encoded(table, .tsv, memory: .max)
    expect(again.map(self.table) == table, "a table is read as what was written")
  }

  private static func lines(of graph: StoredGraph) -> [UInt8] {
    var lines: [UInt8] = []
    JSONLinesExporter().write(.whole(), of: graph) { lines += $0 }
    return lines
  }

  private static func table(of store: [UInt8]) -> [UInt8] {
    var table: [UInt8] = []
    if let graph = try? StoredGraph(bytes: store) { TableExporter().write(.whole(), of: graph) { table += $0 } }
    return table
  }
}
