/// What pages have beside their article, by the names of elements, classes and ids that the web has agreed on.
enum HTMLBoilerplate {
  private static let droppedNames: Set<String> = [
    "aside", "audio", "button", "canvas", "dialog", "embed", "figcaption", "footer", "form", "head", "iframe", "input",
    "map",
    "menu", "nav", "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea", "video",
  ]
  private static let droppedRoles: Set<String> = [
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation",
    "search",
    "toolbar",
  ]
  /// Parts of classes and ids, between hyphens, underscores and capitals.
  private static let droppedWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "byline", "caption", "comment",
    "comments",
    "consent", "cookie", "cookies", "copyright", "credit", "disqus", "footer", "gdpr", "masthead", "menu", "modal",
    "nav",
    "navbar", "navigation", "newsletter", "outbrain", "pagination", "paywall", "popup", "promo", "promotion", "recirc",
    "recommended", "related", "share", "sharing", "sidebar", "signup", "skip", "social", "sponsor", "sponsored",
    "subscribe",
    "subscription", "taboola", "tags", "teaser", "toolbar", "trending", "widget",
  ]
  private static let articleWords: Set<String> = [
    "article", "body", "content", "entry", "main", "post", "story", "text",
  ]

  /// Whether an element is none of the article, whatever it holds.
  ///
  /// - Parameter isInArticle: whether an `article` or `main` is around it.
  static func isDropped(_ node: HTMLPage.Node, isInArticle: Bool) -> Bool {
    if node.isText { return false }
    if droppedNames.contains(node.name) { return true }
    // The head of a page, but not that of an article.
    if node.name == "header" { return !isInArticle }
    if node.attributes["hidden"] != nil || node.attributes["aria-hidden"] == "true" { return true }
    if let role = node.attributes["role"], droppedRoles.contains(role.lowercased()) { return true }
    if let style = node.attributes["style"], style.filter({ !$0.isWhitespace }).lowercased().contains("display:none") {
      return true
    }
    guard !["article", "body", "html", "main"].contains(node.name) else { return false }
    let words = words(of: node)
    return !words.isDisjoint(with: droppedWords) && words.isDisjoint(with: articleWords)
  }

  /// Whether an element says that it is the article.
  static func isNamedArticle(_ node: HTMLPage.Node) -> Bool {
    if node.name == "article" || node.name == "main" { return true }
    if let property = node.attributes["itemprop"], property.lowercased() == "articlebody" { return true }
    return node.attributes["role"] == "main" || node.attributes["role"] == "article"
  }

  /// Whether a paragraph speaks of the page and not of the news.
  static func isNotice(_ text: String) -> Bool {
    guard text.count < 200 else { return false }
    let lower = text.lowercased()
    return notices.contains(where: lower.hasPrefix)
  }

  private static let notices = [
    "advertisement", "all rights reserved", "click here", "copyright", "follow us", "read more", "related:",
    "see also:",
    "share this", "sign up", "subscribe", "this article is more than", "we use cookies", "©",
  ]

  private static func words(of node: HTMLPage.Node) -> Set<String> {
    var words = Set<String>()
    for name in ["class", "id"] {
      guard let value = node.attributes[name] else { continue }
      var word = ""
      for character in value {
        if character.isUppercase || !(character.isLetter) {
          if !word.isEmpty { words.insert(word.lowercased()) }
          word = character.isLetter ? String(character) : ""
        } else {
          word.append(character)
        }
      }
      if !word.isEmpty { words.insert(word.lowercased()) }
    }
    return words
  }
}
