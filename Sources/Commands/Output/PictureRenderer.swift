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
    // It finds fonts and their caches by these.
    let dot = ChildProgram(
      "dot", seconds: seconds, limit: Self.mostBytes, variables: ["HOME", "TMPDIR", "XDG_CACHE_HOME"], locale: nil)
    let ending: ChildProgram.Ending
    do {
      ending = try dot.run(
        ["-T\(format.rawValue)"], .standardInput(text), keepsMessages: true, isInterrupted: isInterrupted)
    } catch {
      throw self.error(of: error)
    }
    if ending.status == 0, !ending.output.isEmpty { return ending.output }
    let lines = ending.messages.split(separator: "\n").map(String.init)
    throw .pictureFailed(lines.first { $0.contains("rror") } ?? lines.first ?? "it ended with status \(ending.status)")
  }

  private func error(of failure: ChildProgram.Failure) -> CommandError {
    switch failure {
    case .missing: .missingProgram("dot", package: "graphviz")
    case .tooSlow: .pictureTooSlow(seconds: seconds)
    case .tooMuch: .pictureFailed("it wrote over \(Self.mostBytes >> 20) MiB")
    case .interrupted: .interrupted
    case .status(let status): .pictureFailed("it ended with status \(status)")
    case .system(let reason): .cannotStart("dot", reason: reason)
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
