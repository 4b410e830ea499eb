import Language

extension CatalogMerger {
  /// Tells bodies apart that every country has: the National Assembly of a text about Kenya is not that of one about
  /// France. That of most mentions has the plain name, others the country behind it, or the document's id.
  mutating func splitCommonBodies() {
    let countries = countryOfDocument()
    for bucket in buckets.indices
    where isBody(bucket) && !buckets[bucket].isKnown && buckets[bucket].target == nil && isCommonBody(bucket) {
      let places = Dictionary(grouping: buckets[bucket].records) { record in
        countries[records[record].document] ?? records[record].document
      }
      let order = places.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      part(order.dropFirst().map { ($0.value, $0.key) }, off: bucket)
    }
  }

  /// Whether nothing in the name says whose body it is.
  private func isCommonBody(_ bucket: Int) -> Bool {
    buckets[bucket].words.allSatisfy(catalog.lexicon.commonBodyWords.contains)
  }

  /// By document: the country that it names, with its capital, at least twice and more than twice as often as any
  /// other.
  private func countryOfDocument() -> [String: String] {
    var mentions: [String: [String: Int]] = [:]
    for record in records where record.entity.isKnown {
      let name = record.entity.name
      let seated = catalog.lexicon.names.entities(seatedAt: NameKey.folded(name)).map(catalog.lexicon.names.name)
      for country in Set([name] + seated) where catalog.lexicon.countryNames.contains(country) {
        mentions[record.document, default: [:]][country, default: 0] += record.entity.mentions.count
      }
    }
    return mentions.compactMapValues { counts in
      let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let next = ordered.count > 1 ? ordered[1].value : 0
      return ordered[0].value > 1 && ordered[0].value > 2 * next ? ordered[0].key : nil
    }
  }
}
