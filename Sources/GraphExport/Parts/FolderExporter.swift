public import GraphModel

/// Writes a graph, or a part of one, as several files in a folder.
public protocol FolderExporter: Sendable {
  /// Hands the files one after another to `file`, each in pieces that follow one another. Names are safe on every
  /// system and different there; one may have a folder before it, `Documents/d1.md`.
  ///
  /// - Throws: only what `file` throws; nothing is written after that.
  func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to file: (_ name: String, [UInt8]) throws(Failure) -> Void
  ) throws(Failure)
}

/// The files of a folder one after another, before each a line with its name, as `head` shows several files: for
/// standard output, which is no folder.
public struct FolderStream: GraphExporter {
  public let folder: any FolderExporter

  public init(_ folder: any FolderExporter) { self.folder = folder }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var last: String?
    try folder.write(part, of: graph) { name, bytes throws(Failure) in
      if name != last { try sink(Array("\(last == nil ? "" : "\n")==> \(name) <==\n".utf8)) }
      last = name
      try sink(bytes)
    }
  }
}
