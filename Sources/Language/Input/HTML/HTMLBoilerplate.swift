/// What pages have beside their article, by the names of elements, classes and ids that the web has agreed on.
enum HTMLBoilerplate {
  /// What an element is by its name and attributes alone.
  enum Kind {
    case text
    /// None of the article, whatever it holds.
    case never
    /// None of the article, unless nearly all of the page is in it: there are pages that are nothing else.
    case beside
    /// None of the article, unless most of the page is in it: layout is named after what stands beside the article,
    /// `two-col sidebar-right`, and windows over a page hide all of it.
    case layout
    /// Other stories: none of the article, unless it is what the page has beside them: `promo-wrapper`.
    case others
    /// What readers say: as long as an article, and none of it.
    case replies
  }

  private static let neverNames: Set<String> = [
    "audio", "button", "canvas", "dialog", "embed", "figcaption", "footer", "head", "iframe", "input", "map",
    "menu", "nav", "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea", "video",
  ]
  private static let neverRoles: Set<String> = [
    "alert", "alertdialog", "banner", "contentinfo", "menu", "menubar", "navigation", "search", "toolbar",
  ]
  /// Parts of classes and ids, between hyphens, underscores and capitals.
  private static let layoutWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "byline", "caption", "carousel",
    "consent", "cookie", "cookies", "copyright", "credit", "drawer", "footer", "gdpr", "jwplayer", "masthead", "menu",
    "modal", "nav", "navbar", "navigation", "newsletter", "overlay", "pagination", "paywall", "player", "popup", "rail",
    "share", "sharing", "sidebar", "signup", "skip", "social", "sponsor", "sponsored", "subscribe", "subscription",
    "tags", "ticker", "toolbar", "vjs", "widget",
  ]
  private static let othersWords: Set<String> = [
    "outbrain", "popular", "promo", "promotion", "recirc", "recommendations", "recommended", "related", "taboola",
    "teaser", "teasers", "trending",
  ]
  private static let repliesWords: Set<String> = ["comment", "comments", "disqus", "replies"]
  private static let cardWords: Set<String> = ["card", "promo", "teaser", "tease", "thumb", "tile"]
  private static let articleWords: Set<String> = [
    "article", "body", "content", "entry", "main", "post", "story", "text",
  ]
  /// Words of classes of the boxes into which an article is cut.
  private static let partWords: Set<String> = articleWords.union([
    "abstract", "chunk", "copy", "deck", "dek", "first", "intro", "introduction", "last", "lead", "lede", "par", "para",
    "paragraph", "part", "second", "section", "standfirst", "strapline", "summary", "txt",
  ])

  /// - Parameter isInArticle: whether an `article` or `main` is around it.
  static func kind(of node: HTMLPage.Node, isInArticle: Bool) -> Kind {
    if node.isText { return .text }
    if neverNames.contains(node.name) { return .never }
    if node.name == "aside" { return .beside }
    if node.attributes.isEmpty {
      return node.name == "header" && !isInArticle || node.name == "form" ? .layout : .text
    }
    if let role = node.attributes["role"]?.lowercased() {
      if neverRoles.contains(role) { return .never }
      if role == "complementary" { return .beside }
    }
    // The head of a page, but not that of an article.
    if node.name == "header", !isInArticle { return .layout }
    if node.name == "form" || isHidden(node) { return .layout }
    if node.attributes["role"]?.lowercased() == "dialog" { return .layout }
    guard !alwaysText.contains(node.name) else { return .text }
    var found = Kind.text
    for name in words(of: node) {
      let isArticle = !articleWords.isDisjoint(with: name)
      // `article-comments` and `related-content` are none of it, `sidebar-content` may be.
      if !changers.isDisjoint(with: name) { continue }
      if !repliesWords.isDisjoint(with: name) {
        found = .replies
      } else if !othersWords.isDisjoint(with: name) {
        if found != .replies { found = .others }
      } else if isArticle {
        return .text
      } else if found == .text, !layoutWords.isDisjoint(with: name) {
        found = .layout
      }
    }
    return found
  }

  private static let alwaysText: Set<String> = ["article", "body", "html", "main"]

  /// `has-sidebar`, `no-ads`: said of what stands beside them.
  private static let changers: Set<String> = [
    "closed", "enabled", "has", "no", "open", "with", "without",
  ]

  private static func isHidden(_ node: HTMLPage.Node) -> Bool {
    if node.attributes["hidden"] != nil || node.attributes["aria-hidden"] == "true" { return true }
    guard let style = node.attributes["style"] else { return false }
    return style.filter { !$0.isWhitespace }.lowercased().contains("display:none")
  }

  /// Whether an element says that it is the article.
  static func isNamedArticle(_ node: HTMLPage.Node) -> Bool {
    node.name == "main" || node.attributes["role"] == "main" || isNamedStory(node)
  }

  /// The same without `main`, which may hold much beside the article.
  static func isNamedStory(_ node: HTMLPage.Node) -> Bool {
    node.name == "article" || node.attributes["role"] == "article" || isArticleBody(node)
  }

  static func isArticleBody(_ node: HTMLPage.Node) -> Bool {
    node.attributes["itemprop"]?.lowercased().split(separator: " ").contains("articlebody") ?? false
  }

  static func isNamedCard(_ node: HTMLPage.Node) -> Bool { names(node, cardWords) }

  /// Whether a box is named as part of an article.
  static func isNamedPart(_ node: HTMLPage.Node) -> Bool { names(node, partWords) }

  private static func names(_ node: HTMLPage.Node, _ known: Set<String>) -> Bool {
    words(of: node).contains { !known.isDisjoint(with: $0) }
  }

  /// Whether a paragraph speaks of the page and not of the news.
  static func isNotice(_ text: String) -> Bool {
    // Longer ones are part of the news.
    guard text.utf8.count < 600, text.count < 200 else { return false }
    // Most are shorter than any but the last.
    if text.utf8.count < 7 { return text.hasPrefix("©") }
    let lower = text.lowercased()
    return notices.contains(where: lower.hasPrefix)
  }

  private static let notices = [
    "advertisement", "all rights reserved", "click here", "copyright", "follow us", "read more", "related:",
    "see also:", "share this", "sign up", "subscribe", "this article is more than", "we use cookies", "©",
  ]

  /// Whether a heading stands before other things than the article: `Related stories`.
  static func introducesOthers(_ heading: String) -> Bool {
    guard heading.utf8.count <= 60 else { return false }
    let words = heading.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    guard let first = words.first else { return false }
    if words.count == 1 { return othersHeadings.contains(first) }
    if otherThings.contains(words[words.count - 1]), othersOpenings.contains(first) { return true }
    if first == "more", words.count <= 4, ["from", "in", "on"].contains(words[1]) { return true }
    let text = words.joined(separator: " ")
    return othersPhrases.contains { text.hasPrefix($0) }
  }

  private static let othersHeadings: Set<String> = [
    "advertisement", "comments", "newsletter", "recommended", "related", "share", "sponsored", "tags",
    "trending",
  ]
  private static let othersOpenings: Set<String> = [
    "all", "also", "featured", "latest", "more", "other", "our", "popular", "recent", "recommended", "related",
    "similar", "top", "trending",
  ]
  private static let otherThings: Set<String> = [
    "articles", "content", "coverage", "headlines", "links", "news", "now", "posts", "reading", "stories", "topics",
    "videos",
  ]
  private static let othersPhrases = [
    "about the author", "around the web", "around the internet", "don't miss", "don’t miss", "editor's picks",
    "editor’s picks", "editors' picks", "follow us", "from around the web", "from our partners",
    "join the conversation",
    "join the discussion", "leave a comment", "leave a reply", "most commented",
    "most popular", "most read", "most shared", "most viewed", "read next", "recommended for you", "share this",
    "sign up", "up next", "what to read next", "you may also", "you might also",
  ]

  /// The parts of each class and id of an element, in small letters; of none without a letter.
  private static func words(of node: HTMLPage.Node) -> [[String]] {
    var names: [[String]] = []
    for attribute in ["class", "id"] {
      guard let value = node.attributes[attribute] else { continue }
      for name in value.split(whereSeparator: \.isWhitespace) {
        var words: [String] = []
        var word = ""
        func end() {
          if !word.isEmpty { words.append(word.lowercased()) }
          word = ""
        }
        for character in name {
          if character.isUppercase || !character.isLetter { end() }
          if character.isLetter { word.append(character) }
        }
        end()
        if !words.isEmpty { names.append(words) }
      }
    }
    return names
  }
}
