import Language
import SchemaFiles
import TestSupport
import Testing
import TreePatterns

@testable import Extraction

/// Whatever the trees are, each sentence is one tree after every mend.
@Suite struct TreeRepairPropertyTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func aTreeStaysATree(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let schema = try TreeRepairTests.schema.get()
    let repair = TreeRepair(schema: schema, types: EntityTypes(schema: schema))
    let examples = schema.grammar.rules.filter { !$0.isStating }.flatMap(\.examples).filter { $0.kind == .example }.map
    {
      String(decoding: schema.grammar.sources[$0.source].bytes[$0.bytes], as: UTF8.self)
    }
    var fired: Set<Int> = []
    for round in 0..<400 {
      let sentences = (0..<(1 + generator.below(3))).map { _ in RandomSentence(examples, &generator).block }
      var document = try Document.fixture(sentences.joined(separator: "\n\n"))
      try #require(document.treeFault == nil)
      var fault: String?
      var after = document
      repair.repair(&document) { firing, tokens in
        fired.insert(firing.rule)
        after.tokens = tokens
        if fault == nil { fault = after.treeFault.map { "\(repair.name(of: firing)): \($0)" } }
      }
      // A circle would keep the next round from ending.
      try #require(fault == nil, "seed \(seed), round \(round): \(fault ?? "")\n\(sentences.joined(separator: "\n\n"))")
    }
    #expect(fired.count > schema.grammar.rules.count { !$0.isStating } / 2)
  }
}

/// One or two examples of mends in one tree, with words moved, relabeled and retagged at random.
private struct RandomSentence {
  /// Word, lemma, tag, head, relation and perhaps a label.
  private var words: [[String]] = []

  var block: String { words.map { $0.joined(separator: " ") }.joined(separator: "\n") }

  init(_ examples: [String], _ generator: inout SeededGenerator) {
    append(examples, &generator)
    if generator.chance(50) { append(examples, &generator) }
    for _ in 0..<generator.below(5) { change(&generator) }
  }

  /// Adds an example; its root hangs on a word that is there already.
  private mutating func append(_ examples: [String], _ generator: inout SeededGenerator) {
    let offset = words.count
    for line in examples[generator.below(examples.count)].split(separator: "\n") {
      var fields = line.split(separator: " ").dropFirst().map(String.init)
      if fields[3] != "0" {
        fields[3] = "\(Int(fields[3])! + offset)"
      } else if offset > 0 {
        fields[3] = "\(1 + generator.below(offset))"
        fields[4] = ["conj", "ccomp", "parataxis", "obj", "acl", "nsubj"][generator.below(6)]
      }
      words.append(fields)
    }
  }

  private mutating func change(_ generator: inout SeededGenerator) {
    let (word, other) = (generator.below(words.count), generator.below(words.count))
    switch generator.below(4) {
    case 0 where !isBelow(other, word): words[word][3] = "\(other + 1)"
    case 1 where words[word][3] != "0" && words[other][3] != "0": words[word][4] = words[other][4]
    case 2: words[word][2] = words[other][2]
    case 3: words[word] = words[word][..<5] + [["B-PERSON", "I-PERSON", "B-GPE", "I-GPE"][generator.below(4)]]
    default: break
    }
  }

  /// Whether `word` is `ancestor` or hangs on it, directly or not; true for every word below the root.
  private func isBelow(_ word: Int, _ ancestor: Int) -> Bool {
    if words[ancestor][3] == "0" { return true }
    var current = word
    while current >= 0 {
      if current == ancestor { return true }
      current = Int(words[current][3])! - 1
    }
    return false
  }
}
