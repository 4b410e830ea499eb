internal import Bytes
internal import GraphExport
internal import GraphModel

/// Makes drawings into pictures by Graphviz, a program of its own with a limit of time.
struct PictureRenderer {
  var format: ExportFormat
  var drawing: DOTExporter
  /// Whether as many entities are drawn as can be read, instead of as many as the drawing allows.
  var fitsScreen: Bool
  var seconds = PictureRenderer.usualSeconds
  var isInterrupted: () -> Bool

  /// How long a picture may take where nobody says.
  static let usualSeconds = 60.0
  static let mostBytes = 256 << 20

  /// Columns of a screen on which letters of so many dots can be read.
  private static let screenWidth = 1_600.0
  private static let smallestLetters = 8.0
  /// Most points that a drawing is wide, so that its letters have that size.
  private static let mostWidth = DOTExporter.smallestLetters * screenWidth / smallestLetters
  /// So few are drawn whatever their size.
  private static let fewEntities = 5
  /// Nobody likes to scroll far.
  private static let mostHeight = 1_800.0

  /// The picture of `part`, and what of the part is in it.
  ///
  /// - Throws: ``CommandError/missingProgram(_:package:)``, ``CommandError/pictureTooSlow(seconds:)``,
  ///   ``CommandError/pictureFailed(_:)``, ``CommandError/interrupted``.
  func picture(of part: Subgraph, in graph: some GraphView) throws(CommandError) -> (bytes: [UInt8], shown: Subgraph) {
    let start = ContinuousClock.now
    func render(_ text: [UInt8], _ format: ExportFormat) throws(CommandError) -> [UInt8] {
      let rest = seconds - Double((ContinuousClock.now - start).components.seconds)
      return try run(text, format, seconds: max(rest, 0.1))
    }
    var chosen = drawing.shown(part, of: graph)
    var drawing = drawing
    while true {
      if fitsScreen { drawing.lineLimit = chosen.entities.count * 6 / 5 }
      let shown = drawing.shown(chosen, of: graph)
      var text: [UInt8] = []
      drawing.write(shown, of: graph) { (piece: [UInt8]) throws(Never) in text += piece }
      guard fitsScreen, shown.entities.count > Self.fewEntities else { return (try render(text, format), shown) }
      let page = try render(text, .svg)
      if Self.isReadable(page) { return (format == .svg ? page : try render(text, format), shown) }
      chosen = chosen.narrowed(to: shown.entities.count * 4 / 5, of: graph)
    }
  }

  private func run(_ text: [UInt8], _ format: ExportFormat, seconds: Double) throws(CommandError) -> [UInt8] {
    let outcome = ChildProcess.run(
      ["dot", "-T\(format.rawValue)"], input: text, seconds: seconds, mostOutput: Self.mostBytes,
      isInterrupted: isInterrupted)
    switch outcome {
    case .ended(0, let output, _) where !output.isEmpty: return output
    case .ended(let status, _, let messages):
      let lines = messages.split(separator: "\n").map(String.init)
      throw .pictureFailed(lines.first { $0.contains("rror") } ?? lines.first ?? "it ended with status \(status)")
    case .missing: throw .missingProgram("dot", package: "graphviz")
    case .tooSlow: throw .pictureTooSlow(seconds: self.seconds)
    case .tooMuch: throw .pictureFailed("it wrote over \(Self.mostBytes >> 20) MiB")
    case .interrupted: throw .interrupted
    case .notStarted(let reason): throw .cannotStart("dot", reason: reason)
    }
  }

  /// Whether a picture is small enough to be read: its first line with a size says so in points.
  static func isReadable(_ svg: [UInt8]) -> Bool {
    let head = String(decoding: svg.prefix(2_000), as: UTF8.self)
    guard let width = number(behind: "<svg width=\"", in: head), let height = number(behind: " height=\"", in: head)
    else { return true }
    return width <= mostWidth && height <= mostHeight
  }

  private static func number(behind mark: String, in text: String) -> Double? {
    guard let start = text.firstRange(of: mark)?.upperBound else { return nil }
    return Double(text[start...].prefix { $0.isNumber || $0 == "." })
  }
}
