import Testing

@testable import Language

/// Pages that take more memory or time than a page may.
@Suite struct PageBoundsTests {
  private static let paragraph =
    "<p>The minister met Rubio in Brussels on Thursday, and said nothing of what they had spoken about.</p>"
  private static let file = InputFile(path: "p.html", id: "p")

  private static func read(_ page: String) throws -> String {
    let results = try DocumentReader().documents(in: Array(page.utf8), of: file)
    return String(decoding: try #require(results.first).get().document.source, as: UTF8.self)
  }

  private static func expect(
    _ what: InputError.Bounded, _ limit: Int, _ page: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let start = ContinuousClock.now
    #expect(throws: InputError.overLimit(path: "p.html", limit: limit, of: what), sourceLocation: sourceLocation) {
      try read(page)
    }
    #expect(ContinuousClock.now - start < .seconds(5), sourceLocation: sourceLocation)
  }

  private static func repeating(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

  private static func attributes(_ count: Int, _ pattern: (Int) -> String = { " a\($0)=1" }) -> String {
    (0..<count).map(pattern).joined()
  }

  /// An archive in an archive, or a picture with the name of a page, was taken for a long text.
  @Test func whatIsNoPageIsNotReadAsText() {
    let head = "\u{1F}\u{8B}\u{8}\u{8}abcd\u{2}\u{3}a.html"
    #expect(throws: InputError.binary(path: "p.html", offset: 17)) { try Self.read(head + "\0" + Self.paragraph) }
  }

  /// The parser takes no longer for references that do not end.
  @Test(arguments: ["&", "&a", "&amp", "&#", "&#9", "&#x0"])
  func referencesThatDoNotEndTakeLinearTime(reference: String) throws {
    let start = ContinuousClock.now
    _ = try HTMLPage(Array("<p a='\(Self.repeating(reference, 100_000))".utf8), path: "p.html")
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test func tagsAreCounted() {
    Self.expect(.pageMarks, 400_000, Self.repeating("<p>a", 1_000_000))
    Self.expect(.pageMarks, 400_000, Self.repeating("<p a=1 b=2 c=3 d=4>a", 100_000))
    Self.expect(.pageMarks, 400_000, Self.repeating("</p>a", 500_000))
    Self.expect(.page, 16 << 20, Self.repeating("a ", 9 << 20))
  }

  @Test func endTagsAreLookedUpInBoundedTime() {
    Self.expect(
      .pageLookups, 1 << 24, "<b><div>" + Self.repeating("<i>", 240) + Self.repeating("</b>", 100_000))
  }

  @Test(arguments: [
    "<p\(attributes(100_000))>", "<p\(attributes(1_000) { "\n\t a\($0) = '>'" })>",
    "<!-- a <b> --><p\(attributes(1_000) { " a\($0)=\"<!--\"" })>",
    "<script>a<b</script x=\"><p\(attributes(1_000))>",
    "<!--><p\(attributes(1_000))>", "<p/\(attributes(1_000))>", "<p\"x\"\(attributes(1_000))>",
    "<textarea><p\(attributes(1_000))></textarea>", "<style/><p\(attributes(1_000))>",
    "<p a==\"\(attributes(1_000))>\">",
  ])
  func attributesAreBounded(_ page: String) {
    Self.expect(.attributes, 256, page)
  }

  /// UTF-16 and a character set that writes `<` in other bytes hide nothing.
  @Test func encodedPagesAreBoundedToo() {
    let page = "<p\(Self.attributes(1_000))>"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in page.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
    let shifted =
      Array("<meta charset=utf-7>\u{FFFD}".utf8.dropLast()) + Array("+ADw-".utf8) + Array(page.utf8.dropFirst())
    for bytes in [wide, shifted] {
      #expect(throws: InputError.overLimit(path: "p.html", limit: 256, of: .attributes)) {
        try DocumentReader().documents(in: bytes, of: Self.file)
      }
    }
    #expect(throws: InputError.binary(path: "p.html", offset: 1)) {
      try DocumentReader().documents(in: [0x3C, 0, 0x3F, 0] + Array(page.utf8), of: Self.file)
    }
  }

  @Test(arguments: [
    "<p data-x='\(repeating("word ", 10_000))' class=\"a > b\">",
    "<script>for (i = 0; i<n; i++) {}; var x = [\(repeating(" \"a b\",", 10_000))]</script>",
    "<script type='application/ld+json'>{\"x\": \"i<n\(repeating(" word", 10_000))\"}</script>",
    "<style>a<b \(repeating("word ", 10_000))</style>", "<!-- a <b \(repeating("word ", 10_000)) -->",
    "<!--[if !IE]><!-->", "<p\(attributes(256))>", "<style/>", "<script src=x />",
  ])
  func honestPagesAreRead(_ start: String) throws {
    #expect(try Self.read(start + Self.paragraph).hasPrefix("The minister"))
  }

  /// What libxml2 or the reading of its tree might look up again and again.
  @Test(arguments: [
    "<!----> ", "<h1><div>", "<title></title>", "&a;", "<!", "<?", "</", "<![CDATA[", "<b", "\"'", "a b ", "<a href=",
    "<td><b></td>", "<b><i></b>", "<p></i>", "<li>a", "<option>", "<body>", "<head>", "<script>a</script>", "<!--a",
  ])
  func aPageTakesLinearTime(_ part: String) {
    let page = "<html><body>" + Self.repeating(part, 200_000 / part.utf8.count) + Self.paragraph
    let start = ContinuousClock.now
    _ = try? Self.read(page)
    #expect(ContinuousClock.now - start < .seconds(5), "\(part): \(ContinuousClock.now - start)")
  }
}
