internal import GraphQuery
internal import GraphModel

/// `15 documents, 430 entities, 468 edges`.
func counted(_ graph: some GraphView) -> String {
  [
    counted(graph.documentCount, "document"), counted(graph.nodeCount, "entity", "entities"),
    counted(graph.edgeCount, "edge"),
  ].joined(separator: ", ")
}

/// `table, line or csv`.
func oneOf(_ words: [String]) -> String {
  words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
}
