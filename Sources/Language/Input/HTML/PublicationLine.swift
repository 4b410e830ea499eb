/// The line beside a headline that tells readers when it was published: `Published March 3, 2025`, `By Jane Doe |
/// 3 March 2025, 14:05 GMT`.
enum PublicationLine {
  /// Such lines stand so many blocks before or behind the headline, and are so long.
  private static let before = 3
  private static let behind = 12
  private static let longest = 160
  /// Words beside the date and the author's name.
  private static let mostOthers = 6

  /// What makes a line say it, best first.
  private enum Sign: Int {
    case says, only, updated
  }

  /// The day that such a line has; where no headline is, lines before the text count.
  static func day(on content: PageContent) -> CalendarDate? {
    let blocks = content.blocks
    let order = order(of: content.page)
    var best: (sign: Sign, day: CalendarDate)?
    for block in near(content.headline?.node, in: blocks, content.page) {
      guard let (sign, day) = read(block, order), sign.rawValue < best?.sign.rawValue ?? .max else { continue }
      best = (sign, day)
    }
    if let best, best.sign != .updated { return best.day }
    // At the end of the text, or wherever a line says so.
    let elsewhere = blocks.lazy.compactMap { read($0, order) }.first { $0.sign == .says }
    return elsewhere?.day ?? best?.day
  }

  /// The blocks around the headline up to the second paragraph.
  private static func near(_ headline: Int?, in blocks: [PageBlock], _ page: HTMLPage) -> [PageBlock] {
    let heading = headline.flatMap { node in blocks.firstIndex { page.subtree(node).contains($0.node) } }
    var found: [PageBlock] = []
    var paragraphs = 0
    for (index, block) in blocks.enumerated() {
      if let heading, index < heading - before { continue }
      if index - (heading ?? 0) > behind || paragraphs > 1 { break }
      if index > heading ?? -1, block.isRunningText { paragraphs += 1 }
      found.append(block)
    }
    return found
  }

  private static func read(_ block: PageBlock, _ order: WrittenDate.Order?) -> (sign: Sign, day: CalendarDate)? {
    guard block.size <= longest, block.text.utf8.contains(where: \.isASCIIDigit) else { return nil }
    let lower = block.text.lowercased()
    for word in ["published", "posted"] {
      guard let place = lower.firstRange(of: word) else { continue }
      // `Published by Jane Doe on 3 March 2025`, and no sentence that happens to have the word.
      guard let found = WrittenDate(in: String(lower[place.upperBound...]), order: order) else { continue }
      if lower.distance(from: lower.startIndex, to: place.lowerBound) <= 60, found.others.count <= 2 * mostOthers {
        return (.says, found.day)
      }
    }
    guard let found = WrittenDate(in: block.text, order: order) else { return nil }
    if ["updated", "modified", "edited"].contains(where: lower.contains) { return (.updated, found.day) }
    let words = found.others.filter { !isOfTime($0) }
    let isByline = found.others.first == "by"
    guard !block.isRunningText || words.isEmpty || isByline, words.count <= mostOthers, !block.endsSentence else {
      return nil
    }
    return (.only, found.day)
  }

  /// Whether the text is nothing but when it was published.
  static func isNothingElse(_ text: String) -> Bool {
    guard text.utf8.count <= longest, let found = WrittenDate(in: text, order: .dayFirst) else { return false }
    return found.others.contains(where: signs.contains)
      && found.others.allSatisfy { signs.contains($0) || isOfTime($0) }
  }

  private static let signs: Set<String> = ["date", "edited", "modified", "posted", "published", "updated"]

  private static func isOfTime(_ word: String) -> Bool {
    timeWords.contains(word) || word.utf8.allSatisfy(\.isASCIIDigit)
  }

  private static let timeWords: Set<String> = [
    "a", "am", "at", "bst", "cest", "cet", "edt", "est", "et", "first", "fri", "friday", "gmt", "last", "m", "mon",
    "monday", "on", "p", "pdt", "pm", "pst", "pt", "sat", "saturday", "st", "sun", "sunday", "th", "thu", "thur",
    "thurs", "thursday", "tue", "tues", "tuesday", "utc", "wed", "wednesday", "z",
  ]

  /// The order of day and month that the language of a page tells: `en-GB`, `en-US`.
  static func order(of page: HTMLPage) -> WrittenDate.Order? {
    let language = page.nodes.first { $0.name == "html" }?.attributes["lang"]?.lowercased()
    switch language?.prefix(5) {
    case "en-us", "en_us": return .monthFirst
    case "en-gb", "en_gb", "en-au", "en-ie", "en-in", "en-nz", "en-za": return .dayFirst
    default: return nil
    }
  }
}
