extension StyledText {
  /// Broken at spaces into lines of at most `width` columns; one line when `width` is nil.
  ///
  /// - Parameters:
  ///   - head: what stands in place of the first line's indent, as wide or narrower; nil for the indent.
  ///   - least: columns beside the indent for which breaking is worth while.
  func wrapped(
    to width: Int?, indent: String, head: StyledText? = nil, least: Int = 20
  ) -> [StyledText] {
    guard let width, width > indent.count + least else { return [(head ?? StyledText(indent)) + self] }
    var lines: [StyledText] = []
    var line = head ?? StyledText(indent)
    var used = head?.width ?? indent.count
    var isFresh = true
    // A run may end with the space at which a line can end.
    var endsWithSpace = false
    for run in runs {
      for (number, word) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        let wordWidth = DisplayWidth.of(String(word))
        let space = number > 0 ? 1 : 0
        if !isFresh, used + space + wordWidth > width, space > 0 || endsWithSpace {
          lines.append(line)
          line = StyledText(indent)
          used = indent.count
          line.append(String(word), run.style)
        } else {
          line.append((space > 0 ? " " : "") + word, run.style)
          used += space
        }
        used += wordWidth
        isFresh = false
        endsWithSpace = space > 0 && word.isEmpty
      }
    }
    lines.append(line)
    return lines
  }

  /// This text and `parts` behind it, each behind its gap, in lines of at most `width` columns; one line when `width`
  /// is nil. A line ends between two parts, and inside one, at a space, only where it is longer than a line. All but
  /// the first are indented.
  func lines(appending parts: [(gap: String, text: StyledText)], width: Int?, indent: String) -> [StyledText] {
    var lines = wrapped(to: width, indent: "")
    // The line that is being made, and its width: there may be many parts.
    var line = lines.popLast() ?? StyledText()
    var used = width == nil ? 0 : line.width
    for (gap, text) in parts {
      let more = width == nil ? 0 : gap.count + text.width
      if let width, used + more > width {
        lines.append(line)
        lines += text.wrapped(to: width, indent: indent)
        line = lines.popLast() ?? StyledText()
        used = line.width
      } else {
        line.append(gap)
        line.append(text)
        used += more
      }
    }
    return lines + [line]
  }
}
