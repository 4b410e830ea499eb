import SchemaFiles

extension FrameTable {
  /// What the verbs and nouns of the tests do to their complements.
  static var small: FrameTable { frames(of: smallText) }

  /// The frames of ``small`` with others behind them.
  static func small(and text: String) -> FrameTable { frames(of: smallText + "\n" + text) }

  private static func frames(of text: String) -> FrameTable {
    // What is wrong with the text leaves no frames, so that the tests fail.
    (try? Schema(sources: [SchemaSource(name: "small.frames", bytes: Array(text.utf8))]))?.frames ?? FrameTable()
  }

  private static let smallText = """
    frame denies
    verb deny
    effect denies
    frame negates
    verb fail, refuse
    effect negates
    frame expects
    verb expect
    adjective set
    effect expects
    frame plans
    verb plan
    noun plan
    effect plans
    frame desires
    verb urge, want
    effect desires
    frame believes
    verb think
    effect believes
    frame implies
    verb begin
    effect implies
    frame fears
    noun concern
    effect fears
    """
}
