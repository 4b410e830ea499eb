internal import GraphModel
internal import GraphQuery

/// What a page says, as rows of its tables. The scripts of the page read them: `id` is `e12` for a statement, `n12` for
/// an entity, `s12` for a sentence; `data-e` has subject, object, speaker, confidence, how many sentences say so,
/// and how it is said, nothing for a fact; `data-w` the sentences that the page has, with where the words stand.
struct ShownGraph<Graph: GraphView> {
  let drawing: Drawing
  /// Best supported first, then what is said of the best connected; names in descriptions behind all.
  let edges: [Edge]
  let sentences: PageSentences
  let graph: Graph

  init(_ drawing: Drawing, of graph: Graph) {
    self.drawing = drawing
    self.graph = graph
    edges = Self.ranked(drawing.edges + drawing.edgesWithoutObject, drawing, in: graph)
    sentences = PageSentences(of: edges.map(\.id), in: graph)
    var ids = Set(drawing.nodes.map(\.id))
    for edge in edges {
      ids.formUnion([edge.subject, edge.object])
      if let speaker = edge.attribution { ids.insert(speaker) }
    }
    if let nothing = graph.nothing { ids.remove(nothing) }
    shownEntities = ids.sorted()
  }

  private static func ranked(_ edges: [Edge], _ drawing: Drawing, in graph: Graph) -> [Edge] {
    let degrees = Dictionary(uniqueKeysWithValues: drawing.nodes.map { ($0.id, $0.degree) })
    let rows = edges.map { edge in
      (
        edge: edge, isLink: graph.predicate(edge.predicate).isLink ? 1 : 0,
        ties: degrees[edge.subject, default: 0] + degrees[edge.object, default: 0]
      )
    }
    return rows.sorted { a, b in
      (a.isLink, b.edge.witnesses.rank, -a.ties, a.edge.id) < (b.isLink, a.edge.witnesses.rank, -b.ties, b.edge.id)
    }.map(\.edge)
  }

  /// What is said, without names in descriptions.
  private var statementCount: Int { edges.count { !graph.predicate($0.predicate).isLink } }

  // Head.

  /// The entities that the page is about, or the number of its documents.
  var title: String {
    let names = drawing.highlighted.sorted().map { graph.name(of: $0) }
    if names.isEmpty, documentCount == 0 { return "Who did what to whom" }
    if names.isEmpty { return "What \(documents) say\(documentCount == 1 ? "s" : "")" }
    let shown = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }

  private var documentCount: Int { Set(sentences.places.map(\.document)).count }
  private var documents: String { documentCount == 1 ? "1 document" : "\(documentCount) documents" }

  /// How much the page has, from when, and what it leaves out.
  var summary: String {
    let count = statementCount
    var text = "\(count) statement\(count == 1 ? "" : "s")" + (documentCount == 0 ? "" : " of \(documents)")
    let dates = edges.flatMap { [$0.firstDate, $0.lastDate] }.compactMap { $0 }
    if let first = dates.min(), let last = dates.max() {
      text += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    if let note = drawing.leftOutNote { text += ". \(note)" }
    return text
  }

  // Statements.

  func row(of edge: Edge) -> String {
    let predicate = graph.predicate(edge.predicate)
    let hasObject = edge.object != graph.nothing
    let kinds = edge.kinds(isLink: predicate.isLink)
    let said = edge.attribution.map { graph.name(of: $0) }
    var words = predicate.isLink ? "name in it" : kinds.joined(separator: ", ")
    if let said { words = edge.degree == .reported ? "says \(said)" : "\(words), says \(said)" }
    func number(_ entity: EntityID?) -> String { entity.map { "\($0.rawValue)" } ?? "-" }
    let data = [
      number(edge.subject), hasObject ? number(edge.object) : "-", number(edge.attribution),
      edge.support == 0 ? "-" : Hundredths.text(edge.confidence), "\(edge.support)",
      "\(edge.witnesses.sentences)",
    ]
    let references = sentences.references(of: edge.id, in: graph)
    let evidence = references.map { reference in
      ([reference.number] + reference.spans).map(String.init).joined(separator: " ")
    }
    let dates = HTMLText.escaped(edge.dateText(separator: " – ") ?? "").replacing(" – ", with: " –\n")
    let cells = [
      "<td>" + HTMLText.escaped(graph.name(of: edge.subject)), "<td>" + HTMLText.escaped(predicate.name),
      "<td>" + (hasObject ? HTMLText.escaped(graph.name(of: edge.object)) : ""),
      "<td>" + HTMLText.escaped(words), "<td>" + dates,
      "<td>" + (references.first.map { "<a href=#s\($0.number)>\(edge.support)</a>" } ?? ""),
    ]
    return "<tr id=e\(edge.id.rawValue) data-e=\"\((data + kinds.filter { $0 != "fact" }).joined(separator: " "))\""
      + (evidence.isEmpty ? "" : " data-w=\"\(evidence.joined(separator: ","))\"") + ">\(cells.joined())\n"
  }

  // Entities.

  private var shownTypes: [String] { Set(shownEntities.map { graph.type(of: $0) }).sorted() }

  /// Those at the ends of statements, and who says them, ascending.
  private let shownEntities: [EntityID]

  var types: String {
    shownTypes.map { type in
      let style = TypeStyle.of(type)
      return "<li data-color=\"\(style.color)\" data-shape=\(style.shape)>\(HTMLText.escaped(type))\n"
    }.joined()
  }

  func writeEntities<Failure: Error>(_ write: (String) throws(Failure) -> Void) throws(Failure) {
    var numbers: [EntityID: Int] = [:]
    for (number, node) in drawing.nodes.enumerated() { numbers[node.id] = number }
    let pairs = drawing.edges.compactMap { edge in
      numbers[edge.subject].flatMap { subject in numbers[edge.object].map { (subject, $0) } }
    }
    let places = Placement.places(of: drawing.nodes.count, joinedBy: pairs)
    for id in shownEntities {
      let name = graph.name(of: id)
      let others = graph.otherNames(of: id).map(\.name).filter { $0 != name }
      var unique: [String] = []
      for other in others where !unique.contains(other) { unique.append(other) }
      let place = numbers[id].map { " data-at=\"\(Int(places[$0].x.rounded())) \(Int(places[$0].y.rounded()))\"" } ?? ""
      let center = drawing.highlighted.contains(id) ? " data-center" : ""
      try write(
        "<tr id=n\(id.rawValue)\(place)\(center)><th scope=row>\(HTMLText.escaped(name))"
          + "<td>\(HTMLText.escaped(graph.type(of: id)))"
          + "<td>\(HTMLText.escaped(unique.prefix(Self.mostNames).joined(separator: ", ")))\n")
    }
  }

  /// Most other names of an entity that the page has.
  private static var mostNames: Int { 12 }

  // Sentences.

  func writeSentences<Failure: Error>(_ write: (String) throws(Failure) -> Void) throws(Failure) {
    var document: DocumentID?
    for (number, place) in sentences.places.enumerated() {
      if place.document != document {
        if document != nil { try write("</ol></article>\n") }
        document = place.document
        try write(head(of: graph.document(place.document)))
      }
      try write(
        "<li id=s\(number) value=\(place.sentence + 1)>\(HTMLText.escaped(sentences.text(place, in: graph)))\n")
    }
    if document != nil { try write("</ol></article>\n") }
  }

  private func head(of document: DocumentRecord) -> String {
    let title = HTMLText.escaped(document.title ?? document.name)
    let source = document.source.map { "<i>\(HTMLText.escaped($0))</i> " } ?? ""
    let date = document.date.map { "<time>\(HTMLText.escaped($0))</time> " } ?? ""
    let name = "<b>\(HTMLText.escaped(document.name))</b>"
    let address = [document.source, document.name].compactMap { $0.flatMap(HTMLText.address) }.first
    let link = address.map { " <a href=\"\($0)\" rel=\"noopener noreferrer\">read</a>" } ?? ""
    return "<article><h3>\(title)</h3><p>\(source)\(date)\(name)\(link)</p><ol>\n"
  }
}
