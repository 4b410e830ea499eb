internal import GraphQuery

extension VerbTable {
  /// The verbs of this version of the program.
  static let standard = VerbTable(
    graph: VerbList.queries + VerbList.naming,
    session: [
      ExportVerb.self, DecideVerb.self, OutputVerb.self, SetVerb.self, UnsetVerb.self, AliasVerb.self, RunVerb.self,
      ExpectVerb.self, SaveVerb.self, ReloadVerb.self, HistoryVerb.self, HelpVerb.self, QuitVerb.self,
    ])
}
