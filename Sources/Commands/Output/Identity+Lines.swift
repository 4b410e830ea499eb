internal import GraphQuery

extension Answer.Identity {
  /// A table of the names: rule, uses, and the first sentence that has the name.
  func lines(_ style: OutputStyle) -> [String] {
    var table = TextTable(columns: [
      .init(title: "name", shrinks: true), .init(title: "by rule"),
      .init(title: "uses", alignment: .right, dropOrder: 2),
      .init(title: "first in", shrinks: true, dropOrder: 1),
    ])
    table.rows = names.enumerated().map { number, name in
      let rule = number == 0 ? "canonical" : name.rule ?? "in its place"
      let place = name.proof.map { "\($0.document), sentence \($0.sentenceNumber): \($0.sentence)" } ?? ""
      return [
        StyledText(name.text, .entity), StyledText(rule), StyledText(style.times + String(name.uses)),
        StyledText(place, .faint),
      ]
    }
    return [entity.heading.rendered(color: style.color), ""] + table.lines(style)
  }
}
