extension CatalogMerger {
  /// Tells bodies apart that every country has: the National Assembly of a text about Kenya is not that of one about
  /// France. That of most mentions has the plain name, others the country behind it, or the document's id.
  func splitCommonBodies() {
    for bucket in buckets.indices
    where isBody(bucket) && !buckets[bucket].isKnown && buckets[bucket].target == nil && isCommonBody(bucket) {
      let places = Dictionary(grouping: buckets[bucket].separables) { member in
        let ticket = catalog.separables[member].ticket
        return catalog.countries[ticket] ?? catalog.documents[Int(ticket)]
      }
      let order = places.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      part(order.dropFirst().map { ($0.value, $0.key) }, off: bucket)
    }
  }

  /// Whether nothing in the name says whose body it is.
  private func isCommonBody(_ bucket: Int) -> Bool {
    words(bucket).allSatisfy(catalog.knowledge.lexicon.commonBodyWords.contains)
  }
}
