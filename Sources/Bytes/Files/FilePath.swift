/// A path as the system has it: bytes, which need not be UTF-8.
public struct FilePath: Sendable, Hashable {
  /// The bytes with a zero behind them, as the system is asked with.
  package let cString: [CChar]
  /// As people read it; what is not UTF-8 is shown as `�`.
  public let text: String

  /// - Parameter bytes: without a zero among them.
  public init(bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    cString = bytes.map { CChar(bitPattern: $0) } + [0]
  }

  public init(_ text: String) {
    self.text = text
    cString = text.utf8.map { CChar(bitPattern: $0) } + [0]
  }

  public var bytes: [UInt8] { cString.dropLast().map { UInt8(bitPattern: $0) } }

  /// Whether ``text`` is the path itself.
  public var isUTF8: Bool { text.utf8.elementsEqual(bytes) }

  /// What `name` stands for in this folder.
  public func appending(_ name: FilePath) -> FilePath {
    FilePath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name.bytes : bytes + [UInt8(ascii: "/")] + name.bytes)
  }
}
