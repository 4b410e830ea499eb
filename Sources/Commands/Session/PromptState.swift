internal import GraphModel
internal import GraphQuery

/// What statements before have left behind, for completion.
struct PromptState {
  var bindings = Bindings()
  var settings = Settings()
  /// The edges of the last answer.
  var edges: [EdgeID] = []
  /// The rows of the last answer; nil where there is none.
  var rows: AnswerRows<Record>?

  /// `$x` for each variable, then `$1` … for the first rows of the last answer, with what each stands for.
  var variables: [CompletionCandidate] {
    let named = bindings.variables.sorted { $0.key < $1.key }.map { CompletionCandidate("$" + $0.key, note: $0.value) }
    // What a script is given it knows itself.
    guard let rows, bindings.arguments == nil else { return named }
    return named
      + rows.prefix(Self.mostRows).enumerated().compactMap { number, row in
        row.reference.map { CompletionCandidate("$\(number + 1)", note: row.label(of: $0)) }
      }
  }

  /// Rows that are offered: each is made for it.
  private static let mostRows = 100
}

extension Session {
  var promptState: PromptState {
    PromptState(
      bindings: bindings, settings: settings, edges: lastPart?.edges ?? [], rows: lastAnswer?.content.records)
  }
}

extension Record {
  /// What ``reference`` stands for, in words: the name of the entity, or the statement; itself where the row has none.
  fileprivate func label(of reference: String) -> String {
    if let field = fields.first(where: { $0.value == .text(reference) }) {
      // `neighbor_id` is the id of `neighbor`, and `id` that of `name`.
      let name = field.name == "id" ? "name" : field.name.hasSuffix("_id") ? String(field.name.dropLast(3)) : ""
      if let name = text(name) { return name }
    }
    let statement = [text("subject") ?? text("holder"), text("predicate") ?? text("office"), text("object")]
    let words = statement.compactMap { $0 }
    return words.count > 1 ? words.joined(separator: " · ") : text("title") ?? reference
  }

  private func text(_ name: String) -> String? {
    if case .text(let text)? = fields.first(where: { $0.name == name })?.value { text } else { nil }
  }
}
