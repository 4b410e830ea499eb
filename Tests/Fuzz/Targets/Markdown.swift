@testable internal import Language

extension FuzzTarget {
  static let markdown = FuzzTarget("markdown") { input in
    let view = MarkdownView(input).bytes
    expect(view.count == input.count, "offsets stay those of the text")
    for (shown, written) in zip(view, input) {
      expect(shown == written || shown == 0x20 || shown == 0x0C, "marks are blanked out and nothing else changes")
    }
    documents(in: input, .markdown)
  }
}
