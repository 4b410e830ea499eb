internal import GraphQuery
internal import GraphModel

/// `15 documents, 430 entities, 468 edges`.
func counted(_ graph: some GraphView) -> String {
  [
    counted(graph.documentCount, "document"), counted(nodeCount(of: graph), "entity", "entities"),
    counted(graph.edgeCount, "edge"),
  ].joined(separator: ", ")
}

/// The number of entities without what stands for the object of events that have none.
func nodeCount(of graph: some GraphView) -> Int { graph.entityCount - (graph.nothing == nil ? 0 : 1) }
