import GraphModel
import Language

extension CatalogMerger {
  /// Tells people of one name apart whose occupations belong to different fields: the minister and the striker.
  mutating func splitHomonyms() {
    for bucket in buckets.indices where isPerson(bucket) {
      let fields = buckets[bucket].records.map(fields)
      var clusters: [(fields: Set<String>, records: [Int])] = []
      for (record, fields) in zip(buckets[bucket].records, fields) where !fields.isEmpty {
        let fitting = clusters.indices.filter { !clusters[$0].fields.isDisjoint(with: fields) }
        guard let first = fitting.first else {
          clusters.append((fields, [record]))
          continue
        }
        clusters[first].fields.formUnion(fields)
        clusters[first].records.append(record)
        // One who is both joins what was apart.
        for other in fitting.dropFirst().reversed() {
          clusters[first].fields.formUnion(clusters[other].fields)
          clusters[first].records += clusters.remove(at: other).records
        }
      }
      guard clusters.count > 1 else { continue }
      clusters.sort { ($1.records.count, $0.fields.min() ?? "") < ($0.records.count, $1.fields.min() ?? "") }
      part(
        clusters.dropFirst().map { cluster in
          (
            cluster.records.sorted(),
            occupations(of: cluster.records).min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
          )
        }, off: bucket)
    }
  }

  /// Tells apart whom several documents call by a given name alone: the Denise of one text is not that of another. The
  /// first document has the plain name.
  mutating func splitGivenNames() {
    for bucket in buckets.indices where isPerson(bucket) && !buckets[bucket].isKnown && buckets[bucket].target == nil {
      guard buckets[bucket].words.count == 1,
        !catalog.lexicon.wordClass(of: buckets[bucket].words[0]).flags.isDisjoint(with: [.maleName, .femaleName])
      else { continue }
      let byDocument = Dictionary(grouping: buckets[bucket].records) { records[$0].document }
      part(
        byDocument.values.sorted { $0[0] < $1[0] }.dropFirst().map { ($0, records[$0[0]].document) }, off: bucket)
    }
  }

  /// Gives each group of records of `bucket` a bucket of its own, with what tells it from the rest.
  mutating func part(_ groups: [(records: [Int], distinction: String?)], off bucket: Int) {
    for group in groups { split(group.records, off: bucket, as: group.distinction) }
    let gone = Set(groups.flatMap(\.records))
    buckets[bucket].records.removeAll(where: gone.contains)
  }

  /// Gives `members`, which are of `bucket`, a bucket of their own; it is the caller who takes them from the old one.
  mutating func split(_ members: [Int], off bucket: Int, as distinction: String?) {
    for record in members { bucketOf[record] = buckets.count }
    buckets.append(
      Bucket(type: buckets[bucket].type, words: buckets[bucket].words, records: members, distinction: distinction))
  }

  private func fields(of record: Int) -> Set<String> {
    occupations(of: [record]).reduce(into: []) { $0.formUnion(catalog.fields[$1] ?? []) }
  }

  /// The nouns of the titles that belong to a field.
  private func occupations(of members: [Int]) -> Set<String> {
    var nouns: Set<String> = []
    for record in members {
      for title in records[record].entity.titles {
        if let noun = title.lowercased().split(separator: " ").last.map(String.init), catalog.fields[noun] != nil {
          nouns.insert(noun)
        }
      }
    }
    return nouns
  }

  /// Apple is Apple Inc. when only one company is called so.
  mutating func mergeSuffixes() {
    var longer: [String: Set<Int>] = [:]
    for bucket in buckets.indices where buckets[bucket].words.count > 1 && isBody(bucket) {
      let words = buckets[bucket].words
      guard catalog.lexicon.wordClass(of: words[words.count - 1]).flags.contains(.companySuffix) else { continue }
      var stem = words.dropLast().joined(separator: " ")
      while stem.last == "," || stem.last == " " { stem.removeLast() }
      longer[stem, default: []].insert(root(of: bucket))
    }
    for bucket in buckets.indices where !buckets[bucket].isKnown && (isBody(bucket) || isTypeGuessed(bucket)) {
      guard let full = longer[buckets[bucket].key], full.count == 1, let only = full.first else { continue }
      merge(bucket, into: only, rule: "suffix")
    }
  }

  /// Donald Trump is Donald J. Trump when there is one of each.
  mutating func mergeMiddleNames() {
    var byEnds: [String: [Int]] = [:]
    for bucket in buckets.indices
    where isPerson(bucket) && buckets[bucket].words.count > 1 && buckets[bucket].target == nil {
      let words = buckets[bucket].words
      byEnds[words[0] + " " + words[words.count - 1], default: []].append(bucket)
    }
    for (_, same) in byEnds where same.count == 2 {
      let ordered = same.sorted { buckets[$0].words.count < buckets[$1].words.count }
      guard buckets[ordered[0]].words.count == 2, buckets[ordered[1]].words.count > 2 else { continue }
      merge(ordered[0], into: ordered[1], rule: "middle name")
    }
  }

  /// Gives a surname without given name to the one person of all documents who bears it.
  mutating func mergeSurnames() {
    var bearers: [String: Set<Int>] = [:]
    var members: [Int: [Int]] = [:]
    for bucket in buckets.indices {
      members[root(of: bucket), default: []] += buckets[bucket].records
      guard isPerson(bucket), buckets[bucket].words.count > 1 else { continue }
      let words = buckets[bucket].words
      for start in 1..<words.count {
        bearers[words[start...].joined(separator: " "), default: []].insert(root(of: bucket))
      }
    }
    for bucket in buckets.indices where !buckets[bucket].isKnown && (isPerson(bucket) || isTypeGuessed(bucket)) {
      guard buckets[bucket].target == nil, let people = bearers[buckets[bucket].key]?.subtracting([bucket]),
        people.count == 1,
        let only = people.first, agree(members[bucket] ?? [], members[only] ?? []),
        isPerson(bucket) || isPlace(bucket) || isCalled(buckets[bucket].key, members[only] ?? [])
      else { continue }
      merge(bucket, into: only, rule: "surname")
    }
  }

  private func isPlace(_ bucket: Int) -> Bool {
    number(ofType: buckets[bucket].type).map(catalog.types.isPlace) ?? false
  }

  /// Whether a document writes this short name of these people: what stands for Ford the company elsewhere is no
  /// person.
  private func isCalled(_ key: String, _ members: [Int]) -> Bool {
    members.contains { record in records[record].entity.forms.contains { NameKey.folded($0.text) == key } }
  }

  /// Whether nothing that is said of two people tells them apart: fields of occupation, or gender.
  private func agree(_ first: [Int], _ second: [Int]) -> Bool {
    func areDisjoint<Fact>(_ facts: (Int) -> Set<Fact>) -> Bool {
      let (a, b) = (
        first.reduce(into: Set()) { $0.formUnion(facts($1)) }, second.reduce(into: Set()) { $0.formUnion(facts($1)) }
      )
      return !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
    }
    return !areDisjoint(fields) && !areDisjoint { Set([records[$0].entity.gender].compactMap(\.self)) }
  }
}
