extension HelpText {
  /// Statements where no graph is open.
  static let usualExamples = [
    ("neighbors NATO", "what an entity is linked to"), ("path Rutte to Ukraine", "how two are connected"),
    ("why e12", "the sentence that says so"),
  ]

  /// `help` at the prompt: a first path, the verbs and the topics by name, on one screen of 24 rows.
  static func overview(_ examples: [(String, String)], _ style: OutputStyle) -> [StyledText] {
    var lines: [StyledText] = [heading("A first path")]
    lines += list(examples, style)
    lines += ["", heading("Verbs")]
    lines += HelpGroup.all.flatMap { names($0.verbs, behind: $0.title, style) }
    lines += ["", heading("Topics")]
    lines += names(HelpTopic.all.map(\.name), behind: nil, style)
    lines += ["", "help VERB or help TOPIC tells more, with examples; help all what each verb does."]
    return lines
  }

  /// `entities    find, list`
  private static func names(_ names: [String], behind title: String?, _ style: OutputStyle) -> [StyledText] {
    let column = title == nil ? 2 : 16
    let head = title.map { StyledText("  ") + StyledText($0.padded(to: column - 2), .faint) } ?? StyledText("  ")
    let indent = String(repeating: " ", count: column)
    return StyledText(names.joined(separator: "  "), .entity)
      .wrapped(to: min(style.width ?? 80, 80), indent: indent, head: head)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
