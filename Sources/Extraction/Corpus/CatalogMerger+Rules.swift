import GraphModel
import Language

extension CatalogMerger {
  /// Tells people of one name apart whose occupations belong to different fields: the minister and the striker.
  func splitHomonyms() {
    for bucket in buckets.indices where isPerson(bucket) && buckets[bucket].separables.count > 1 {
      var clusters: [(fields: Set<String>, members: [Int])] = []
      for member in buckets[bucket].separables {
        let fields = fields(of: member)
        if fields.isEmpty { continue }
        let fitting = clusters.indices.filter { !clusters[$0].fields.isDisjoint(with: fields) }
        guard let first = fitting.first else {
          clusters.append((fields, [member]))
          continue
        }
        clusters[first].fields.formUnion(fields)
        clusters[first].members.append(member)
        // One who is both joins what was apart.
        for other in fitting.dropFirst().reversed() {
          clusters[first].fields.formUnion(clusters[other].fields)
          clusters[first].members += clusters.remove(at: other).members
        }
      }
      guard clusters.count > 1 else { continue }
      clusters.sort { ($1.members.count, $0.fields.min() ?? "") < ($0.members.count, $1.fields.min() ?? "") }
      let places = Dictionary(
        uniqueKeysWithValues: buckets[bucket].separables.enumerated().map { ($1, $0) })
      part(
        clusters.dropFirst().map { cluster in
          (
            cluster.members.sorted { places[$0, default: 0] < places[$1, default: 0] },
            cluster.members.flatMap { catalog.separables[$0].occupations }
              .min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
          )
        }, off: bucket)
    }
  }

  /// Tells apart whom several documents call by a given name alone: the Denise of one text is not that of another. The
  /// first document has the plain name.
  func splitGivenNames() {
    for bucket in buckets.indices
    where isPerson(bucket) && !buckets[bucket].isKnown && buckets[bucket].target == nil
      && buckets[bucket].separables.count > 1
    {
      let words = words(bucket)
      guard words.count == 1, isGivenName(words[0]) else { continue }
      var documents: [(ticket: UInt32, members: [Int])] = []
      for member in buckets[bucket].separables {
        let ticket = catalog.separables[member].ticket
        if documents.last?.ticket == ticket {
          documents[documents.count - 1].members.append(member)
        } else {
          documents.append((ticket, [member]))
        }
      }
      part(documents.dropFirst().map { ($0.members, catalog.documents[Int($0.ticket)]) }, off: bucket)
    }
  }

  private func isGivenName(_ word: String) -> Bool {
    !catalog.knowledge.lexicon.wordClass(of: word).flags.isDisjoint(with: [.maleName, .femaleName])
  }

  private func fields(of member: Int) -> Set<String> {
    catalog.separables[member].occupations.reduce(into: []) { $0.formUnion(catalog.knowledge.fields[$1] ?? []) }
  }

  /// Apple is Apple Inc. when only one company is called so.
  func mergeSuffixes() {
    var longer: [String: Set<Int>] = [:]
    for bucket in buckets.indices where isBody(bucket) {
      let words = words(bucket)
      guard words.count > 1, let last = words.last,
        catalog.knowledge.lexicon.wordClass(of: last).flags.contains(.companySuffix)
      else { continue }
      var stem = words.dropLast().joined(separator: " ")
      while stem.last == "," || stem.last == " " { stem.removeLast() }
      longer[stem, default: []].insert(root(of: bucket))
    }
    for bucket in buckets.indices where !buckets[bucket].isKnown {
      guard let full = longer[key(bucket)], full.count == 1, let only = full.first,
        isBody(bucket) || isTypeGuessed(bucket)
      else { continue }
      merge(bucket, into: only, rule: .suffix)
    }
  }

  /// Donald Trump is Donald J. Trump when there is one of each.
  func mergeMiddleNames() {
    var byEnds: [String: [Int]] = [:]
    for bucket in buckets.indices where isPerson(bucket) && buckets[bucket].target == nil {
      let words = words(bucket)
      if words.count > 1 { byEnds[words[0] + " " + words[words.count - 1], default: []].append(bucket) }
    }
    for (_, same) in byEnds where same.count == 2 {
      let lengths = same.map { words($0).count }
      guard lengths.min() == 2, lengths.max() ?? 0 > 2 else { continue }
      merge(same[lengths[0] == 2 ? 0 : 1], into: same[lengths[0] == 2 ? 1 : 0], rule: .middleName)
    }
  }

  /// Joe Biden is Joseph Biden when there is one of each.
  func mergeNicknames() {
    var bearers: [String: Set<Int>] = [:]
    // Bob Lee is not Robert E. Lee.
    func ends(_ bucket: Int) -> (given: String, surname: String)? {
      let words = words(bucket)
      return words.count == 2 ? (words[0], words[1]) : nil
    }
    for bucket in buckets.indices where isPerson(bucket) {
      guard let (given, surname) = ends(bucket), alike(given) != nil else { continue }
      bearers["\(given) \(surname)", default: []].insert(root(of: bucket))
    }
    /// The only one who may be called as the bucket is; nil for several, and where others have its own name.
    func other(_ bucket: Int) -> Int? {
      guard let (given, surname) = ends(bucket), let others = alike(given),
        bearers["\(given) \(surname)"] == [bucket]
      else { return nil }
      let same = others.reduce(into: Set<Int>()) { $0.formUnion(bearers["\($1) \(surname)"] ?? []) }
      return same.count == 1 ? same.first : nil
    }
    for bucket in buckets.indices where isPerson(bucket) && buckets[bucket].target == nil {
      guard let same = other(bucket), buckets[same].target == nil, other(same) == bucket else { continue }
      // The one has the other's name who is more often spoken of.
      guard !buckets[bucket].isKnown, (mentions(of: bucket), same) < (mentions(of: same), bucket),
        agree([bucket], [same])
      else { continue }
      merge(bucket, into: same, rule: .nickname)
    }
  }

  private func alike(_ given: String) -> Set<String>? { catalog.knowledge.lexicon.givenNamesAlike[given] }

  private func mentions(of bucket: Int) -> Int { groups(of: bucket).reduce(0) { $0 + $1.mentions } }

  /// Gives a surname without given name to the one person of all documents who bears it, or to the one of several of
  /// whom documents speak so much more that nobody has to say which one is meant.
  func mergeSurnames() {
    // Nearly all surnames have one bearer.
    var bearers: [String: (first: Int, others: Set<Int>)] = [:]
    var members: [Int: [Int]] = [:]
    for bucket in buckets.indices {
      let root = root(of: bucket)
      if root != bucket { members[root, default: [root]].append(bucket) }
      guard isPerson(bucket) else { continue }
      let words = words(bucket)
      if words.count < 2 { continue }
      for start in 1..<words.count {
        let surname = words[start...].joined(separator: " ")
        switch bearers[surname]?.first {
        case nil: bearers[surname] = (root, [])
        case root?: break
        default: bearers[surname]?.others.insert(root)
        }
      }
    }
    for bucket in buckets.indices where !buckets[bucket].isKnown && buckets[bucket].target == nil {
      let surname = key(bucket)
      guard isPerson(bucket) || isTypeGuessed(bucket), let named = bearers[surname] else { continue }
      let own = members[bucket] ?? [bucket]
      var only = named.first
      if !named.others.isEmpty {
        let fitting = named.others.union([named.first]).filter { agree(own, members[$0] ?? [$0]) }
        guard isPerson(bucket), !isGivenName(surname), let foremost = foremost(of: fitting, members) else { continue }
        only = foremost
      }
      guard only != bucket else { continue }
      let bearer = members[only] ?? [only]
      guard agree(own, bearer),
        isPerson(bucket) || isPlace(bucket) || bearer.contains(where: { isCalled(surname, $0) })
      else { continue }
      merge(bucket, into: only, rule: .surname)
    }
  }

  /// The one of whom documents speak so many times more than of all others together; nil when there is none.
  private func foremost(of people: Set<Int>, _ members: [Int: [Int]]) -> Int? {
    let mentions = people.map { person in
      (person: person, count: (members[person] ?? [person]).reduce(0) { $0 + self.mentions(of: $1) })
    }
    guard let best = mentions.max(by: { ($0.count, $1.person) < ($1.count, $0.person) }) else { return nil }
    let others = mentions.reduce(0) { $0 + $1.count } - best.count
    return best.count >= max(Self.fewestOfForemost, Self.foremostShare * others) ? best.person : nil
  }

  private static var foremostShare: Int { 4 }
  private static var fewestOfForemost: Int { 20 }

  /// Whether a document writes this end of the name for them: what stands for Ford the company elsewhere is no person.
  private func isCalled(_ surname: String, _ bucket: Int) -> Bool {
    let words = words(bucket)
    guard let start = words.indices.first(where: { words[$0...].joined(separator: " ") == surname }), start < 8 else {
      return false
    }
    let called = groups(of: bucket).reduce(0) { $0 | $1.called }
    return separables(of: bucket).reduce(called) { $0 | $1.called } & 1 << start != 0
  }

  /// Whether nothing that is said of two people tells them apart: fields of occupation, or gender.
  private func agree(_ first: [Int], _ second: [Int]) -> Bool {
    func fields(_ members: [Int]) -> Set<String> {
      members.flatMap { buckets[$0].separables }.reduce(into: []) { $0.formUnion(self.fields(of: $1)) }
    }
    func genders(_ members: [Int]) -> EntityCatalog.Facts {
      members.reduce(into: EntityCatalog.Facts()) { $0.formUnion(facts($1)) }.intersection(.anyGender)
    }
    let (ownFields, otherFields) = (fields(first), fields(second))
    if !ownFields.isEmpty, !otherFields.isEmpty, ownFields.isDisjoint(with: otherFields) { return false }
    let (own, other) = (genders(first), genders(second))
    return own.isEmpty || other.isEmpty || !own.isDisjoint(with: other)
  }
}
