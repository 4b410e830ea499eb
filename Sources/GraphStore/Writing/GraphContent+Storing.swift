internal import GraphModel

extension GraphContent {
  /// What is written: see ``GraphContent/normalized()``.
  func normalizedForStore() throws(StoreError) -> GraphContent {
    do {
      return try normalized()
    } catch {
      throw .content(error)
    }
  }
}
