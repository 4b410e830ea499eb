internal import GraphQuery

extension VerbTable {
  /// The verbs of this version of the program.
  static let standard = VerbTable(
    graph: VerbList.queries + VerbList.naming,
    session: [
      ExportVerb.self, SetVerb.self, RunVerb.self, ExpectVerb.self, HistoryVerb.self, HelpVerb.self, QuitVerb.self,
    ])
}
