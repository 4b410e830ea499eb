/// The model behind one small interface: it fills in tags, lemmas, heads, relations and entity labels.
///
/// The shipped one is `EnglishAnalyzer`; tests use hand-built documents instead.
public protocol Analyzer: Sendable {
  /// Analyzes the sentences of `document`, which the tokenizer has made.
  ///
  /// The result depends on the sentence alone, never on its neighbours in a batch.
  func analyze(_ document: inout Document)
}
