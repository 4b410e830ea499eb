/// The most that is taken of one thing that is handed in. Bytes are those of the thing unpacked.
enum InputLimits {
  /// Bytes of text of one document: its trees take some fifty times as much memory.
  static let document = 32 << 20
  /// Bytes of the lines before a text that say what it is; a thousand times what anybody writes.
  static let frontMatter = 64 << 10
  /// Bytes of the id of a document: a store keeps no longer string.
  static let id = 64 << 10
  /// Bytes of a line of JSON Lines: a document, and the escapes that it takes to write it as JSON.
  static let line = 40 << 20
  /// Bytes of a web page. Pages of news have up to 5 MB, most of it scripts.
  static let page = 16 << 20
  /// Tags, comments and attributes of a web page. Pages of news have up to 20,000; each takes up to 500 bytes parsed.
  static let pageMarks = 400_000
  /// Attributes of one element: the parser looks each up among those before it.
  static let attributes = 256
  /// Ends of elements times elements in one another: the parser looks each end up among the elements around it, 130
  /// nanoseconds each. Pages of news have half a million. Above 256 in one another it stops by itself.
  static let pageLookups = 1 << 24
  /// Bytes of an attribute's value that is looked at; longer ones are pictures.
  static let attributeValue = 64 << 10
  /// Bytes of a PDF, most of which are pictures.
  static let pdf = 256 << 20
  /// Bytes of its words with their places on the page, some ninety each.
  static let pdfLayout = 192 << 20
  /// Bytes of a Word document, most of which are pictures.
  static let word = 128 << 20
  /// Bytes of its text unpacked, marks included, of which there are ten times as many as letters.
  static let wordPart = 64 << 20
  /// Bytes unpacked of what it says of itself.
  static let wordProperties = 1 << 20
  /// Bytes of a mail. Servers let through 25 MB of attachments, which base64 makes 34 of.
  static let mail = 48 << 20
  /// Bytes of the headers of a mail, and of each of its parts. Servers stop at a tenth of it.
  static let mailHeaders = 1 << 20
  /// Parts of a mail that are looked at for its text.
  static let mailParts = 1_000
}
