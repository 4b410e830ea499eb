internal import Language

/// By relation of a word, the rules of each pass whose anchor may have it.
struct PatternIndex: Sendable {
  /// What the conditions of an anchor say of its tags, relation and label, as far as that is a set of each.
  struct Anchor: Sendable {
    var relations = RelationSet.all
    var tags = TagSet(universal: .max, penn: .max)
    var labels = LabelSet(bits: .max)
    var needsLabel = false

    init(_ conditions: [Condition]) {
      for condition in conditions {
        switch condition {
        case .relation(let set): relations.bits &= set.bits
        case .tag(let set) where set.penn == 0: tags.universal &= set.universal
        case .tag(let set) where set.universal == 0: tags.penn &= set.penn
        case .entity(let set):
          labels.bits &= set.bits
          needsLabel = true
        case .any(let alternatives):
          relations.bits &= alternatives.reduce(0) { $0 | Anchor($1).relations.bits }
        default: break
        }
      }
    }

    func allows(_ token: Token) -> Bool {
      tags.universal >> UInt32(token.tag.rawValue) & 1 == 1 && tags.penn >> UInt64(token.fineTag.rawValue) & 1 == 1
        && (!needsLabel || labels.contains(token.entity.label))
    }
  }

  /// By pass and relation, where ``rules`` has those that may fit.
  private var starts: [Int32] = [0]
  private var rules: [Int32] = []
  private let anchors: [Anchor]
  private let relationCount = DependencyRelation.allCases.count

  init(_ grammar: Grammar, enabled: [Bool]) {
    anchors = grammar.rules.map { Anchor($0.nodes[0].conditions) }
    for pass in grammar.passes {
      for relation in DependencyRelation.allCases {
        for rule in pass.rules where enabled[rule] && anchors[rule].relations.contains(relation) {
          rules.append(Int32(rule))
        }
        starts.append(Int32(rules.count))
      }
    }
  }

  /// Where ``rule(_:)`` has the rules of a pass for words by a relation.
  func candidates(in pass: Int, for relation: DependencyRelation) -> Range<Int> {
    let place = pass * relationCount + Int(relation.rawValue)
    return Int(starts[place])..<Int(starts[place + 1])
  }

  /// The rule at a place; nil when the tags or the label of the word keep it from fitting.
  func rule(_ place: Int, for token: Token) -> Int? {
    let rule = Int(rules[place])
    return anchors[rule].allows(token) ? rule : nil
  }
}
