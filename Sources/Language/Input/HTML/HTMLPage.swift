internal import CHTML

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

  /// - Throws: when libxml2 is missing or gives up.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    var page = unsafe TercetHTMLPage()
    // Bytes that are UTF-8 throughout are nothing else, whatever the page says.
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe tercet_html_parse($0, buffer.count, isUTF8 ? 1 : 0, &page) }
        ?? TercetHTMLFailed
    }
    defer { unsafe tercet_html_free(&page) }
    switch status {
    case TercetHTMLParsed: break
    case TercetHTMLNoLibrary: throw .noLibrary(path: path, library: "libxml2")
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
        attributes[unsafe String(cString: attribute.name).lowercased()] = unsafe String(cString: attribute.value)
      }
      nodes.append(
        Node(
          parent: unsafe Int(node.parent), name: unsafe node.name.map { unsafe String(cString: $0).lowercased() } ?? "",
          text: unsafe node.text.map { unsafe String(cString: $0) } ?? "", attributes: attributes))
    }
  }

  /// The nodes below one, itself included.
  func subtree(_ node: Int) -> Range<Int> { node..<ends[node] }

  /// All text below a node, white space as single spaces.
  func text(_ node: Int) -> String {
    subtree(node).lazy.filter { nodes[$0].isText }.map { nodes[$0].text }.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
