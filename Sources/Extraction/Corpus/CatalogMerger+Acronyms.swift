import GraphModel
import Language

extension CatalogMerger {
  /// Something that an acronym stands for.
  private struct Meaning {
    var spelling: SpelledAcronym
    /// The buckets that are called so; none where no document makes a name of the words.
    var buckets: Set<Int> = []
  }

  /// Gives what is only known by an acronym to the one name that some document abbreviates so. Where documents tell
  /// several meanings, who tells one has that, and who tells none has none of them.
  func mergeAcronyms() {
    let meanings = meanings()
    for bucket in buckets.indices where !buckets[bucket].isKnown && !isPerson(bucket) {
      guard let told = meanings[key(bucket)], facts(bucket).contains(.isAcronym) else { continue }
      if told.count > 1 {
        separate(bucket, by: told)
      } else if let full = told.first?.buckets, full.count == 1, let only = full.first {
        merge(bucket, into: only, rule: .acronym)
      }
    }
  }

  /// By folded acronym, a word: what documents say that it stands for.
  private func meanings() -> [String: [Meaning]] {
    var meanings: [String: [Meaning]] = [:]
    func add(_ acronym: String, _ spelling: SpelledAcronym, _ bucket: Int?) {
      if acronym.contains(" ") { return }
      var told = meanings[acronym] ?? []
      let place = Self.place(of: spelling, among: told) ?? told.count
      if place == told.count { told.append(Meaning(spelling: spelling)) }
      if let bucket { told[place].buckets.insert(bucket) }
      meanings[acronym] = told
    }
    for bucket in buckets.indices {
      let told = groupNumbers(of: bucket).flatMap { catalog.acronyms[$0] ?? [] }
      for acronym in Set(told + separables(of: bucket).flatMap(\.acronyms)).sorted() {
        add(NameKey.folded(acronym), SpelledAcronym(key(bucket)), bucket)
      }
    }
    for bucket in buckets.indices {
      for separable in separables(of: bucket) {
        if let words = separable.standsFor { add(key(bucket), SpelledAcronym(words), nil) }
      }
    }
    return meanings
  }

  private static func place(of spelling: SpelledAcronym, among meanings: [Meaning]) -> Int? {
    meanings.firstIndex { $0.spelling.isSame(as: spelling) }
  }

  /// Parts the documents that call something `bucket` by what they say that it means.
  private func separate(_ bucket: Int, by meanings: [Meaning]) {
    var told: [Int: [Int]] = [:]
    for member in buckets[bucket].separables {
      guard let words = catalog.separables[member].standsFor,
        let place = Self.place(of: SpelledAcronym(words), among: meanings)
      else { continue }
      told[place, default: []].append(member)
    }
    let isShared = hasCommon(bucket)
    var rest = Set(buckets[bucket].separables)
    for (place, members) in told.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      let full = meanings[place].buckets
      let only = full.count == 1 ? full.first : nil
      rest.subtract(members)
      guard !rest.isEmpty || isShared else {
        // Nobody else is left to have the plain name.
        if let only { merge(bucket, into: only, rule: .acronym) }
        keep(members, of: bucket)
        return
      }
      split(members, off: bucket, as: only == nil ? words(of: members) : nil)
      if let only { merge(buckets.count - 1, into: only, rule: .acronym) }
    }
    keep(buckets[bucket].separables.filter(rest.contains), of: bucket)
  }

  /// The words that the documents of `members` have for what they mean, without the capital of the start of a sentence.
  private func words(of members: [Int]) -> String? {
    members.compactMap { catalog.separables[$0].standsFor }.max { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
