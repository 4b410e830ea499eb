/// Triples like those of a graph of news: few entities have most of the edges. The same on every machine.
struct SyntheticGraph {
  struct Triple: Hashable {
    var subject: Int32
    var predicate: Int32
    var object: Int32
  }

  let names: [String]
  let triples: [Triple]

  init(entities: Int, triples count: Int, predicates: Int) {
    var numbers = MadeNumbers()
    func next(_ bound: Int) -> Int { numbers.below(bound) }
    let syllables = ["ba", "dor", "el", "fin", "gar", "hol", "kis", "lum", "mer", "nor", "pas", "rud", "sel", "tov"]
    names = (0..<entities).map { number in
      "\(syllables[next(14)])\(syllables[next(14)]) \(syllables[next(14)])\(syllables[next(14)]) \(number)"
    }
    // The product of two even numbers falls like a power law.
    func entity() -> Int32 { Int32(next(1 + next(entities))) }
    var seen: Set<Triple> = []
    while seen.count < count {
      let triple = Triple(subject: entity(), predicate: Int32(next(1 + next(predicates))), object: entity())
      if triple.subject != triple.object { seen.insert(triple) }
    }
    triples = seen.sorted {
      ($0.subject, $0.predicate, $0.object) < ($1.subject, $1.predicate, $1.object)
    }
  }

  /// A line `subject TAB predicate TAB object` a triple.
  var lines: String {
    triples.map { "\(names[Int($0.subject)])\trelation \($0.predicate)\t\(names[Int($0.object)])\n" }.joined()
  }

  /// `count` names, each as often as it stands in the triples.
  func askedNames(_ count: Int) -> [String] {
    (0..<count).map { names[Int(triples[$0 &* 7919 % triples.count].object)] }
  }
}
