internal import GraphModel

/// `1 edge`, `2 edges`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}

/// `15 documents, 430 entities, 468 edges`.
func counted(_ graph: some GraphView) -> String {
  [
    counted(graph.documentCount, "document"), counted(graph.entityCount, "entity", "entities"),
    counted(graph.edgeCount, "edge"),
  ].joined(separator: ", ")
}
