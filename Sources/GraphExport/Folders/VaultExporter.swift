internal import Bytes
public import GraphModel

/// A vault of Markdown notes with `[[links]]`, as Obsidian and others open it: a note for each entity with all that is
/// said of it and what it is said in, and in `Documents` one for each document with its text. Names have their notes at
/// the top, descriptions in `Phrases`. A claim is marked as what it is.
///
/// Holds the names of all notes.
public struct VaultExporter: FolderExporter {
  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to file: (_ name: String, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let vault = Vault(part, of: graph)
    for number in vault.entities.indices {
      try file(vault.path(number), Array(vault.note(number).utf8))
    }
    for number in vault.documents.indices { try file(vault.documentPath(number), Array(vault.document(number).utf8)) }
  }
}

/// A part with the names of its notes.
private struct Vault<Graph: GraphView> {
  private let graph: Graph
  private(set) var entities: [EntityID] = []
  private(set) var documents: [DocumentID] = []
  private var files: [EntityID: String] = [:]
  private var documentFiles: [DocumentID: String] = [:]
  private var isPhrase: Set<EntityID> = []
  /// Of each entity the edges that leave it, or enter it.
  private var outgoing: [EntityID: [EdgeID]] = [:]
  private var incoming: [EntityID: [EdgeID]] = [:]

  init(_ part: Subgraph, of graph: Graph) {
    self.graph = graph
    var names = NoteNames()
    var linked: Set<EntityID> = []
    let nothing = graph.nothing
    var documents: Set<DocumentID> = []
    part.forEachEdge(of: graph) { edge in
      if edge.object != nothing, graph.predicate(edge.predicate).isLink { linked.insert(edge.subject) }
      outgoing[edge.subject, default: []].append(edge.id)
      if edge.object != nothing { incoming[edge.object, default: []].append(edge.id) }
      documents.formUnion(graph.documents(of: edge.id))
    }
    part.forEachNode(of: graph) { entities.append($0) }
    for id in entities {
      let name = graph.name(of: id)
      files[id] = names.name(of: name, mark: graph.type(of: id))
      if NodeKind(name, isLinked: linked.contains(id)) != .name { isPhrase.insert(id) }
    }
    self.documents = documents.sorted()
    for id in self.documents {
      let record = graph.document(id)
      documentFiles[id] = names.name(of: record.title ?? record.name, mark: record.date ?? "text")
    }
  }

  func path(_ number: Int) -> String {
    let id = entities[number]
    return (isPhrase.contains(id) ? "Phrases/" : "") + (files[id] ?? "note") + ".md"
  }

  func documentPath(_ number: Int) -> String { "Documents/\(documentFiles[documents[number]] ?? "note").md" }

  func note(_ number: Int) -> String {
    let id = entities[number]
    let name = graph.name(of: id)
    var text = "---\ntype: \(MarkdownText.value(graph.type(of: id)))\n"
    let others = graph.otherNames(of: id).map(\.name).filter { $0 != name }
    if !others.isEmpty || files[id] != name {
      let aliases = (files[id] == name ? [] : [name]) + others
      text += "aliases:\n" + aliases.map { "  - \(MarkdownText.value($0))\n" }.joined()
    }
    text += "---\n\n# \(MarkdownText.escaped(name))\n"
    if let edges = outgoing[id] {
      text += "\n" + edges.map { statement(graph.edge($0), isIncoming: false) }.joined()
    }
    if let edges = incoming[id] {
      text += "\n## Said with it\n\n" + edges.map { statement(graph.edge($0), isIncoming: true) }.joined()
    }
    return text
  }

  private func statement(_ edge: Edge, isIncoming: Bool) -> String {
    let predicate = graph.predicate(edge.predicate)
    var words = MarkdownText.escaped(predicate.name)
    if edge.polarity == .negated { words = "**not** " + words }
    if edge.modality != .certain { words += " *(\(edge.modality.name))*" }
    var line = "- " + (isIncoming ? link(edge.subject) + " " : "") + words
    if !isIncoming, edge.object != graph.nothing { line += " " + link(edge.object) }
    if let speaker = edge.attribution { line += ", says \(link(speaker))" }
    if let date = edge.firstDate {
      line += " · \(MarkdownText.escaped(date))"
      if let last = edge.lastDate, last != date { line += " to \(MarkdownText.escaped(last))" }
    }
    line += "\n"
    if isIncoming { return line }
    for piece in graph.evidence(of: edge.id) {
      let sentence = MarkdownText.escaped(graph.sentence(piece.sentence, of: piece.document) ?? "")
      let record = graph.document(piece.document)
      let source = MarkdownText.link(documentFiles[piece.document] ?? record.name, record.title ?? record.name)
      line += "  > \(sentence) — \(source)\n"
    }
    return line
  }

  private func link(_ id: EntityID) -> String {
    guard let file = files[id] else { return MarkdownText.escaped(graph.name(of: id)) }
    return MarkdownText.link(file, graph.name(of: id))
  }

  func document(_ number: Int) -> String {
    let record = graph.document(documents[number])
    var text = "---\nid: \(MarkdownText.value(record.name))\n"
    for (name, value) in [("title", record.title), ("date", record.date), ("source", record.source)] {
      if let value { text += "\(name): \(MarkdownText.value(value))\n" }
    }
    text += "---\n\n# \(MarkdownText.escaped(record.title ?? record.name))\n"
    let body = String(decoding: graph.text(of: documents[number]), as: UTF8.self)
    for paragraph in body.split(whereSeparator: \.isNewline) {
      let words = MarkdownText.escaped(String(paragraph)).split(separator: " ").joined(separator: " ")
      // It would begin a list.
      if !words.isEmpty { text += "\n" + (words.first == "-" || words.first == "+" ? "\\" : "") + words + "\n" }
    }
    return text
  }
}
