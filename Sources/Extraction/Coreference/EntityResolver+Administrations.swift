import Language

extension EntityResolver {
  /// Makes organizations of those that are called after a person: the Trump administration, which is not the person.
  mutating func separateAdministrations(from groups: inout [NameGroup]) {
    var byKey: [String: Int] = [:]
    for group in groups.indices where groups[group].entry == nil {
      let isPerson = types.isPerson(groups[group].type)
      guard isPerson || groups[group].type < 0 || !groups[group].isTypeCertain else { continue }
      let mentions = groups[group].mentions
      groups[group].mentions = []
      for mention in mentions {
        guard let body = body(calledAfter: mention) else {
          groups[group].mentions.append(mention)
          continue
        }
        let old = context.text(found[mention].tokens)
        groups[group].forms[old, default: 1] -= 1
        if groups[group].forms[old] == 0 { groups[group].forms[old] = nil }
        found[body].mention.kind = .name
        found[body].mention.tokens = found[mention].tokens.lowerBound..<found[body].tokens.upperBound
        let text = context.text(found[body].tokens)
        let key = NameKey.folded(text)
        let target: Int
        if let known = byKey[key] {
          target = known
        } else {
          target = groups.count
          byKey[key] = target
          groups.append(NameGroup(entry: nil, words: key.split(separator: " ").map(String.init)))
          groups[target].type = found[body].type
          groups[target].isTypeCertain = true
        }
        groups[target].mentions.append(body)
        groups[target].forms[text, default: 0] += 1
      }
    }
  }

  /// The description of an organization right behind the name that modifies it: `administration`; nil when there is
  /// none.
  private func body(calledAfter mention: Int) -> Int? {
    let end = found[mention].tokens.upperBound
    guard end < tokens.count, found[mention].title == nil, tokens[found[mention].head].relation == .compound,
      tokens[found[mention].head].head == Int32(end), mentionOfHead[end] >= 0
    else { return nil }
    let body = Int(mentionOfHead[end])
    guard found[body].mention.kind == .nominal, found[body].type >= 0, types.organization >= 0,
      types.isKind(found[body].type, of: types.organization), !context.isPlural(end)
    else { return nil }
    return body
  }
}
