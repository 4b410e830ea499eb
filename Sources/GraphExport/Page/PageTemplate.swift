internal import Bytes
internal import EmbeddedPage

/// The page without its data: text between places, `{{title}}`, that are filled in one after the other.
struct PageTemplate: Sendable {
  enum Piece: Equatable, Sendable {
    case text(String)
    case place(String)
  }

  let pieces: [Piece]

  /// The page of the files linked into the program, with style, scripts and policy in their places.
  ///
  /// The policy lets run nothing but these scripts, by their hash, and load nothing at all (Content Security Policy
  /// Level 3).
  static let embedded = PageTemplate(files: PageFile.embedded())

  /// - Parameter files: the page, the style, what runs first, then the scripts that are joined in that order.
  init(files: [PageFile]) {
    func text(_ ending: String) -> String {
      files.filter { $0.name.hasSuffix(ending) }.map(\.text).joined()
    }
    let scripts = files.filter { $0.name.hasSuffix(".js") }
    let start = Self.bare(scripts.first?.text ?? "")
    let script = "'use strict';\n(() => {\n" + scripts.dropFirst().map { Self.bare($0.text) }.joined() + "})();\n"
    let style = Self.bare(text(".css"))
    func hash(_ text: String) -> String {
      var hash = SHA256()
      hash.update(Array(text.utf8))
      return "'sha256-\(HTMLText.base64(hash.digest()))'"
    }
    let filled = [
      "style": style, "start": start, "script": script,
      "policy": "default-src 'none'; script-src \(hash(start)) \(hash(script)); style-src \(hash(style)); "
        + "base-uri 'none'; form-action 'none'",
    ]
    pieces = Self.pieces(of: text(".html")).map { piece in
      if case .place(let name) = piece, let text = filled[name] { .text(text) } else { piece }
    }
  }

  /// Style or script without indentation, empty lines and lines that are comments: a page is written often.
  static func bare(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
      !line.isEmpty && !line.hasPrefix("//") && !(line.hasPrefix("/*") && line.hasSuffix("*/"))
    }.map { $0 + "\n" }.joined()
  }

  /// Cuts `text` at its places.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      pieces.append(.text(String(rest[..<open.lowerBound])))
      pieces.append(.place(String(rest[open.upperBound..<close.lowerBound])))
      rest = rest[close.upperBound...]
    }
    return pieces + [.text(String(rest))]
  }
}

/// A file of which the page is made.
struct PageFile {
  var name: String
  var text: String

  /// The files linked into the program, in the order in which they are joined.
  static func embedded() -> [PageFile] {
    (0..<tercet_page_file_count()).map { index in
      let file = unsafe tercet_page_file_at(index)
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.size)
      return unsafe PageFile(name: String(cString: file.name), text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
