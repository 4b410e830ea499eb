internal import Bytes
/// The checks between frames, and of frames with the rest of the schema.
struct FrameChecks {
  let sources: [SchemaSource]
  let table: FrameTable
  let places: FramePlaces
  let relations: [Relation]

  /// - Throws: ``SchemaError``, the first in the order of the frames.
  func check() throws(SchemaError) {
    try checkNames()
    try checkWords()
    try checkEffects()
    let names = Set(relations.map(\.name))
    for (frame, place) in places.relations {
      guard let relation = table.frames[frame].relation, !names.contains(relation) else { continue }
      throw .unknownReference(
        self.place(place), name: relation, kind: "a relation",
        nearest: NearestName.name(to: relation, among: names.sorted()))
    }
  }

  private func place(_ place: FramePlace) -> SchemaPlace { place.place(in: sources[place.source]) }

  private func checkNames() throws(SchemaError) {
    var seen: [String: Int] = [:]
    seen.reserveCapacity(table.frames.count)
    for (number, frame) in table.frames.enumerated() {
      if let first = seen.updateValue(number, forKey: frame.name) {
        throw .declaredTwice(place(places.frames[number]), name: frame.name, first: place(places.frames[first]))
      }
      if frame.words.isEmpty {
        throw .malformedFrame(place(places.frames[number]), expected: "\(frame.name) to have a word", got: "none")
      }
    }
  }

  /// Words are lower case but for adjectives that are names, and a frame has none twice.
  private func checkWords() throws(SchemaError) {
    if let crowded = places.crowdedWord {
      throw .malformedFrame(
        place(places.words[crowded]), expected: "at most \(FrameTable.mostFramesOfWord) frames of one word",
        got: table.words[crowded].text)
    }
    for frame in table.frames {
      for (offset, word) in table.words[frame.words].enumerated() {
        let position = frame.words.lowerBound + offset
        if word.text.utf8.contains(where: { 0x41...0x5A ~= $0 }) {
          throw .spelling(place(places.words[position]), text: word.text, expected: word.text.lowercased())
        }
        let others = frame.words.lowerBound..<position
        if let first = others.first(where: {
          table.words[$0].text == word.text && table.words[$0].wordClass == word.wordClass
        }) {
          throw .duplicate(place(places.words[position]), text: word.text, first: place(places.words[first]))
        }
      }
    }
  }

  /// What a word does to a complement stands in one of its frames.
  private func checkEffects() throws(SchemaError) {
    for number in table.frames.indices where !table.frames[number].effects.isEmpty {
      for position in table.frames[number].words {
        let word = table.words[position]
        for other in table.frames(of: word.text, as: word.wordClass) where other < number {
          let said = Set(table.effects(of: other).map(\.construction))
          let twice = table.effects(of: number).first {
            $0.concerns(word.wordClass) && said.contains($0.construction)
          }
          guard let twice else { continue }
          throw .duplicate(
            place(places.words[position]), text: "\(word.text): \(twice.kind.rawValue)",
            first: place(places.frames[other]))
        }
      }
    }
  }
}
