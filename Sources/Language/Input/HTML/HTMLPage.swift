internal import CHTML
internal import Glibc

/// A page as elements and texts in document order.
///
/// Parsed by libxml2, which mends malformed pages and knows character sets
/// (https://gnome.pages.gitlab.gnome.org/libxml2/).
struct HTMLPage {
  struct Node {
    /// Index of the element around it; -1 for the root.
    var parent: Int
    /// Name of the element; empty for a text.
    var name: String
    /// Of a text; empty for an element.
    var text: String
    var attributes: [String: String]

    var isText: Bool { name.isEmpty }
  }

  private(set) var nodes: [Node] = []
  /// By node: one more than the last node below it.
  private(set) var ends: [Int] = []

  /// Bytes at the start that tell text from other data: as many as browsers look at for this.
  private static let headSize = 1445

  /// - Throws: when libxml2 is missing or gives up, or the page has too much of something.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    guard bytes.count <= InputLimits.page else { throw .overLimit(path: path, limit: InputLimits.page, of: .page) }
    var page = unsafe TercetHTMLPage()
    var text = PageEncoding.utf8(bytes)
    guard text.count <= InputLimits.page else { throw .overLimit(path: path, limit: InputLimits.page, of: .page) }
    // A picture or an archive under the name of a page. The parser would also take a zero among the first bytes for
    // another character set.
    if let zero = text.prefix(Self.headSize).firstIndex(of: 0) { throw .binary(path: path, offset: zero) }
    let limits = TercetHTMLLimits(
      marks: InputLimits.pageMarks, attributes: InputLimits.attributes, lookups: InputLimits.pageLookups)
    let status = unsafe text.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe tercet_html_parse($0, buffer.count, limits, &page) } ?? TercetHTMLFailed
    }
    defer { unsafe tercet_html_free(&page) }
    switch status {
    case TercetHTMLParsed: break
    case TercetHTMLNoLibrary: throw .noLibrary(path: path, library: "libxml2")
    case TercetHTMLTooManyMarks: throw .overLimit(path: path, limit: InputLimits.pageMarks, of: .pageMarks)
    case TercetHTMLTooManyAttributes: throw .overLimit(path: path, limit: InputLimits.attributes, of: .attributes)
    case TercetHTMLTooDeep: throw .overLimit(path: path, limit: InputLimits.pageLookups, of: .pageLookups)
    default: throw .html(path: path)
    }
    unsafe copy(page)
    ends = Array(1...max(nodes.count, 1))
    for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
      ends[nodes[index].parent] = max(ends[nodes[index].parent], ends[index])
    }
  }

  @unsafe
  private mutating func copy(_ page: TercetHTMLPage) {
    nodes.reserveCapacity(unsafe page.node_count)
    for index in unsafe 0..<page.node_count {
      guard let node = unsafe page.nodes?[index] else { return }
      var attributes: [String: String] = [:]
      for place in unsafe 0..<Int(node.attribute_count) {
        guard let attribute = unsafe page.attributes?[Int(node.first_attribute) + place] else { continue }
        let isLong = unsafe strnlen(attribute.value, InputLimits.attributeValue + 1) > InputLimits.attributeValue
        attributes[unsafe String(cString: attribute.name).lowercased()] =
          unsafe isLong ? "" : String(cString: attribute.value)
      }
      nodes.append(
        Node(
          parent: unsafe Int(node.parent), name: unsafe node.name.map { unsafe String(cString: $0).lowercased() } ?? "",
          text: unsafe node.text.map { unsafe String(cString: $0) } ?? "", attributes: attributes))
    }
  }

  /// The nodes below one, itself included.
  func subtree(_ node: Int) -> Range<Int> { node..<ends[node] }

  /// The nodes right below one, in order.
  func children(_ node: Int) -> some Sequence<Int> {
    sequence(state: node + 1) { [ends, end = ends[node]] next -> Int? in
      guard next < end else { return nil }
      defer { next = ends[next] }
      return next
    }
  }

  /// The text below a node, white space as single spaces, up to the word that makes it `most` bytes long.
  func text(_ node: Int, most: Int) -> String {
    var text = ""
    for index in subtree(node) where nodes[index].isText {
      for word in Words(nodes[index].text) {
        if text.utf8.count >= most { return text }
        if !text.isEmpty { text += " " }
        text += word
      }
    }
    return text
  }

  /// The words of a text between white space; no list of them, which would take ten times as much memory as they do.
  struct Words: Sequence, IteratorProtocol {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func next() -> Substring? {
      rest = rest.drop(while: \.isWhitespace)
      if rest.isEmpty { return nil }
      let word = rest.prefix { !$0.isWhitespace }
      rest = rest[word.endIndex...]
      return word
    }
  }
}
