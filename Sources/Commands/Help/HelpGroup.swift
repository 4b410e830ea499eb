/// Verbs that stand together in the help of the prompt.
struct HelpGroup: Sendable {
  var title: String
  var verbs: [String]

  /// Every verb is in one of them.
  static let all = [
    HelpGroup(title: "entities", verbs: ["find", "list", "neighbors", "facts", "timeline", "offices", "common"]),
    HelpGroup(title: "statements", verbs: ["edges", "path", "match", "count", "changes", "disputes"]),
    HelpGroup(title: "texts", verbs: ["why", "context", "search", "documents", "show", "about"]),
    HelpGroup(title: "the graph", verbs: ["types", "relations", "stats"]),
    HelpGroup(title: "who is who", verbs: ["suggest", "merge", "split", "apart", "decide", "undo", "reload"]),
    HelpGroup(title: "answers", verbs: ["export", "output", "expect"]),
    HelpGroup(title: "the prompt", verbs: ["set", "unset", "alias", "run", "save", "history", "help", "quit"]),
  ]
}
