extension Session {
  func write(_ lines: [RenderedLine]) throws(StatementFailure) {
    try StatementFailure.stream { () throws(CommandError) in for line in lines { try output.writeLine(line) } }
  }

  func write(_ text: [StyledText]) throws(StatementFailure) {
    let style = style
    try write(text.map { $0.rendered(color: style.color) })
  }
}
